using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>At the same seed all policies meet the same world: what is compared between them is not luck.</summary>
public sealed class CommonRandomNumbersTests
{
    public static TheoryData<string> Kinds => CatalogProperty.Kinds;

    // Strain is what policies do to fates; without its effect, fates are those drawn at hire.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void People_fates_turbulence_and_demand_are_the_same_under_every_policy(string kind) => CatalogProperty.Holds(kind, 25, (drawn, key) =>
    {
        var scenario = drawn with
        {
            Turnover = drawn.Turnover with { StrainEffect = 0, CoreHazardRatio = 1 },
            Viability = new() { Rule = ViabilityRule.None },
            Shocks = [],
        };
        var (run, other) = (new SteppedRun(scenario, new(key, 0)), new SteppedRun(scenario with { Policy = new Equal() }, new(key, 0)));
        FoundersAreTheSame(run.State.Organization, other.State.Organization);
        Assert.Equal(other.State.Need.EndTick, run.State.Need.EndTick);
        for (var tick = 1; tick <= scenario.HorizonTicks; tick++)
        {
            run.Step();
            other.Step();
            Assert.Equal(other.State.Reality, run.State.Reality);
            Assert.Equal(other.DecisionsArisen, run.DecisionsArisen);
            PeopleAreTheSame(run.State.Organization, other.State.Organization);
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Newcomers_bring_the_same_beliefs_under_every_policy(string kind)
    {
        // Nobody decides, learns or is mentored, so beliefs stay what they were at hire.
        var policy = CatalogProperty.PolicyOf(kind) is Succession succession ? succession with { Mentoring = 0 } : CatalogProperty.PolicyOf(kind);
        var scenario = new Scenario
        {
            Turnover = new() { HazardPerTick = 0.05 },
            Demand = new() { DecisionsPerSeat = 0 },
            Learning = new() { Socialization = 0 },
        };
        var (run, other) = (new SteppedRun(scenario with { Policy = policy }, new(5, 0)), new SteppedRun(scenario with { Policy = new Equal() }, new(5, 0)));
        for (var tick = 1; tick <= 60; tick++)
        {
            run.Step();
            other.Step();
        }

        Assert.True(run.State.Organization.Departures > 40);
        FoundersAreTheSame(run.State.Organization, other.State.Organization);
    }

    private static void FoundersAreTheSame(Organization organization, Organization other)
    {
        AssertSame(organization.Positive, other.Positive, organization.Seats);
        AssertSame(organization.Negative, other.Negative, organization.Seats);
        AssertSame(organization.Experience, other.Experience, organization.Seats);
        AssertSame(organization.Fate, other.Fate, organization.Seats);
    }

    private static void PeopleAreTheSame(Organization organization, Organization other)
    {
        AssertSame(organization.Present, other.Present, organization.Seats);
        AssertSame(organization.Generation, other.Generation, organization.Seats);
        AssertSame(organization.Fate, other.Fate, organization.Seats);
        AssertSame(organization.Sharing, other.Sharing, organization.Seats);
        AssertSame(organization.HireTick, other.HireTick, organization.Seats);
    }

    private static void AssertSame<T>(T[] quantity, T[] other, int seats) => Assert.Equal(other[..seats], quantity[..seats]);
}
