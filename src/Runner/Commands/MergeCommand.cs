using System.CommandLine;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Calibration;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Optimization;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim merge DIR [SOURCE...]</c>: merges the runs that several processes or machines made of one experiment.</summary>
internal static class MergeCommand
{
    private const int SharesShown = 20;

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Results folder that receives the runs; it is created if it does not exist", HelpName = "DIR" };
        var sources = new Argument<string[]>("source") { Description = "Results folders of the same experiment (default: the shares in DIR.parts); they are not changed", HelpName = "SOURCE", Arity = ArgumentArity.ZeroOrMore };
        var partial = new Option<bool>("--partial") { Description = "While runs are missing, also write results of the first replicates that all design points have, as an experiment of its own" };
        var command = new Command("merge", "Merge the shares of an experiment (run --shard); then analyze, draw and report") { folder, sources, partial };
        command.SetAction(
            parsed => Merge(parsed, Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(folder)), parsed.GetValue(sources)!, parsed.GetValue(partial)));
        return command;
    }

    private static int Merge(ParseResult parsed, string folder, string[] named, bool isPartial)
    {
        if (named.Length == 0 && MergeStage(parsed, folder) is { } code)
        {
            return code;
        }

        var sources = named.Length > 0 ? named : ResultsParts.In(folder);
        if (sources.Count == 0)
        {
            throw new CommandException(ExitCode.Invalid, $"error: nothing to merge: there is no share in {ResultsParts.PartsOf(folder)}, and no other folder was named; {ShellText.Program} run FILE --shard 1/4 makes the first of four shares");
        }

        // Of folders whose plans grew, the one that came furthest: the plans of the others are its beginning.
        (string Folder, RunManifest? Manifest)[] manifests = [.. sources.Append(folder).Select(f => (f, RunManifest.Read(f))).Where(f => f.Item2 is not null)];
        foreach (var (_, manifest) in manifests)
        {
            ModelRules.Require(manifest!, "merge");
        }

        var first = manifests.MaxBy(f => f.Manifest!.RunsPlanned).Folder ?? sources[0];
        var input = StoredExperiment.InputOf(first, LeaderSimCommand.ExtensionOf(parsed));
        var (error, messages) = (parsed.InvocationConfiguration.Error, Messages.Of(parsed));
        var options = new SweepOptions { Arguments = [.. parsed.Tokens.Select(t => t.Value)], Grow = input.Growth, Report = error.WriteLine };
        SweepResult result;
        using (var store = ResultsStore.OpenLike(folder, input, first))
        {
            result = StoreMerge.Merge(input.Plan, store, sources, options);
        }

        messages.WriteLine(Invariant(
            $"{Counted.Of(result.RanNow, "run")} taken from {Counted.Of(sources.Count, "folder")}; {result.Done + result.Failed} of {result.Total} are there; {result.Failed} failed"));
        if (!result.IsComplete)
        {
            var plan = StoredExperiment.PlanOf(folder, LeaderSimCommand.ExtensionOf(parsed));
            error.WriteLine(plan.Count > input.Plan.Count
                ? "not complete: intervals are not yet as narrow as asked for, so "
                    + $"{Counted.Of(plan.Count - input.Plan.Count, "run was", "runs were")} added to the plan; what is there is kept in {folder}"
                : $"not complete: {Counted.Of(result.Total - result.Done - result.Failed, "run is", "runs are")} missing; what is there is kept in {folder}");
            error.WriteLine($"next: {Missing(folder, plan)}, then {ShellText.Command(parsed.Tokens.Select(t => t.Value))}");
            if (isPartial)
            {
                var (place, replicates) = PartialResults.Make(folder, input with { Plan = plan }, options.Arguments);
                messages.WriteLine(Invariant($"partial: the first {replicates} of {input.Spec.Replicates} replicates are there at all design points"));
                ResultsFolder.Finish(place, parsed.InvocationConfiguration.Output, messages);
            }

            return ExitCode.Incomplete;
        }

        if (named.Length == 0)
        {
            messages.WriteLine($"the shares in {ResultsParts.PartsOf(folder)} are no longer needed");
        }

        ResultsFolder.Finish(folder, parsed.InvocationConfiguration.Output, messages, LeaderSimCommand.ExtensionOf(parsed));
        return Verdict.Of(folder, input.Spec, error);
    }

    // Puts the next stage of a calibration or an optimization together, and the result after the last; null when the shares are those of an experiment.
    private static int? MergeStage(ParseResult parsed, string folder)
    {
        var frozen = Path.Combine(ResultsParts.PartsOf(folder), ResultsParts.FrozenFile);
        if (!File.Exists(frozen) || ResultsParts.In(folder).Count > 0)
        {
            return null;
        }

        var read = ExperimentReader.Read(frozen, [], null, LeaderSimCommand.ExtensionOf(parsed).Model);
        var source = File.ReadAllText(Path.Combine(ResultsParts.PartsOf(folder), ResultsFolder.SourceFile));
        return read.Calibration is { } calibration ? new CalibrationSession(CallOf(parsed, folder, calibration, source)).Run(CancellationToken.None)
            : read.Optimization is { } optimization ? new OptimizationSession(CallOf(parsed, folder, optimization, source)).Run(CancellationToken.None)
            : null;
    }

    private static CalibrationCall CallOf(ParseResult parsed, string folder, CalibrationSpec spec, string source) => new CalibrationCall
    {
        Input = new(new CalibrationPlan(spec with { SourceText = source })),
        Shares = ResultsParts.FoldersIn(folder),
        Folder = folder,
        Workers = SharedOptions.WorkersOf(null, spec.Execution),
        Overrides = ResultsParts.OverridesOf(folder) ?? [],
        IsJson = false,
        Terminal = CallTerminal.Of(parsed, Messages.IsQuiet(parsed) ? Verbosity.Quiet : Verbosity.Normal),
    };

    private static OptimizationCall CallOf(ParseResult parsed, string folder, OptimizationSpec spec, string source) => new OptimizationCall
    {
        Input = new(new OptimizationPlan(spec with { SourceText = source })),
        Shares = ResultsParts.FoldersIn(folder),
        Folder = folder,
        Workers = SharedOptions.WorkersOf(null, spec.Execution),
        Overrides = ResultsParts.OverridesOf(folder) ?? [],
        IsJson = false,
        Terminal = CallTerminal.Of(parsed, Messages.IsQuiet(parsed) ? Verbosity.Quiet : Verbosity.Normal),
    };

    private static string Missing(string folder, ExperimentPlan plan)
    {
        string[] shares = [.. ResultsParts.ProgressIn(folder, plan).Where(s => !s.IsComplete).Select(s => s.Share.ToString())];
        return shares.Length > 0
            ? $"run the shares that are not complete ({string.Join(", ", shares.Take(SharesShown))}{(shares.Length > SharesShown ? Invariant($" and {shares.Length - SharesShown} more") : "")})"
            : $"run the rest, which {ShellText.Command("status", folder)} lists";
    }
}
