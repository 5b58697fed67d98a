using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>The founding and phase 2: who begins with what, and how reality changes.</summary>
public sealed class FoundingTests
{
    private const int Programs = 400;

    private static Scenario Sites => Stage.Of(10, sites: 2) with
    {
        Organization = new() { Seats = 10, Sites = 2, BeliefDimensions = 30 },
        Network = new SitesNetwork(),
        Founding = new() { DirectorShare = 0.6 },
    };

    /// <summary>Director and two coordinators: P(correct) = .8, wrong .1; members .5 and .25.</summary>
    [Fact]
    public void Founders_know_more_than_the_first_members()
    {
        var (founders, members) = (new long[3], new long[3]);
        for (var seed = 0; seed < Programs; seed++)
        {
            var stage = new Stage(Sites, (ulong)seed);
            for (var seat = 0; seat < 10; seat++)
            {
                var counts = stage.Agents.IsFounder(seat) ? founders : members;
                for (var dimension = 0; dimension < 30; dimension++)
                {
                    var reality = ((stage.Run.Reality >> dimension) & 1) != 0 ? 1 : -1;
                    counts[(stage.Belief(seat, dimension) * reality) + 1]++;
                }
            }
        }

        Assert.Equal(Programs * 3 * 30, founders.Sum());
        GoodnessOfFit.AssertProportions([0.1, 0.1, 0.8], founders);
        GoodnessOfFit.AssertProportions([0.25, 0.25, 0.5], members);
    }

    [Fact]
    public void Founders_are_experienced_members_uniformly_less_so()
    {
        List<double> members = [];
        for (var seed = 0; seed < Programs; seed++)
        {
            var agents = new Stage(Sites, (ulong)seed).Agents;
            Assert.Equal([0, 1, 2], Enumerable.Range(0, 10).Where(agents.IsFounder));
            Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(0.7, agents.Experience[k]));
            members.AddRange(agents.Experience[3..10]);
        }

        GoodnessOfFit.AssertDistribution(x => Math.Clamp((x - 0.2) / 0.1, 0, 1), [.. members]);
    }

    [Fact]
    public void The_director_holds_its_share_and_coordinators_split_the_rest()
    {
        var stage = new Stage(Sites);
        Assert.Equal([0.6, 0.2, 0.2, 0, 0, 0, 0, 0, 0, 0], stage.Agents.Authority[..10].Select(a => Math.Round(a, 12)));
        Assert.Equal((0.8, 0, 0), (stage.Run.Program.Vitality, stage.Code(), stage.Agents.VacantAuthority));
    }

    /// <summary>Beta with mean .3 and precision 4: mean .3, variance .3·.7/5.</summary>
    [Fact]
    public void Propensities_to_share_have_their_mean_and_precision()
    {
        var sum = 0.0;
        for (var seed = 0; seed < Programs; seed++)
        {
            sum += new Stage(Sites with { Sharing = new() { Mean = 0.3, Precision = 4 } }, (ulong)seed).Agents.Sharing[..10].Sum();
        }

        GoodnessOfFit.AssertMean(0.3, Math.Sqrt(0.3 * 0.7 / 5), sum / (Programs * 10), Programs * 10);
    }

    [Fact]
    public void Every_dimension_of_reality_flips_with_its_probability()
    {
        var stage = new Stage(Sites with { Turbulence = new() { FlipProbability = 0.05 } });
        var flips = new long[2];
        for (var tick = 0; tick < 2_000; tick++)
        {
            var before = stage.Run.Reality;
            var flipped = System.Numerics.BitOperations.PopCount(before ^ stage.Step<Turbulence>().Run.Reality);
            (flips[0], flips[1]) = (flips[0] + 30 - flipped, flips[1] + flipped);
        }

        GoodnessOfFit.AssertProportions([0.95, 0.05], flips);
    }
}
