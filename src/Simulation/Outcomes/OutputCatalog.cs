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
        Count("foundingCoreSize", "agents", "Size of the founding core", o => o.FoundingCoreSize),
        Ticks("needEndTick", "Tick at which the need ends", o => o.NeedEnd.Occurred ? o.NeedEnd.Tick : double.NaN),
        Real("vitality", "share", "Vitality at the end", o => o.Vitality),
        Real("vacantAuthority", "share", "Vacant authority at the end", o => o.VacantAuthority),
        Ticks("vacancyTicks", "Ticks at which some authority was vacant when decisions arose", o => o.VacancyTicks),
        Real("meanEffectiveHolders", "agents", "Effective number of holders of authority, mean over ticks", o => o.MeanEffectiveHolders),
        Real("authorityGini", "1", "Gini coefficient of authority at the end", o => o.AuthorityGini),
        .. ConcentrationOf("authority", o => o.Ledger.Authority),
        Real("powerGini", "1", "Gini coefficient of power at the end", o => o.Ledger.Power.Gini),
        .. ConcentrationOf("power", o => o.Ledger.Power),
        Real("responsibilityGini", "1", "Gini coefficient of responsibility (open decisions) at the end", o => o.Ledger.Responsibility.Gini),
        .. ConcentrationOf("responsibility", o => o.Ledger.Responsibility),
        Real("authorityResponsibilityCorrelation", "1", "Correlation of authority with responsibility over agents at the end; low: authority without responsibility", o => o.Ledger.AuthorityWithResponsibility ?? double.NaN),
        Count("truckFactor", "agents", "Fewest agents with more than half of the power at the end", o => o.Ledger.TruckFactor),
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
        Real("codeScore", "share", "Σ C_j R_j / m: dimensions on which the code equals reality minus those on which it is opposed, at the end", o => o.CodeScore),
        Real("meanKnowledge", "share", "Dimensions on which beliefs equal reality, mean over agents, at the end", o => o.MeanKnowledge),
        Count("shockDepartures", "agents", "Departures that shocks forced", o => o.ShockDepartures),
        Count("idleShocks", "shocks", "Shocks that found nobody to remove", o => o.IdleShocks),
    ];

    private static Output[] ConcentrationOf(string quantity, Func<ProgramOutcome, Concentration> of) =>
    [
        Real(quantity + "EffectiveNumber", "agents", $"Effective number of holders of {quantity} at the end (inverse Herfindahl index)", o => of(o).EffectiveNumber),
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

    private static Output Ticks(string name, string meaning, Func<ProgramOutcome, double> value) => new(name, OutputKind.Integer, "tick", meaning, value);

    private static Output Count(string name, string unit, string meaning, Func<ProgramOutcome, double> value) => new(name, OutputKind.Integer, unit, meaning, value);

    private static Output Real(string name, string unit, string meaning, Func<ProgramOutcome, double> value) => new(name, OutputKind.Real, unit, meaning, value);

    private static Output Flag(string name, string meaning, Func<ProgramOutcome, bool> value) => new(name, OutputKind.Flag, "0 or 1", meaning, o => value(o) ? 1 : 0);
}
