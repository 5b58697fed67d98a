using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>An experiment that was written for Slurm: its frozen file, and the record of its jobs.</summary>
/// <param name="Results">The results folder.</param>
/// <param name="Work">What the tasks do.</param>
/// <param name="Record">The record of its jobs; null when nothing was submitted.</param>
internal sealed record SlurmFolder(string Results, ClusterWork Work, JobRecord? Record)
{
    private const string Suffix = ".parts";

    /// <summary>Opens it by its results folder, or by the folder of its shares.</summary>
    /// <exception cref="CommandException">leadersim slurm did not write it.</exception>
    public static SlurmFolder Open(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var results = path.EndsWith(Suffix, StringComparison.Ordinal) ? path[..^Suffix.Length] : path;
        var frozen = Path.Combine(ResultsParts.PartsOf(results), ResultsParts.FrozenFile);
        return File.Exists(frozen)
            ? new(results, ClusterWork.Read(frozen, [], null, null, "slurm"), JobRecord.Read(ResultsParts.PartsOf(results)))
            : throw new CommandException(ExitCode.Invalid, $"error: {folder} was not written for Slurm: there is no {frozen}. Give the folder that {ShellText.Program} slurm FILE names, as in results/NAME/ID");
    }

    /// <summary>The record of its jobs.</summary>
    /// <exception cref="CommandException">Nothing was submitted.</exception>
    public JobRecord Submitted => Record ?? throw new CommandException(ExitCode.Invalid, $"error: nothing of {Results} was submitted; {ShellText.Program} slurm FILE --submit does");

    /// <summary>Whether the merge has everything and has reported.</summary>
    public bool IsMerged => Work.IsMergedIn(Results);
}
