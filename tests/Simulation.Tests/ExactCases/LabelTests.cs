using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Neither the numbers of seats nor being looked at matters.</summary>
public class LabelTests
{
    private const ulong Seed = 5;

    public static TheoryData<string> Policies => [.. PolicyCatalog.All.Select(p => p.Kind)];

    // Members of a site differ in their seats' numbers only: they are exchangeable, and the difference of any two is 0 on average.
    [Theory]
    [MemberData(nameof(Policies))]
    public void Members_with_low_seat_numbers_have_no_advantage(string policy)
    {
        // Four sites: the first five seats, which hold the council by rule, are all above the members.
        var scenario = new Scenario { HorizonTicks = 40, Organization = new() { Seats = 32, Sites = 4 }, Policy = PolicyOf(policy) };

        var sample = Sample.OfObserved(scenario, 500, Seed, () => new MemberContrast(), c => c.Values);

        sample.AssertMean(0, 0, what: "authority");
        sample.AssertMean(1, 0, what: "power");
        sample.AssertMean(2, 0, what: "experience");
        Assert.True(sample.StandardError(2) > 0);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_observer_changes_no_bit(string policy)
    {
        var scenario = new Scenario { HorizonTicks = 200, Policy = PolicyOf(policy) };
        var engine = new TickEngine();
        for (ulong replicate = 0; replicate < 20; replicate++)
        {
            var observed = engine.Run(scenario, new RunSeed(Seed, replicate), new MemberContrast());
            var unobserved = engine.Run(scenario, new RunSeed(Seed, replicate));

            Assert.Equal(unobserved.StateDigest, observed.StateDigest);
            Assert.Equal(unobserved.CoreExitTicks, observed.CoreExitTicks);
            Assert.All(OutputCatalog.All,
                o => Assert.Equal(BitConverter.DoubleToInt64Bits(o.Value(unobserved)), BitConverter.DoubleToInt64Bits(o.Value(observed))));
        }
    }

    private static ILeadershipPolicy PolicyOf(string kind) => PolicyCatalog.All.Single(p => p.Kind == kind).Default;
}
