using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>The verdict on complete runs: an <see cref="ExitCode"/>, and a warning where it is not <see cref="ExitCode.Complete"/>.</summary>
internal static class Verdict
{
    /// <summary>The verdict on a complete results folder.</summary>
    public static int Of(string folder, ExperimentSpec spec, TextWriter error)
    {
        var manifest = RunTable.ManifestOf(folder);
        if (manifest.RunsFailed > 0)
        {
            return Failed(manifest.RunsFailed, Path.Combine(folder, "failures.csv"), error);
        }

        if (manifest.ImprecisePoints is not > 0)
        {
            return ExitCode.Complete;
        }

        error.WriteLine(
            $"warning: {Counted.Of(manifest.ImprecisePoints.Value, "design point is", "design points are")} less precise than asked for after "
            + $"{Counted.Of(spec.Replicates, "replicate")}, the maximum; {Path.Combine(folder, "replication.csv")} says which");
        return ExitCode.PrecisionNotReached;
    }

    /// <summary>The verdict on the runs of a share, which has no tables yet.</summary>
    public static int OfShare(long failed, TextWriter error) =>
        failed > 0 ? Failed(failed, $"{ShellText.Program} merge writes failures.csv, which", error) : ExitCode.Complete;

    private static int Failed(long runs, string place, TextWriter error)
    {
        error.WriteLine($"warning: {Counted.Of(runs, "run")} failed; {place} says why");
        return ExitCode.SomeRunsFailed;
    }
}
