using System.CommandLine;
using System.Globalization;
using LeadershipSim.Experiments;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Commands;

/// <summary>One call of <c>leadersim run</c>: from what is missing to the report.</summary>
/// <param name="Input">The experiment.</param>
/// <param name="Folder">Its results folder.</param>
/// <param name="Overrides">Values laid over its file.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Workers">Worker threads.</param>
/// <param name="Configuration">Where output and messages go.</param>
/// <param name="Quiet">Whether to say nothing but errors.</param>
internal sealed record RunSession(
    ExperimentInput Input,
    string Folder,
    IReadOnlyList<string> Overrides,
    IReadOnlyList<string> Arguments,
    int Workers,
    InvocationConfiguration Configuration,
    bool Quiet)
{
    /// <summary>Makes what runs a run, one for each worker; the engine unless a test puts in something else.</summary>
    public Func<Func<PlannedRun, ProgramOutcome>> Runner { get; init; } = new SweepOptions().Runner;

    /// <summary>Runs, analyzes, draws and reports.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Input.Spec.Name}: {Input.Plan.Points.Count} design points × {Input.Spec.Replicates} replicates = {Input.Plan.Count} runs, {Workers} workers, seed {Input.Spec.Seed}"));
        var result = Sweep(cancellation);
        if (!result.IsComplete)
        {
            Configuration.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"stopped: {result.Done + result.Failed} of {result.Total} runs are done and kept in {Folder}"));
            Configuration.Error.WriteLine($"next: give the same command again; it goes on where it stopped: leadersim {string.Join(' ', Arguments)}");
            return ExitCode.Incomplete;
        }

        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.RanNow} runs in {PlainProgress.Duration(result.Elapsed)}{(result.RanNow < result.Total ? $", {result.Total - result.RanNow} were there already" : "")}; {result.Failed} failed"));
        Finish();
        if (result.Failed > 0)
        {
            Configuration.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"warning: {result.Failed} runs failed; {Path.Combine(Folder, "failures.csv")} says why"));
            return ExitCode.SomeRunsFailed;
        }

        return ExitCode.Complete;
    }

    private SweepResult Sweep(CancellationToken cancellation)
    {
        var manifest = new RunManifest
        {
            Name = Input.Spec.Name,
            ExperimentId = Input.Plan.ExperimentId,
            Seed = Input.Spec.Seed,
            Seeding = Input.Spec.Seeding,
            Factors = [.. Input.Spec.Factors.Select(f => f.Path)],
            Overrides = Overrides,
            RunsPlanned = Input.Plan.Count,
            ShardSize = RunStore.ShardSizeFor(Input.Plan.Count),
        };
        var documents = new Dictionary<string, string>(Input.Plan.Inputs)
        {
            [ResultsFolder.SourceFile] = Input.Spec.SourceText,
            [ResultsFolder.ResolvedFile] = Input.Plan.ResolvedJson,
        };
        using var store = RunStore.Open(Folder, Input.Plan, manifest, documents);
        SweepResult Run(Action<RunProgress>? progress) => LeadershipSim.Experiments.Running.Sweep.Run(
            Input.Plan,
            store,
            new SweepOptions { Workers = Workers, Runner = Runner, Arguments = Arguments, Progress = progress, Report = Configuration.Error.WriteLine },
            cancellation);
        if (Quiet)
        {
            return Run(null);
        }

        return LiveProgress.IsPossible(Configuration.Error)
            ? LiveProgress.Show(Run)
            : Run(new PlainProgress(Configuration.Error, TimeProvider.System).Report);
    }

    private void Finish()
    {
        var results = ResultsFolder.Open(Folder);
        Say("analyzing");
        var study = results.Study();
        results.WriteAnalyses(study);
        Say("drawing");
        results.WriteFigures(study);
        var report = results.WriteReport(study);
        Configuration.Output.WriteLine(Folder);
        if (!Quiet)
        {
            Configuration.Error.Write(Environment.NewLine + StudyText.Of(study) + Environment.NewLine);
        }

        Say($"next: open {report} in a browser");
    }

    private void Say(string message)
    {
        if (!Quiet)
        {
            Configuration.Error.WriteLine(message);
        }
    }
}
