namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>One row of a Cox model: a subject, or the part of its time during which its covariates have these values.</summary>
/// <param name="Time">End of the row, in ticks; not negative.</param>
/// <param name="Event">Whether the event happened at <paramref name="Time"/>; false: censored, or the subject continues in another row.</param>
/// <param name="Covariates">One value per column.</param>
public sealed record CoxRow(double Time, bool Event, IReadOnlyList<double> Covariates)
{
    /// <summary>The row is at risk only after this time; below <see cref="Time"/>. 0: from the origin on.</summary>
    public double Entry { get; init; }

    /// <summary>The stratum; each has its own baseline hazard.</summary>
    public string Stratum { get; init; } = "";

    /// <summary>Rows of one cluster (a subject, a replicate) may depend on each other: standard errors become robust. Null: no clusters.</summary>
    public string? Cluster { get; init; }

    /// <summary>Weight of the row; above 0.</summary>
    public double Weight { get; init; } = 1;
}
