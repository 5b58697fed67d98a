using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>All that can be followed in the course of a run, in column order.</summary>
public static class SeriesCatalog
{
    /// <summary>The metrics.</summary>
    public static IReadOnlyList<SeriesMetric> All { get; } =
    [
        Real("vitality", "share", "Vitality", (in view) => view.Vitality),
        Real("needLevel", "1", "Level of the need", (in view) => view.NeedLevel, "0 to 1000"),
        Real("vacantAuthority", "share", "Vacant authority", (in view) => view.Organization.VacantAuthority),
        Real("authorityGini", "1", "Gini coefficient of authority over occupied seats", (in view) => view.Organization.AuthorityGini),
        Real("effectiveHolders", "agents", "Effective number of holders of authority (inverse Herfindahl index); 0 when none is held", (in view) => HeldShares.EffectiveNumber(view.Organization.Authority), ValueRange.AgentsOfOneTime),
        Whole("occupiedSeats", "agents", "Occupied seats", (in view) => view.Organization.OccupiedSeats),
        Whole("departures", "agents", "Departures so far", (in view) => view.Departures),
        Whole("coreExits", "exits", "Leadership generations that have left so far", (in view) => view.CoreExits),
        Whole("decisionsResolved", "decisions", "Decisions resolved so far, successfully or not", (in view) => view.DecisionsResolved),
        Whole("decisionsSucceeded", "decisions", "Decisions resolved successfully so far", (in view) => view.DecisionsSucceeded),
        Whole("decisionsFailed", "decisions", "Decisions that failed unresolved so far", (in view) => view.DecisionsFailed),
        Real("codeKnowledge", "share", "Dimensions on which the code equals reality", (in view) => view.CodeKnowledge),
        Real("codeScore", "share", "Σ C_j R_j / m", (in view) => view.CodeScore, ValueRange.MinusOneToOne),
        Real("meanKnowledge", "share", "Dimensions on which beliefs equal reality, mean over agents", (in view) => view.MeanKnowledge),
        Real("formalEnactedGap", "share", "Office against acts, ½ Σ |authority − power|", (in view) => LeadershipGaps.FormalToEnacted(view.Run)),
        Real("authorityResponsibilityGap", "share", "Office against burden, ½ Σ |authority − share of responsibility|", (in view) => LeadershipGaps.AuthorityToResponsibility(view.Run) ?? double.NaN),
        Real("powerSuccessGap", "share", "Process against outcome, ½ Σ |power − share of successes|", (in view) => LeadershipGaps.PowerToSuccess(view.Run) ?? double.NaN),
        Real("roleDistinctness", "1", "Σ |words given − asked for| / Σ (given + asked for) within the memory of power", (in view) => LeadershipGaps.RoleDistinctness(view.Run) ?? double.NaN),
        .. AveragesOf("strain", "strain", (in view) => view.Organization.Strain),
        .. AveragesOf("experience", "experience", (in view) => view.Organization.Experience),
        Real("trustMean", "share", "Mean trust in agents", (in view) => TrustInAgents.Mean(view.Run, byAuthority: false)),
        Real("trustByAuthority", "share", "Mean trust in agents weighted by authority", (in view) => TrustInAgents.Mean(view.Run, byAuthority: true)),
        .. AveragesOf("leaderIdentity", "leader identity", (in view) => view.Organization.LeaderIdentity),
        .. AveragesOf("followerIdentity", "follower identity", (in view) => view.Organization.FollowerIdentity),
        Real("consultationReciprocity", "share", "Links of consultation since the founding whose reverse is there too (with ledger.networks)", (in view) => view.Run.Interactions.ConsultationReciprocity() ?? double.NaN),
        .. LevelsOf("authority", "authority", (in view) => view.Organization.Authority),
        .. LevelsOf("power", "power", (in view) => view.Organization.Power),
        .. LevelsOf("consultation", "words given within the memory of power", (in view) => view.Run.Ledger.Work.GivenShares),
    ];

    private delegate ReadOnlySpan<double> Quantity(in TickView view);

    private static SeriesMetric Real(string name, string unit, string meaning, SeriesValue value, string? range = null) =>
        new(name, false, unit, meaning, value) { Range = range ?? (unit == "1" ? ValueRange.ZeroToOne : ValueRange.OfUnit(unit)) };

    private static SeriesMetric Whole(string name, string unit, string meaning, SeriesValue value) => new(name, true, unit, meaning, value);

    private static SeriesMetric[] AveragesOf(string name, string quantity, Quantity of) =>
    [
        Real(name + "Mean", "share", $"Mean {quantity} of agents", (in view) => AgentAverage.MeanOf(view.Run, of(view))),
        Real(name + "ByAuthority", "share", $"Mean {quantity} weighted by authority", (in view) => AgentAverage.ByAuthorityOf(view.Run, of(view))),
    ];

    private static SeriesMetric[] LevelsOf(string name, string quantity, Quantity of) =>
    [
        Real(name + "OfDirector", "share", $"Share of the director's level in {quantity}", (in view) => LevelShares.Of(view.Run, of(view)).Director),
        Real(name + "OfCoordinators", "share", $"Share of the coordinators' level in {quantity}", (in view) => LevelShares.Of(view.Run, of(view)).Coordinators),
        Real(name + "OfMembers", "share", $"Share of the members' level in {quantity}", (in view) => LevelShares.Of(view.Run, of(view)).Members),
        Real(name + "LevelEntropy", "nat", $"Shannon entropy over levels of {quantity}", (in view) => LevelShares.Of(view.Run, of(view)).LevelEntropy, ValueRange.EntropyOverLevels),
        Real(name + "LargestSite", "share", $"Largest share of a site in {quantity}", (in view) => LevelShares.Of(view.Run, of(view)).LargestSite),
        Real(name + "SiteEntropy", "nat", $"Shannon entropy over sites of {quantity}", (in view) => LevelShares.Of(view.Run, of(view)).SiteEntropy, ValueRange.EntropyOverSites),
    ];
}
