using System.Diagnostics;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Calibration;

/// <summary>Calibrates: from the last whole population to tables and figures.</summary>
/// <param name="Call">What is asked for.</param>
internal sealed record CalibrationSession(CalibrationCall Call)
{
    /// <summary>Calibrates what is missing, then sums up, writes and draws.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        var spec = Call.Input.Spec;
        Call.Say(Invariant($"{spec.Name}: {Call.Input.Size}, {Counted.Of(Call.Workers, "worker")}, seed {spec.Seed}"));
        var progress = Call.Progress(Call.Input.Spec.Runs);
        var study = CalibrationStudy.Of(spec, Call.Workers, progress.Simulated);
        using var store = Open();
        var session = RunManifest.StartSession(DateTimeOffset.UtcNow, Call.Workers, Call.Arguments);
        var populations = ReadAll(store);
        var before = populations.Sum(p => p.Simulations);
        void Record(string? reason, bool ended) => store.WriteManifest(
            session with { RunsDone = (populations.Sum(p => p.Simulations) - before) * spec.Runs, Ended = ended ? DateTimeOffset.UtcNow : null },
            populations.Count, populations.Sum(p => p.Simulations), reason);
        Record(null, ended: false);
        try
        {
            var (reason, isTimeOver) = Advance(study, store, populations, progress, cancellation);
            var result = progress.Show(spec.PredictiveDraws, () => CalibrationResult.Of(study, populations, reason, cancellation));
            Write(result);
            Record(reason, ended: true);
            return isTimeOver ? Stopped($"because {reason}", populations.Count, ExitCode.Incomplete) : ExitCode.Complete;
        }
        catch (OperationCanceledException)
        {
            Record(null, ended: true);
            return Stopped("before the end", populations.Count, ExitCode.Incomplete);
        }
    }

    private StageStore Open()
    {
        var plan = Call.Input.Plan;
        var manifest = new CalibrationManifest
        {
            Name = plan.Spec.Name,
            CalibrationId = plan.CalibrationId,
            Seed = plan.Spec.Seed,
            Parameters = [.. plan.Spec.Priors.Select(p => p.Path)],
            Overrides = Call.Overrides,
        };
        return StageStore.Open(Call.Folder, manifest, new Dictionary<string, string>(plan.Inputs)
        {
            [ResultsFolder.SourceFile] = plan.Spec.SourceText,
            [ResultsFolder.ResolvedFile] = plan.ResolvedJson,
        });
    }

    private List<Population> ReadAll(StageStore store)
    {
        var populations = store.ReadAll<Population>(Call.Error.WriteLine);
        if (populations.Count > 0)
        {
            Call.Say(Invariant($"{populations.Count} populations are done already"));
        }

        return populations;
    }

    private (string Reason, bool IsTimeOver) Advance(
        CalibrationStudy study, StageStore store, List<Population> populations, StageProgress progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (study.ReasonToStop(populations) is { } reason)
            {
                return (reason, false);
            }

            if (populations.Count > 0 && watch.Elapsed.TotalSeconds >= study.Spec.Stop.Seconds)
            {
                return (Invariant($"the {study.Spec.Stop.Seconds} seconds of the stopping rule are over"), true);
            }

            cancellation.ThrowIfCancellationRequested();
            var population = progress.Show(
                study.Spec.Method.SimulationsOf(populations.Count)!.Value, () => study.Method.Advance(study.Problem, populations, cancellation));
            store.Write(population.Index, StageJson.Write(population));
            populations.Add(population);
            Call.Say(CalibrationText.Of(population, study.Method is HistoryMatching));
        }
    }

    private void Write(CalibrationResult result)
    {
        CalibrationFiles.Write(result, Call.Input.Plan.CalibrationId, Call.Folder);
        foreach (var figure in CalibrationFigures.Of(result))
        {
            FigureFiles.Write(figure, Path.Combine(Call.Folder, "figures"));
        }

        Call.Output.WriteLine(Call.IsJson ? CalibrationFiles.AsJson(result, Call.Input.Plan.CalibrationId) : Call.Folder);
        Call.Say(Environment.NewLine + CalibrationText.Of(result));
    }

    private int Stopped(string when, int populations, int code)
    {
        Call.Error.WriteLine(Invariant($"stopped {when}: {populations} populations are done and kept in {Call.Folder}"));
        Call.Error.WriteLine(NextCommand.Of(Call.Arguments));
        return code;
    }
}
