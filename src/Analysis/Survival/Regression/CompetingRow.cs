namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>One subject of a Fine–Gray model.</summary>
/// <param name="Time">Time of the event or of censoring, in ticks; not negative.</param>
/// <param name="Cause">0: censored; 1, 2, ...: cause of the event.</param>
/// <param name="Covariates">One value per column.</param>
public sealed record CompetingRow(double Time, int Cause, IReadOnlyList<double> Covariates)
{
    /// <summary>The stratum; each has its own baseline. Censoring is estimated over all strata.</summary>
    public string Stratum { get; init; } = "";

    /// <summary>Subjects of one cluster may depend on each other; null: every subject by itself.</summary>
    public string? Cluster { get; init; }
}
