namespace LeadershipSim.Architecture.Tests;

/// <summary>
/// The folders of each project, lowest first: a folder imports only what stands before it. The files at the root of a project stand last.
/// This is the table of contents of ARCHITECTURE.md.
/// </summary>
internal static class FolderOrder
{
    public static IReadOnlyDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>
    {
        ["Simulation"] = ["Randomness", "Parameters", "Graphs", "Measures", "Networks", "Authority", "State", "Policies", "Processes", "Outcomes"],
        ["Experiments"] =
        [
            "Problems", "Distributions", "Expressions", "Factors", "Designs", "Tables", "GraphFiles", "Specs", "Identity", "Plans", "Reading",
            "Recording", "Storing/Files", "Storing/Columns", "Storing", "Reuse", "Running", "Checking", "Exporting",
        ],
        ["Analysis"] =
        [
            "Cautions", "Inference", "Tables", "Fitting", "Survival", "Survival/Regression", "Paired", "Sensitivity", "Outliving", "Replication", "Calibration",
            "Optimization", "Patterns", "OwnTables",
        ],
        ["Runner"] =
        [
            "Tables", "Figures/Drawing", "Extensions", "Figures", "Figures/Kinds", "Report", "CommandLine", "Results", "Cluster", "Calibration",
            "Optimization", "Patterns", "Describing", "Sql", "ExactCases/Comparison", "ExactCases/Cases", "ExactCases", "Commands",
        ],
        ["Studio"] = ["Worlds", "Drafts", "Library", "Trials", "Folders", "Sessions", "Serving"],
    };

    /// <summary>The files that may lie at the root of a project.</summary>
    public static IReadOnlyDictionary<string, string[]> FrontDoor { get; } = new Dictionary<string, string[]>
    {
        ["Simulation"] = ["IScenarioEdit", "ModelRevision", "PendingChanges", "Scenario", "ScenarioChange", "TickEngine", "TickSchedule"],
        ["Experiments"] = [],
        ["Analysis"] = [],
        ["Runner"] = ["LeaderSim", "Program"],
        ["Studio"] = ["Program"],
    };
}
