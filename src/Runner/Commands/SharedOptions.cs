using System.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary>Arguments and options that several verbs have, with one meaning everywhere.</summary>
internal static class SharedOptions
{
    /// <summary>One JSON document instead of text.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON document to standard output" };

    /// <summary>The experiment file.</summary>
    public static Argument<string> ExperimentFile() => new("file") { Description = "Experiment file (YAML)", HelpName = "FILE" };

    /// <summary>A results folder of one experiment.</summary>
    public static Argument<string> ResultsFolder() => new("folder") { Description = "Results folder: the one that holds manifest.json", HelpName = "DIR" };

    /// <summary>Parameters put over the file's baseline.</summary>
    public static Option<string[]> Set() => new("--set")
    {
        Description = "Replace a value of the experiment file, as in --set turnover.strainEffect=0; may be given several times",
        HelpName = "path=value",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The root seed.</summary>
    public static Option<ulong?> Seed() => new("--seed") { Description = "Root seed instead of the file's; 0 is a seed", HelpName = "S" };
}
