using System.CommandLine;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Extensions;
using LeadershipSim.Runner.Report;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Results;

/// <summary>One call of <c>leadersim run</c>: from the missing runs to the report.</summary>
/// <param name="Input">The experiment.</param>
/// <param name="Folder">Its results folder.</param>
/// <param name="Overrides">Values that replace those of its file.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Workers">Worker threads.</param>
/// <param name="Configuration">Where output and messages go.</param>
/// <param name="Verbosity">How much to say.</param>
internal sealed record RunSession(
    ExperimentInput Input,
    string Folder,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Arguments,
    int Workers,
    InvocationConfiguration Configuration,
    Verbosity Verbosity)
{
    private const string RetryFailed = "--retry-failed";

    /// <summary>Creates what runs a run, one for each worker; the engine, unless a test replaces it.</summary>
    public Func<Func<PlannedRun, ProgramOutcome>> CreateEngine { get; init; } = new SweepOptions().CreateEngine;

    /// <summary>The extension of the program.</summary>
    public Extension Extension { get; init; } = Extension.None;

    /// <summary>Which runs to do, and when to stop early.</summary>
    public RunLimits Limits { get; init; } = new();

    /// <summary>Folders whose runs are taken where they are those of the experiment.</summary>
    public Func<IReadOnlyList<ReuseSource>> Sources { get; init; } = () => [];

    /// <summary>Whether progress on a terminal has colours.</summary>
    public bool UsesColour { get; init; } = true;

    /// <summary>Runs, analyzes, draws and reports.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        Announce();
        using var limited = Limited(cancellation);
        var result = Progress.Show(progress => Sweep(progress, limited.Token));
        return Conclude(result, isTimeOver: limited.IsCancellationRequested && !cancellation.IsCancellationRequested);
    }

    /// <summary>How progress is shown.</summary>
    internal SweepProgress Progress => new(Configuration.Error, Verbosity, UsesColour);

    /// <summary>Says what is about to run.</summary>
    internal void Announce()
    {
        if (BatchTask.Current is { } task)
        {
            Say($"{task} on {Environment.MachineName}");
        }

        var share = Limits.Share is null ? "" : $", of which share {Limits.Share}";
        var seeds = Input.Spec.Seeds is { Count: var count }
            ? Invariant($"{count} seeds from {Input.Spec.Seed}")
            : Invariant($"seed {Input.Spec.Seed}");
        Say($"{Input.Title}: {Input.Size}{share}, {Counted.Of(Workers, "worker")}, {seeds}");
    }

    /// <summary>Cancelled by a signal, or when the time is over.</summary>
    internal CancellationTokenSource Limited(CancellationToken cancellation)
    {
        var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (Limits.Time is { } time)
        {
            limited.CancelAfter(time);
        }

        return limited;
    }

    /// <summary>Analyzes, draws and reports what is complete, or says how to continue.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    internal int Conclude(SweepResult result, bool isTimeOver)
    {
        if (!result.IsComplete)
        {
            return Stopped(result, isTimeOver);
        }

        Say(Finished(result));
        if (Limits.Share is null)
        {
            ResultsFolder.Finish(Folder, Configuration.Output, Verbosity == Verbosity.Quiet ? TextWriter.Null : Configuration.Error, Extension);
        }
        else
        {
            Configuration.Output.WriteLine(Folder);
            Say($"next: when all shares are done: {ShellText.Command("merge", ResultsParts.WholeOf(Folder))}");
        }

        return Limits.Share is null ? Verdict.Of(Folder, Input.Spec, Configuration.Error) : Verdict.OfShare(result.Failed, Configuration.Error);
    }

    private static string Finished(SweepResult result)
    {
        var there = result.Total - result.RanNow;
        var done = result.RanNow == 0
            ? $"complete: nothing to run, {Counted.Of(there, "was", "were")} there already"
            : $"{Counted.Of(result.RanNow, "run")} in {PlainProgress.Duration(result.Elapsed)}"
                + (there > 0 ? $", {Counted.Of(there, "was", "were")} there already" : "");
        return $"{done}; {result.Failed} failed";
    }

    private int Stopped(SweepResult result, bool isTimeOver)
    {
        var reason = result.StoppedByFailures
            ? Invariant($"because {Counted.Of(result.Failed, "run")} failed and ")
                + Invariant($"{(Limits.FailFast ? "--fail-fast was given" : $"no more than {Limits.MaxFailures?.Of(Input.Plan.Count)} may")}: ")
            : isTimeOver ? $"after the time limit of {PlainProgress.Duration(Limits.Time!.Value)}: " : "";
        Configuration.Error.WriteLine(Invariant($"stopped: {reason}{result.Done + result.Failed} of {result.Total} runs are done and kept in {Folder}"));
        Configuration.Error.WriteLine(result.StoppedByFailures
            ? $"next: remove the cause of the failures, then {ShellText.Command(Arguments.Contains(RetryFailed) ? Arguments : [.. Arguments, RetryFailed])}"
            : NextCommand.Of(Arguments));
        return result.StoppedByFailures ? ExitCode.SomeRunsFailed : Limits.IncompleteCode;
    }

    /// <summary>Runs what is missing.</summary>
    /// <param name="progress">Receives how far it is; may be null.</param>
    /// <param name="cancellation">Stops soon.</param>
    internal SweepResult Sweep(Action<RunProgress>? progress, CancellationToken cancellation)
    {
        // A share belongs to the stage that merges have reached; its folder may be of an earlier one.
        var input = StoredExperiment.StagedIn(Limits.Share is null ? Folder : ResultsParts.WholeOf(Folder), Input);
        using var store = ResultsStore.Open(Folder, input, Overrides, Input.Spec.SourceText);
        if (StatementText.Note(store.Manifest.Statements ?? []) is { } note)
        {
            Configuration.Error.WriteLine(note);
        }

        if (!store.IsAlone)
        {
            Configuration.Error.WriteLine($"warning: locks do not hold on the file system of {Folder}: a second session in the same folder is not refused. Results stay correct, but runs may be done twice: start each share once");
        }

        return Limits.Scratch is null ? SweepInto(store, input.Plan, progress, cancellation) : SweepByScratch(store, input, progress, cancellation);
    }

    private SweepResult SweepInto(RunStore store, ExperimentPlan plan, Action<RunProgress>? progress, CancellationToken cancellation) =>
        LeadershipSim.Experiments.Running.Sweep.Run(plan, store, Options(plan) with { Progress = progress }, cancellation);

    private SweepResult SweepByScratch(RunStore store, ExperimentInput input, Action<RunProgress>? progress, CancellationToken cancellation) =>
        new NodeDisk(Limits.Scratch!, input, Limits.Share, new SweepOptions { Arguments = Arguments, Report = Configuration.Error.WriteLine }, Say).Run(
            store,
            folder => ResultsStore.Open(folder, input, Overrides, Input.Spec.SourceText),
            here => SweepInto(here, input.Plan, progress, cancellation));

    private SweepOptions Options(ExperimentPlan plan) => new()
    {
        Workers = Workers,
        CreateEngine = CreateEngine,
        Arguments = Arguments,
        Share = Limits.Share ?? RunShare.All,
        Shared = Limits.Share is null ? null : plan.RangeOf(plan.Stages.Count - 1),

        // Whether replicates are enough is decided over the runs of all shares, by the merge.
        Grow = Limits.Share is null ? Input.Growth : null,
        FailFast = Limits.FailFast,
        MaxFailures = Limits.MaxFailures?.Of(Input.Plan.Count) ?? long.MaxValue,
        RetryFailed = Limits.RetryFailed,
        Reuse = new RunReuse(Sources(), Say, Configuration.Error.WriteLine),
        Report = Configuration.Error.WriteLine,
        Detail = Verbosity == Verbosity.Verbose ? TextWriter.Synchronized(Configuration.Error).WriteLine : null,
    };

    private void Say(string message)
    {
        if (Verbosity != Verbosity.Quiet)
        {
            Configuration.Error.WriteLine(message);
        }
    }
}
