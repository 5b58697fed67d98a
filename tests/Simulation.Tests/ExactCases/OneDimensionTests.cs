using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>
/// With one dimension the code stays at 0 until an agent who acts rightly teaches it: agent i fails to for t ticks with probability γ^t
/// when it believes rightly, 1 when wrongly, ((1 + γ)/2)^t when it acts by a coin, where γ = (1 − p2)^(n a_i).
/// </summary>
public class OneDimensionTests
{
    private const int Runs = 4000;
    private const int Seats = 20;
    private const int Ticks = 100;
    private const ulong Seed = 0;

    [Fact]
    public void Equal_authority_follows_the_law() =>
        AssertLaw(With(new Equal(), 1, 1, 0.1), [.. Enumerable.Repeat(1.0 / Seats, Seats)]);

    [Theory]
    [InlineData(0.6, 4, 0.1)]
    [InlineData(0.25, 2, 0.05)]
    public void Unequal_authority_follows_the_law(double directorShare, int coordinators, double p2) =>
        AssertLaw(
            With(new LaissezFaire { LeakRate = 0 }, directorShare, coordinators, p2),
            [directorShare, .. Enumerable.Repeat((1 - directorShare) / coordinators, coordinators)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void K_equal_holders_end_up_right_unless_all_are_wrong(int holders)
    {
        var scenario = With(new LaissezFaire { LeakRate = 0 }, 1.0 / holders, Math.Max(1, holders - 1), 0.5);

        var sample = Sample.OfOutcomes(scenario, Runs, Seed, o => o.CodeKnowledge);

        sample.AssertShare(0, 1 - Math.Pow(3, -holders), $"{holders} holders");
    }

    private static void AssertLaw(Scenario scenario, double[] authority)
    {
        var gamma = authority.Select(a => Math.Pow(1 - scenario.Learning.CodeLearning, Seats * a)).ToArray();

        var sample = Sample.OfObserved(scenario, Runs, Seed, () => new KnowledgeCourse(Ticks), c => c.Values);

        foreach (var tick in new[] { 0, 1, 2, 3, 5, 10, 30, Ticks })
        {
            var still = gamma.Aggregate(1.0, (product, g) => product * (1 + Math.Pow(g, tick) + Math.Pow((1 + g) / 2, tick)) / 3);
            sample.AssertShare(2 * tick, 1 - still, $"tick {tick}");
        }
    }

    private static Scenario With(ILeadershipPolicy policy, double directorShare, int sites, double p2)
    {
        var march = Scenarios.March(0.1, p2, 0, 0, Ticks);
        return march with
        {
            Organization = new() { Seats = Seats, Sites = sites, BeliefDimensions = 1 },
            Policy = policy,
            Founding = march.Founding with { DirectorShare = directorShare },
        };
    }
}
