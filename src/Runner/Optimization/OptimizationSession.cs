using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Optimization;

/// <summary>Optimizes: from the last whole wave to tables and figures.</summary>
/// <param name="Call">What is asked for.</param>
internal sealed record OptimizationSession(OptimizationCall Call)
{
    /// <summary>Runs the waves that are missing, then confirms, sums up, writes and draws.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        if (Call.Share is { } share)
        {
            return Run(share, cancellation);
        }

        var spec = Call.Input.Spec;
        Call.Say(Invariant($"{spec.Name}: {Call.Input.Size}, {Counted.Of(Call.Workers, "worker")}, seed {spec.Seed}"));
        var progress = Call.Progress(1);
        using var store = StageStore.Open(Call.Folder, Call.Input.Manifest(Call.Overrides), Call.Input.Documents);
        var waves = ReadAll(store);
        var study = OptimizationStudy.Of(spec, Call.Workers, progress.Simulated, Call.Gathered(store.Manifest.Id, () => waves.Count));
        var session = RunManifest.StartSession(DateTimeOffset.UtcNow, Call.Workers, Call.Arguments);
        var before = waves.Sum(w => w.Runs);
        void Record(string? reason, bool ended) => store.WriteManifest(
            session with { RunsDone = waves.Sum(w => w.Runs) - before, Ended = ended ? DateTimeOffset.UtcNow : null },
            waves.Count,
            waves.Sum(w => w.Runs),
            reason);
        Record(null, ended: false);
        try
        {
            var reason = Advance(study, store, waves, progress, cancellation);
            var result = progress.Show(
                (long)spec.Finalists * spec.Confirmation, () => OptimizationResult.Of(study, spec, waves, reason, cancellation));
            Write(result);
            Record(reason, ended: true);
            return ExitCode.Complete;
        }
        catch (OperationCanceledException)
        {
            Record(null, ended: true);
            Call.Error.WriteLine($"stopped before the end: {Counted.Of(waves.Count, "wave of runs is", "waves of runs are")} kept in {Call.Folder}");
            Call.Error.WriteLine(NextCommand.Of(Call.Arguments));
            return ExitCode.Incomplete;
        }
        catch (PartsMissingException missing)
        {
            Record(null, ended: true);
            return Call.NotGathered(missing, $"{Counted.Of(waves.Count, "wave of runs is", "waves of runs are")} kept");
        }
    }

    private int Run(RunShare share, CancellationToken cancellation) => new StagedShare<Wave>(Call, Call.Input.Manifest([]), Call.Input.Documents).Run(
        share,
        (waves, work) =>
        {
            var (spec, progress) = (Call.Input.Spec, Call.Progress(1));
            var study = OptimizationStudy.Of(spec, Call.Workers, progress.Simulated, work);
            var runs = study.ReasonToStop(waves) is null ? study.RunsOfNext(waves) : (long)spec.Finalists * spec.Confirmation;
            progress.Show(runs / share.Of, () => study.ReasonToStop(waves) is { } reason
                ? (object)OptimizationResult.Of(study, spec, waves, reason, cancellation)
                : study.Advance(waves, cancellation));
        });

    private List<Wave> ReadAll(StageStore store)
    {
        var waves = store.ReadAll<Wave>(Call.Error.WriteLine);
        if (waves.Count > 0)
        {
            Call.Say($"{Counted.Of(waves.Count, "wave of runs is", "waves of runs are")} there already");
        }

        return waves;
    }

    private string Advance(OptimizationStudy study, StageStore store, List<Wave> waves, StageProgress progress, CancellationToken cancellation)
    {
        while (true)
        {
            if (study.ReasonToStop(waves) is { } reason)
            {
                return reason;
            }

            cancellation.ThrowIfCancellationRequested();
            var wave = progress.Show(study.RunsOfNext(waves), () => study.Advance(waves, cancellation));
            store.Write(wave.Index, StageJson.Write(wave));
            waves.Add(wave);
            if (wave.Runs > 0)
            {
                Call.Say(OptimizationText.Of(wave, Course.Of(study.Problem, study.Method, waves)));
            }
        }
    }

    private void Write(OptimizationResult result)
    {
        OptimizationFiles.Write(result, Call.Input.Plan, Call.Folder);
        foreach (var figure in OptimizationFigures.Of(result))
        {
            FigureFiles.Write(figure, Path.Combine(Call.Folder, "figures"));
        }

        Call.Output.WriteLine(Call.IsJson ? OptimizationFiles.AsJson(result, Call.Input.Plan.OptimizationId) : Call.Folder);
        Call.Say(Environment.NewLine + OptimizationText.Of(result));
        if (result.Finalists.Count > 0)
        {
            Call.Say(NextCommand.Of("run", Path.Combine(Call.Folder, OptimizationFiles.BestFile)));
        }
    }
}
