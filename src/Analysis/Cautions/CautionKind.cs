namespace LeadershipSim.Analysis.Cautions;

/// <summary>Kinds of reasons to doubt a result.</summary>
public enum CautionKind
{
    /// <summary>Too few runs enter an estimate.</summary>
    FewRuns,

    /// <summary>Too few events for a curve to be settled.</summary>
    FewEvents,

    /// <summary>Most programs fail before the time origin: those that enter are a selection.</summary>
    Selection,

    /// <summary>The levels that are compared were not run under the same conditions.</summary>
    UnequalConditions,

    /// <summary>A restricted mean looks beyond what was observed.</summary>
    BeyondObservation,

    /// <summary>Design points share their random numbers.</summary>
    SharedSeeds,

    /// <summary>Runs are missing or failed.</summary>
    MissingRuns,

    /// <summary>Points of the design repeat others and are run once.</summary>
    RepeatedPoints,

    /// <summary>Replication stopped at the most replicates allowed, before intervals were narrow enough.</summary>
    PrecisionNotReached,

    /// <summary>Most observations are censored.</summary>
    HeavyCensoring,

    /// <summary>The horizon is too short for the median.</summary>
    HorizonTooShort,

    /// <summary>The ratio of hazards changes with time.</summary>
    NonProportionalHazards,

    /// <summary>A column of a model cannot be estimated.</summary>
    ColumnProblem,

    /// <summary>Groups are made by something that happens after time starts.</summary>
    ImmortalTime,

    /// <summary>Chance decides more of an output than the factors do, or how much it decides is unknown.</summary>
    NoiseShareLarge,

    /// <summary>A factor has no order where a method needs one.</summary>
    CategoricalFactor,

    /// <summary>Data say next to nothing about a parameter.</summary>
    NotIdentified,

    /// <summary>Too few particles stand behind a posterior.</summary>
    FewAccepted,

    /// <summary>A calibration was ended while its tolerance was falling.</summary>
    ToleranceFalling,

    /// <summary>A posterior lies at an end of its prior.</summary>
    AtPriorEdge,

    /// <summary>What was observed lies outside of what the model gives.</summary>
    ObservedNotSimulated,

    /// <summary>A summary statistic does not exist in many simulations.</summary>
    StatisticMissing,

    /// <summary>A parameter is not found again on synthetic data.</summary>
    NotRecovered,

    /// <summary>Another version of the program wrote the results.</summary>
    OtherVersion,
}
