using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Studio.Worlds;

namespace LeadershipSim.Studio.Tests.Worlds;

/// <summary>An arrow stands between those who gave and took, and says where nobody did.</summary>
public sealed class AuthorityMovesTests
{
    [Fact]
    public void Where_agents_hand_over_arrows_stand_between_giver_and_taker()
    {
        var lived = Lived(new Distributed());
        Assert.True(lived.Arrows.Count > 20, $"{lived.Arrows.Count} arrows");
        Assert.All(lived.Arrows, arrow => Assert.True(arrow.IsNamed));
        Assert.All(lived.Arrows, arrow => Assert.Contains((arrow.Tick, arrow.From, arrow.To), lived.HandOvers));
    }

    [Fact]
    public void Where_an_election_moves_authority_arrows_name_nobody()
    {
        var lived = Lived(new Elected { TermTicks = 10 });
        Assert.Contains(lived.Arrows, arrow => !arrow.IsNamed);
        Assert.All(lived.Arrows.Where(a => a.IsNamed), arrow => Assert.Contains((arrow.Tick, arrow.From, arrow.To), lived.HandOvers));
    }

    [Fact]
    public void No_more_than_twelve_a_tick_and_none_of_a_trifle()
    {
        var lived = Lived(new Distributed());
        Assert.All(lived.Arrows.GroupBy(a => a.Tick), tick => Assert.InRange(tick.Count(), 1, 12));
        Assert.All(lived.Arrows, arrow => Assert.True(arrow.Amount >= 0.004f));
    }

    private static Watch Lived(ILeadershipPolicy policy)
    {
        var watch = new Watch();
        new TickEngine().Run(new Scenario { HorizonTicks = 60, Policy = policy }, new RunSeed(3, 0), watch);
        return watch;
    }

    private sealed record Arrow(int Tick, int From, int To, float Amount, bool IsNamed);

    private sealed class Watch : ITickObserver
    {
        private float[] _before = [];

        public bool ReadsHandOvers => true;

        public List<Arrow> Arrows { get; } = [];

        public HashSet<(int Tick, int From, int To)> HandOvers { get; } = [];

        public void Observe(in TickView view)
        {
            var (tick, frame) = (view.Tick, Frame.Of(view));
            foreach (var (from, to, _) in view.HandOvers)
            {
                HandOvers.Add((tick, from, to));
            }

            if (tick > 0)
            {
                Arrows.AddRange(AuthorityMoves.Of(view, _before, frame).Chunk(AuthorityMoves.Width)
                    .Select(m => new Arrow(tick, (int)m[0], (int)m[1], m[2], m[3] == 1)));
            }

            _before = frame;
        }
    }
}
