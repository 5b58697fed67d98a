namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Which design points had the same random numbers in a replicate.</summary>
public enum ChanceSharing
{
    /// <summary>None: every point had its own.</summary>
    None,

    /// <summary>All: a replicate had the same random numbers at every point.</summary>
    AllPoints,

    /// <summary>Those of one base point.</summary>
    BasePoint,

    /// <summary>The random numbers were a factor of the design, named seed.</summary>
    SeedAsFactor,
}
