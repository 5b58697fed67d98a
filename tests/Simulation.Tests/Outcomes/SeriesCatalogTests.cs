using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.Outcomes;

/// <summary>What can be followed from tick to tick, computed by hand on four seats: levels 0, 1, 1, 2; sites 0, 1, 0, 1.</summary>
public sealed class SeriesCatalogTests
{
    private const double Memory = 26;

    private static readonly Dictionary<string, double> ByHand = new()
    {
        ["vitality"] = 0.6,
        ["needLevel"] = 1,
        ["vacantAuthority"] = 0,

        // Σ_{i<j} |a_i − a_j| / (n Σ a) = (.2 + .3 + .5 + .1 + .3 + .2) / 4, and 1 / (.25 + .09 + .04).
        ["authorityGini"] = 0.4,
        ["effectiveHolders"] = 1 / 0.38,
        ["occupiedSeats"] = 4,

        // ½ (.4 + 0 + 0 + .4); ½ (.5 + .45 + .2 + .25) with shares 0, .75, 0, .25; power .1, .3, .2, .4 against a success of seat 0's, 1/26.
        ["formalEnactedGap"] = 0.4,
        ["authorityResponsibilityGap"] = 0.7,
        ["powerSuccessGap"] = (0.1 - (1 / Memory) + 0.3 + 0.2 + 0.4) / 2,

        // 0 asks 1, 1 asks 0, 2 asks 1: given − asked is 0, 1, −1; two of three links have a reverse.
        ["roleDistinctness"] = 2.0 / 6,
        ["consultationReciprocity"] = 2.0 / 3,
        ["strainMean"] = 0.25,
        ["strainByAuthority"] = (0.5 * 0.4) + (0.3 * 0.2),
        ["experienceMean"] = 0.5,
        ["experienceByAuthority"] = (0.5 * 0.8) + (0.3 * 0.6) + (0.2 * 0.4),
        ["trustMean"] = 0.3,
        ["trustByAuthority"] = 0.3,
        ["leaderIdentityMean"] = 0.4,
        ["leaderIdentityByAuthority"] = (0.5 * 0.7) + (0.3 * 0.5) + (0.2 * 0.3),
        ["followerIdentityMean"] = 0.6,
        ["followerIdentityByAuthority"] = (0.5 * 0.3) + (0.3 * 0.5) + (0.2 * 0.7),
        ["authorityOfDirector"] = 0.5,
        ["authorityOfCoordinators"] = 0.5,
        ["authorityOfMembers"] = 0,
        ["authorityLevelEntropy"] = Math.Log(2),
        ["authorityLargestSite"] = 0.7,
        ["authoritySiteEntropy"] = Entropy(0.7, 0.3),
        ["powerOfDirector"] = 0.1,
        ["powerOfCoordinators"] = 0.5,
        ["powerOfMembers"] = 0.4,
        ["powerLevelEntropy"] = Entropy(0.1, 0.5, 0.4),
        ["powerLargestSite"] = 0.7,
        ["powerSiteEntropy"] = Entropy(0.3, 0.7),

        // Words given: one by seat 0, two by seat 1.
        ["consultationOfDirector"] = 1.0 / 3,
        ["consultationOfCoordinators"] = 2.0 / 3,
        ["consultationOfMembers"] = 0,
        ["consultationLevelEntropy"] = Entropy(1.0 / 3, 2.0 / 3),
        ["consultationLargestSite"] = 2.0 / 3,
        ["consultationSiteEntropy"] = Entropy(1.0 / 3, 2.0 / 3),
    };

    // Counts so far and knowledge are compared with the outcome of a run, where runs are recorded.
    private static readonly string[] Elsewhere =
        ["departures", "coreExits", "decisionsResolved", "decisionsSucceeded", "decisionsFailed", "codeKnowledge", "codeScore", "meanKnowledge"];

    [Fact]
    public void Every_metric_has_the_value_computed_by_hand()
    {
        var run = Four().Run;
        Assert.All(ByHand, m => Assert.Equal(m.Value, SeriesCatalog.All.Single(s => s.Name == m.Key).Value(new TickView(run)), 1e-12));
        Assert.Equal(SeriesCatalog.All.Select(s => s.Name).Order(), ByHand.Keys.Concat(Elsewhere).Order());
    }

    [Fact]
    public void What_has_not_happened_has_no_value_or_shares_of_0()
    {
        var run = new PolicyStage(new LaissezFaire(), 4, new CompleteNetwork(), sites: 2).Run;
        double Value(string metric) => SeriesCatalog.All.Single(s => s.Name == metric).Value(new TickView(run));
        Assert.All(["authorityResponsibilityGap", "powerSuccessGap", "roleDistinctness", "consultationReciprocity"], m => Assert.Equal(double.NaN, Value(m)));
        Assert.All(["powerOfDirector", "powerLargestSite", "consultationOfMembers", "consultationSiteEntropy"], m => Assert.Equal(0, Value(m)));
    }

    private static PolicyStage Four()
    {
        var stage = new PolicyStage(new LaissezFaire(), 4, new CompleteNetwork(), sites: 2)
            .WithAuthority(0.5, 0.3, 0.2, 0).WithExperience(0.8, 0.6, 0.4, 0.2).WithVitality(0.6);
        var (agents, work) = (stage.Organization, stage.Run.Ledger.Work);
        Set(agents.Power, 0.1, 0.3, 0.2, 0.4);
        Set(agents.Strain, 0.4, 0.2, 0, 0.4);
        Set(agents.LeaderIdentity, 0.7, 0.5, 0.3, 0.1);
        Set(agents.FollowerIdentity, 0.3, 0.5, 0.7, 0.9);
        work.Carry(1, 6);
        work.Carry(3, 2);
        stage.Run.Tally.Resolve(0, success: true);
        work.Succeed(stage.Run.Tally);
        stage.Run.Interactions.Reset(isOn: true, seats: 4);
        foreach (var (decider, consulted) in (ReadOnlySpan<(int, int)>)[(0, 1), (1, 0), (2, 1)])
        {
            work.Consult(decider, consulted);
            stage.Run.Interactions.Consult(decider, consulted);
        }

        return stage;
    }

    private static void Set(double[] quantity, params double[] values) => values.CopyTo(quantity.AsSpan());

    private static double Entropy(params double[] shares) => -shares.Sum(s => s * Math.Log(s));
}
