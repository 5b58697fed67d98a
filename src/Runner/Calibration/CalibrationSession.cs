using System.Diagnostics;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
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
        if (Call.Share is { } share)
        {
            return Run(share, cancellation);
        }

        var spec = Call.Input.Spec;
        Call.Say(Invariant($"{spec.Name}: {Call.Input.Size}, {Counted.Of(Call.Workers, "worker")}, seed {spec.Seed}"));
        var progress = Call.Progress(Call.Input.Spec.Runs);
        using var store = StageStore.Open(Call.Folder, Call.Input.Manifest(Call.Overrides), Call.Input.Documents);
        var populations = ReadAll(store);
        var study = CalibrationStudy.Of(spec, Call.Workers, progress.Simulated, Call.Gathered(store.Manifest.Id, () => populations.Count));
        var session = RunManifest.StartSession(DateTimeOffset.UtcNow, Call.Workers, Call.Arguments);
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
        catch (PartsMissingException missing)
        {
            Record(null, ended: true);
            return Call.NotGathered(missing, $"{Counted.Of(populations.Count, "population is", "populations are")} kept");
        }
    }

    private int Run(RunShare share, CancellationToken cancellation) => new StagedShare<Population>(Call, Call.Input.Manifest([]), Call.Input.Documents).Run(
        share,
        (populations, work) =>
        {
            var progress = Call.Progress(Call.Input.Spec.Runs);
            var study = CalibrationStudy.Of(Call.Input.Spec, Call.Workers, progress.Simulated, work);
            var simulations = study.ReasonToStop(populations) is null
                ? Call.Input.Spec.Method.SimulationsOf(populations.Count)
                : Call.Input.Spec.PredictiveDraws;
            progress.Show((simulations ?? 0) / share.Of, () => study.ReasonToStop(populations) is { } reason
                ? (object)CalibrationResult.Of(study, populations, reason, cancellation)
                : study.Method.Advance(study.Problem, populations, cancellation));
        });

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

            // Merges are short: the time of a calibration on a cluster is that of its jobs.
            if (Call.Shares is null && populations.Count > 0 && watch.Elapsed.TotalSeconds >= study.Spec.Stop.Seconds)
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
