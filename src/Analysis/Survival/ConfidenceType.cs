namespace LeadershipSim.Analysis.Survival;

/// <summary>The scale on which a confidence band of a survival curve is symmetric.</summary>
public enum ConfidenceType
{
    /// <summary>ln(−ln S): S^exp(±zσ/ln S). Keeps its level with few subjects and stays within 0 and 1.</summary>
    LogLog,

    /// <summary>ln S: S·exp(±zσ), cut at 1. The default of R's survfit.</summary>
    Log,

    /// <summary>S itself: S ± zσS, cut at 0 and 1.</summary>
    Plain,
}
