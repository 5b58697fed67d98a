using System.Collections.Concurrent;
using LeadershipSim.Analysis.Patterns;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Patterns;

/// <summary>A file with a pattern.</summary>
/// <param name="Path">The file.</param>
/// <param name="Input">Its experiment.</param>
internal sealed record PatternFile(string Path, ExperimentInput Input)
{
    /// <summary>The pattern.</summary>
    public PatternSpec Pattern => Input.Spec.Pattern!;

    /// <summary>The files of a path: itself, or all files of the folder that have a pattern, by name.</summary>
    /// <exception cref="CommandException">There is no pattern, or files have problems.</exception>
    public static IReadOnlyList<PatternFile> Of(string path, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model)
    {
        var isFolder = Directory.Exists(path);
        string[] files = isFolder ? [.. Directory.GetFiles(path, "*.yaml").Where(HasSection).Order(StringComparer.Ordinal)] : [path];
        var inputs = ExperimentInput.ReadAll(files, overrides, seed, model);
        if (inputs.Count == 0 || inputs.Any(i => i.Spec.Pattern is null))
        {
            var missing = isFolder ? $"no file of {path} has" : $"{path} has no";
            throw new CommandException(
                ExitCode.Invalid, $"error: {missing} section \"pattern\"; give a file or a folder with patterns, such as experiments/patterns");
        }

        return [.. files.Zip(inputs, (file, input) => new PatternFile(file, input))];
    }

    /// <summary>Runs the experiment, and compares what comes out with the pattern.</summary>
    public PatternResult Run(int workers, CancellationToken cancellation)
    {
        var plan = Input.Plan;
        var runs = new PatternRun[plan.Count];
        var idle = new ConcurrentBag<(WorldEngine Engine, MetricFollower Follower)>();
        Parallel.For(0, plan.Count, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, k =>
        {
            if (!idle.TryTake(out var bench))
            {
                bench = (new(), new(Input.Spec.Model.OwnMetrics));
            }

            runs[k] = Run(bench.Engine, bench.Follower, plan[k]);
            idle.Add(bench);
        });
        return PatternEstimate.Of(Pattern, runs);
    }

    private static PatternRun Run(WorldEngine engine, MetricFollower follower, PlannedRun run)
    {
        if (follower.HasMetrics)
        {
            follower.Start();
            run = run with { Observer = follower };
        }

        var levels = run.Point.Values.ToDictionary(v => v.Path, v => Spelled.Of(v.Value ?? FactorValue.Absent));
        return new(levels, Invariant($"{run.Seed.Root}/{run.Seed.Replicate}/{run.Seed.Arm}"), follower.Complete(engine.Run(run)));
    }

    // A folder may hold what patterns extend, and a calibration.
    private static bool HasSection(string file) => File.ReadLines(file).Any(line => line.StartsWith("pattern:", StringComparison.Ordinal));
}
