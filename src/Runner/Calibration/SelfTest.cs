using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Calibration;

/// <summary>Tests on synthetic data whether a calibration's method finds parameter values again.</summary>
/// <param name="Call">What is asked for.</param>
/// <param name="Datasets">Synthetic data sets.</param>
internal sealed record SelfTest(CalibrationCall Call, int Datasets)
{
    private const int LinesInAll = 20;

    /// <summary>Simulations of a test; null where only the method's own rule ends them.</summary>
    public static long? SimulationsOf(CalibrationSpec spec, int datasets) =>
        datasets + (spec.Method is RejectionSettings ? spec.MostSimulations : spec.MostSimulations * datasets);

    /// <summary>The size of a test in words.</summary>
    public static string SizeOf(CalibrationSpec spec, int datasets) => SimulationsOf(spec, datasets) is { } all
        ? Invariant($"self-test on {datasets} synthetic data sets: {(spec.Method is RejectionSettings ? "" : "at most ")}{all} simulations × {spec.Runs} runs = {all * spec.Runs} runs")
        : Invariant($"self-test on {datasets} synthetic data sets, each a complete calibration of {spec.Method.SimulationsOf(0)} simulations × {spec.Runs} runs in its first population and up to {spec.Method.SimulationsOf(1)} in each later one");

    /// <summary>Tests, writes and draws.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="CommandException">The method leaves no posterior to test.</exception>
    public int Run(CancellationToken cancellation)
    {
        var spec = Call.Input.Spec;
        if (spec.Method is HistoryMatchingSettings)
        {
            throw new CommandException(ExitCode.Invalid, "error: history matching rules values out and leaves no posterior to test; choose another method for --self-test");
        }

        Call.Say(Invariant($"{spec.Name}: {SizeOf(spec, Datasets)}, {Counted.Of(Call.Workers, "worker")}, seed {spec.Seed}"));
        var recovered = Recover(spec, cancellation);
        Caution[] cautions = [.. recovered.SelectMany((r, k) => CalibrationCautions.Of(spec.Priors[k].Path, r))];
        Write(spec, recovered, cautions);
        return ExitCode.Complete;
    }

    // Where nobody knows how many simulations a calibration takes, data sets are counted.
    private IReadOnlyList<RecoveredParameter> Recover(CalibrationSpec spec, CancellationToken cancellation)
    {
        if (SimulationsOf(spec, Datasets) is { } simulations)
        {
            var progress = Call.Progress(Call.Input.Spec.Runs);
            return progress.Show(simulations, () => CalibrationStudy.Of(spec, Call.Workers, progress.Simulated).Recover(Datasets, () => { }, cancellation));
        }

        var done = 0;
        return CalibrationStudy.Of(spec, Call.Workers).Recover(Datasets, Finished, cancellation);

        void Finished()
        {
            done++;
            if (done * LinesInAll / Datasets > (done - 1) * LinesInAll / Datasets)
            {
                Call.Say(Invariant($"{done} of {Datasets} data sets are done"));
            }
        }
    }

    private void Write(CalibrationSpec spec, IReadOnlyList<RecoveredParameter> recovered, Caution[] cautions)
    {
        var folder = Path.Combine(Call.Folder, "self-test");
        Directory.CreateDirectory(folder);
        var table = CalibrationTables.Recovery([.. spec.Priors.Zip(recovered, (prior, r) => (prior.Path, r))]);
        var json = JsonText.Of(new
        {
            spec.Name,
            Call.Input.Plan.CalibrationId,
            Datasets,
            Parameters = spec.Priors.Zip(recovered, (p, r) => new { p.Path, r.Datasets, r.RSquared, r.Coverage50, r.Coverage95, r.Ranks }),
            Cautions = cautions,
        });
        File.WriteAllText(Path.Combine(folder, table.Name + ".csv"), CsvText.Of(table));
        File.WriteAllText(Path.Combine(folder, "recovery.json"), json + Environment.NewLine);
        FigureFiles.Write(RankFigure.Of(spec, recovered), folder);
        Call.Output.WriteLine(Call.IsJson ? json : folder);
        Call.Say(Environment.NewLine + TextOf(table, cautions));
        if (recovered[0].Datasets < Datasets)
        {
            Call.Say(Invariant($"{Datasets - recovered[0].Datasets} of {Datasets} data sets are left out: a statistic does not exist in them, or no simulation is close enough"));
        }
    }

    private static string TextOf(ResultTable table, Caution[] cautions) => TextTable.OnTerminal(table)
        + string.Concat(cautions.Select(c => Environment.NewLine + "caution: " + c.Message + Environment.NewLine)).TrimEnd();
}
