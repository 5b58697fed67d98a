using LeadershipSim.Simulation.Graphs;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>All outputs of a run, in column order.</summary>
public static class OutputCatalog
{
    /// <summary>The outputs.</summary>
    public static IReadOnlyList<Output> All { get; } =
    [
        Ticks("endTick", "Last tick of the run", o => o.EndTick),
        Flag("failed", "Whether the program failed while it was needed", o => o.EndCause == EndCause.Failure),
        Flag("needEnded", "Whether the run stopped because the need ended", o => o.EndCause == EndCause.NeedEnded),
        Flag("foundingExit", "Whether the founding core had left by the end", o => o.FoundingExit.Occurred),
        Ticks("foundingExitTick", "Tick at which the last of the founding core left", o => o.FoundingExit.Occurred ? o.FoundingExit.Tick : double.NaN),
        Ticks("residualLife", "Ticks the program lived from the founding core's exit on", o => o.ResidualLife?.Tick ?? double.NaN),
        Count("coreExits", "exits", "Leadership generations that have left", o => o.CoreExitTicks.Count),
        Count("foundingCoreSize", "agents", "Size of the founding core", o => o.FoundingCoreSize, ValueRange.AgentsOfOneTime),
        Ticks("needEndTick", "Tick at which the need ends", o => o.NeedEnd.Occurred ? o.NeedEnd.Tick : double.NaN),
        Real("vitality", "share", "Vitality at the end", o => o.Vitality),
        Real("vacantAuthority", "share", "Vacant authority at the end", o => o.VacantAuthority),
        Ticks("vacancyTicks", "Ticks at which some authority was vacant when decisions arose", o => o.VacancyTicks),
        Real("meanEffectiveHolders", "agents", "Effective number of holders of authority, mean over ticks", o => o.MeanEffectiveHolders, ValueRange.AgentsOfOneTime),
        Real("authorityGini", "1", "Gini coefficient of authority at the end", o => o.AuthorityGini),
        .. ConcentrationOf("authority", o => o.Ledger.Authority),
        Real("powerGini", "1", "Gini coefficient of power at the end", o => o.Ledger.Power.Gini),
        .. ConcentrationOf("power", o => o.Ledger.Power),
        Real("responsibilityGini", "1", "Gini coefficient of responsibility (open decisions after demand, averaged with the memory of power) at the end", o => o.Ledger.Responsibility.Gini),
        .. ConcentrationOf("responsibility", o => o.Ledger.Responsibility),
        Real("authorityResponsibilityCorrelation", "1", "Correlation of authority with responsibility over agents at the end; low: authority without responsibility", o => o.Ledger.AuthorityWithResponsibility ?? double.NaN, ValueRange.MinusOneToOne),
        Count("truckFactor", "agents", "Fewest agents with more than half of the power at the end", o => o.Ledger.TruckFactor, ValueRange.AgentsOfOneTime),
        Ticks("handOverHalfLife", "First tick at which the founding core held half or less of its founding authority", o => o.Ledger.HandOverHalfLife ?? double.NaN),
        Count("leaderChanges", "changes", "How often another agent came to be the largest holder of authority", o => o.Ledger.LeaderChanges),
        .. NetworkOf("authorityFlow", "authority flow", o => o.Ledger.AuthorityFlow),
        .. NetworkOf("consultation", "consultation", o => o.Ledger.Consultation),
        Ticks("unmetNeedTicks", "Ticks by which the need outlived a program that failed, up to the horizon", o => o.UnmetNeedTicks),
        Real("unmetDecisions", "decisions", "Decisions expected to arise in these ticks", o => o.UnmetDecisions),
        Count("decisionsResolved", "decisions", "Decisions resolved, successfully or not", o => o.DecisionsResolved),
        Count("decisionsSucceeded", "decisions", "Decisions resolved successfully", o => o.DecisionsSucceeded),
        Count("decisionsFailed", "decisions", "Decisions that failed unresolved", o => o.DecisionsFailed),
        Count("departures", "agents", "Departures", o => o.Departures),
        Real("codeKnowledge", "share", "Dimensions on which the code equals reality, at the end", o => o.CodeKnowledge),
        Real("codeScore", "share", "Σ C_j R_j / m: dimensions on which the code equals reality minus those on which it is opposed, at the end", o => o.CodeScore, ValueRange.MinusOneToOne),
        Real("meanKnowledge", "share", "Dimensions on which beliefs equal reality, mean over agents, at the end", o => o.MeanKnowledge),
        Count("shockDepartures", "agents", "Departures that shocks forced", o => o.ShockDepartures),
        Count("idleShocks", "shocks", "Shocks that found nobody to remove", o => o.IdleShocks),
        Event("directorExitTick", "Tick at which the director of the founding (seat 0) left", o => o.DirectorExit),
        Event("founderMajorityExitTick", "Tick at which more than half of the founders had left", o => o.FounderMajorityExit),
        Event("lastFounderExitTick", "Tick at which the last founder left", o => o.LastFounderExit),
        Event("founderAuthorityHalfTick", "First tick at which founders together held less than half of authority (0: at the founding)", o => o.FoundersBelowHalfOfAuthority),
        Event("founderPowerHalfTick", "First tick at which founders together held less than half of power", o => o.FoundersBelowHalfOfPower),
        Real("formalEnactedGap", "share", "Office against acts at the end, ½ Σ |authority − power|: 0 the same people, 1 others", o => o.Ledger.FormalEnactedGap),
        Real("authorityResponsibilityGap", "share", "Office against burden at the end, ½ Σ |authority − share of responsibility|", o => o.Ledger.AuthorityResponsibilityGap ?? double.NaN),
        Real("powerSuccessGap", "share", "Process against outcome at the end, ½ Σ |power − share of successes|", o => o.Ledger.PowerSuccessGap ?? double.NaN),
        Real("roleDistinctness", "1", "Σ |words given − asked for| / Σ (given + asked for) within the memory of power: 1 leaders and followers are different people, 0 all are both", o => o.Ledger.RoleDistinctness ?? double.NaN),
        Real("consultationReciprocity", "share", "Links of consultation whose reverse is there too (with ledger.networks)", o => o.Ledger.ConsultationReciprocity ?? double.NaN),
        .. LevelsOf("authority", "authority", o => o.Ledger.AuthorityAt),
        .. LevelsOf("power", "power", o => o.Ledger.PowerAt),
        .. LevelsOf("consultation", "words given within the memory of power", o => o.Ledger.ConsultationsAt),
        .. AverageOf("strain", "strain", o => o.Ledger.Strain),
        .. AverageOf("experience", "experience", o => o.Ledger.Experience),
        .. AverageOf("trust", "trust in agents", o => o.Ledger.Trust),
        .. AverageOf("leaderIdentity", "leader identity", o => o.Ledger.LeaderIdentity),
        .. AverageOf("followerIdentity", "follower identity", o => o.Ledger.FollowerIdentity),
    ];

