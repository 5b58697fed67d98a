namespace LeadershipSim.Runner.Tests;

/// <summary>Experiment files for tests.</summary>
internal static class ExampleFiles
{
    /// <summary>Two policies, two conditions, ten replicates of a small organization: runs in a fraction of a second.</summary>
    public static string Small { get; } = Path.Combine(AppContext.BaseDirectory, "Examples", "small.yaml");

    /// <summary>48 sampled environments under three policies, three replicates.</summary>
    public static string Environments { get; } = Path.Combine(AppContext.BaseDirectory, "Examples", "environments.yaml");

    /// <summary>Two parameters, calibrated in three small populations.</summary>
    public static string Calibration { get; } = Path.Combine(AppContext.BaseDirectory, "Examples", "calibration.yaml");

    /// <summary>A race of four policies.</summary>
    public static string Optimize { get; } = Path.Combine(AppContext.BaseDirectory, "Examples", "optimize.yaml");

    /// <summary>One leader, whom an intervention removes.</summary>
    public static string OneLeader { get; } = Path.Combine(AppContext.BaseDirectory, "Examples", "one-leader.yaml");
}
