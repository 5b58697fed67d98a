using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>A calibration file that was read without problems.</summary>
/// <param name="Plan">The calibration and its id.</param>
internal sealed record CalibrationInput(CalibrationPlan Plan)
{
    /// <summary>The calibration.</summary>
    public CalibrationSpec Spec => Plan.Spec;

    /// <summary>Parameters, statistics, simulations and runs in words.</summary>
    public string Size
    {
        get
        {
            var what = $"{Counted.Of(Spec.Priors.Count, "parameter")}, {Counted.Of(Spec.Summaries.Count, "statistic")}";
            var first = Spec.Method.SimulationsOf(0)!.Value;
            return Spec.MostSimulations is { } all
                ? $"{what}, {(Spec.Method is RejectionSettings ? "" : "at most ")}{Counted.Of(all, "simulation")} × {Counted.Of(Spec.Runs, "run")}"
                    + $" = {Counted.Of(all * Spec.Runs, "run")}"
                : Invariant(
                    $"{what}, {first} simulations × {Counted.Of(Spec.Runs, "run")} = {first * Spec.Runs} runs in the first population, up to {Spec.Method.SimulationsOf(1) * Spec.Runs} in each later one");
        }
    }

    /// <summary>The files that are kept with its results.</summary>
    public IReadOnlyDictionary<string, string> Documents => new Dictionary<string, string>(Plan.Inputs)
    {
        [ResultsFolder.SourceFile] = Spec.SourceText,
        [ResultsFolder.ResolvedFile] = Plan.ResolvedJson,
    };

    /// <summary>Its manifest, before there are populations.</summary>
    /// <param name="overrides">Values that replaced those of its file.</param>
    public CalibrationManifest Manifest(IReadOnlyList<string> overrides) => new()
    {
        Name = Spec.Name,
        CalibrationId = Plan.CalibrationId,
        Seed = Spec.Seed,
        Parameters = [.. Spec.Priors.Select(p => p.Path)],
        Overrides = overrides,
    };

    /// <summary>Reads a calibration file.</summary>
    /// <exception cref="CommandException">The file has problems, or asks for no calibration.</exception>
    public static CalibrationInput Read(string file, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model = null)
    {
        var result = ExperimentReader.Read(file, overrides, seed, model);
        return result.Calibration is { } calibration ? new(new CalibrationPlan(calibration))
            : throw new CommandException(ExitCode.Invalid, result.Problems.Count > 0 ? ExperimentInput.Message(file, result.Problems) : Missing(file));
    }

    private static string Missing(string file) =>
        $"error: {file} has no section \"calibration\".{Environment.NewLine}"
        + "Add one instead of factors, design and replicates, as in:" + Environment.NewLine
        + """
          calibration:
            priors: {turnover.hazardPerTick: {range: {from: 0.002, to: 0.05, scale: log}}}
            runs: 20
            summaries: [{output: failed, statistic: mean, observed: 0.4}]
            method: {kind: rejection, draws: 2000}
          """;
}