    private static Output[] ConcentrationOf(string quantity, Func<ProgramOutcome, Concentration> of) =>
    [
        Real(quantity + "EffectiveNumber", "agents", $"Effective number of holders of {quantity} at the end (inverse Herfindahl index)", o => of(o).EffectiveNumber, ValueRange.AgentsOfOneTime),
        Real(quantity + "Entropy", "nat", $"Shannon entropy of {quantity} at the end", o => of(o).Shannon),
        Real(quantity + "Theil", "nat", $"Theil index T of {quantity} at the end", o => of(o).Theil),
        Real(quantity + "TopShare", "share", $"Largest share of {quantity} at the end", o => of(o).TopShare),
    ];

    private static Output[] NetworkOf(string name, string network, Func<ProgramOutcome, NetworkMeasures?> of) =>
    [
        Real(name + "Density", "1", $"Density of the network of {network} (with ledger.networks)", o => of(o)?.Density ?? double.NaN),
        Real(name + "Degree", "1", $"Freeman degree centralization of the network of {network}", o => of(o)?.DegreeCentralization ?? double.NaN),
        Real(name + "Closeness", "1", $"Freeman closeness centralization of the network of {network}; absent when it is in pieces", o => of(o)?.ClosenessCentralization ?? double.NaN),
        Real(name + "Betweenness", "1", $"Freeman betweenness centralization of the network of {network}", o => of(o)?.BetweennessCentralization ?? double.NaN),
        Real(name + "Eigenvector", "1", $"Freeman eigenvector centralization of the network of {network}; absent when it is in pieces", o => of(o)?.EigenvectorCentralization ?? double.NaN),
    ];

    private static Output[] LevelsOf(string name, string quantity, Func<ProgramOutcome, LevelShares> of) =>
    [
        Real(name + "OfDirector", "share", $"Share of the director's level in {quantity}, at the end", o => of(o).Director),
        Real(name + "OfCoordinators", "share", $"Share of the coordinators' level in {quantity}, at the end", o => of(o).Coordinators),
        Real(name + "OfMembers", "share", $"Share of the members' level in {quantity}, at the end", o => of(o).Members),
        Real(name + "LevelEntropy", "nat", $"Shannon entropy over levels of {quantity}, at the end", o => of(o).LevelEntropy, ValueRange.EntropyOverLevels),
        Real(name + "LargestSite", "share", $"Largest share of a site in {quantity}, at the end", o => of(o).LargestSite),
        Real(name + "SiteEntropy", "nat", $"Shannon entropy over sites of {quantity}, at the end", o => of(o).SiteEntropy, ValueRange.EntropyOverSites),
    ];

    private static Output[] AverageOf(string name, string quantity, Func<ProgramOutcome, AgentAverage> of) =>
    [
        Real(name + "Mean", "share", $"Mean {quantity} of agents at the end", o => of(o).Mean),
        Real(name + "ByAuthority", "share", $"Mean {quantity} weighted by authority, at the end", o => of(o).ByAuthority),
        Real(name + "Gini", "1", $"Gini coefficient of {quantity} over agents at the end", o => of(o).Gini),
    ];

    private static Output Event(string name, string meaning, Func<ProgramOutcome, EventTime> of) =>
        Ticks(name, meaning, o => of(o).Occurred ? of(o).Tick : double.NaN);

    private static Output Ticks(string name, string meaning, Func<ProgramOutcome, double> value) => new(name, OutputKind.Integer, "tick", meaning, value);

    private static Output Count(string name, string unit, string meaning, Func<ProgramOutcome, double> value, string? range = null) =>
        new(name, OutputKind.Integer, unit, meaning, value) { Range = range ?? ValueRange.OfUnit(unit) };

    private static Output Real(string name, string unit, string meaning, Func<ProgramOutcome, double> value, string? range = null) =>
        new(name, OutputKind.Real, unit, meaning, value) { Range = range ?? (unit == "1" ? ValueRange.ZeroToOne : ValueRange.OfUnit(unit)) };

    private static Output Flag(string name, string meaning, Func<ProgramOutcome, bool> value) =>
        new(name, OutputKind.Flag, "0 or 1", meaning, o => value(o) ? 1 : 0);
}
