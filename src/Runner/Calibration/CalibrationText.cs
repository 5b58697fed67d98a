using System.Text;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Calibration;

/// <summary>A calibration in words and tables for people.</summary>
internal static class CalibrationText
{
    private const int Digits = 4;
    private const int MostNamed = 3;

    /// <summary>A population in a line.</summary>
    /// <param name="population">The population.</param>
    /// <param name="rulesOut">Whether it is a wave of history matching.</param>
    public static string Of(Population population, bool rulesOut)
    {
        var simulations = Invariant($"{population.Index}: {population.Simulations} simulations");
        return rulesOut ? $"wave {simulations} in the {Number(population.Acceptance)} of the prior that were not ruled out"
            : double.IsInfinity(population.Epsilon) ? $"population {simulations} from the prior"
            : Invariant($"population {simulations}, tolerance {Number(population.Epsilon)}, acceptance {Number(population.Acceptance)}, effective size {population.EffectiveSize:0}");
    }

    /// <summary>The result.</summary>
    public static string Of(CalibrationResult result)
    {
        var text = new StringBuilder().Append(Answer(result)).Append("\n\n");
        text.Append(Invariant($"{result.Simulations} simulations in {result.Populations.Count} {(result.RulesOut ? "waves" : "populations")}; stopped because {result.Reason}. Effective size {result.Sample.EffectiveSize:0}.\n\n"));
        text.Append(TextTable.OnTerminal(ResultTable.Of("parameters", "Parameters", "", result.Parameters,
        [
            new(TableColumn.Label("parameter", "parameter"), p => p.Path),
            new(Estimate("prior", "prior median"), p => new Interval(p.PriorMedian, p.PriorLower95, p.PriorUpper95)),
            new(Estimate("posterior", result.RulesOut ? "not ruled out: median" : "posterior median"),
                p => new Interval(p.Posterior.Median, p.Posterior.Lower95, p.Posterior.Upper95)),
            new(TableColumn.Measure("mean", "mean", digits: Digits), p => p.Posterior.Mean),
            new(TableColumn.Measure("standardDeviation", "standard deviation", digits: Digits), p => p.Posterior.StandardDeviation),
            new(TableColumn.Number("overlap", "overlap", "share", 2), p => p.Posterior.Overlap),
        ])));
        text.AppendLine().Append(TextTable.OnTerminal(ResultTable.Of("statistics", "Statistics", "", result.Statistics,
        [
            new(TableColumn.Label("statistic", "statistic"), s => s.Name),
            new(TableColumn.Measure("observed", "observed", digits: Digits), s => s.Observed),
            new(
                Estimate("simulated", result.RulesOut ? "simulated where not ruled out" : "simulated from the posterior"),
                s => s is { Mean: { } mean, Lower95: { } lower, Upper95: { } upper } ? new Interval(mean, lower, upper) : null),
        ])));
        foreach (var caution in result.Cautions)
        {
            text.AppendLine().Append("caution: ").AppendLine(caution.Message);
        }

        return text.ToString().TrimEnd();
    }

    // What was learned in a sentence; the table has every parameter.
    private static string Answer(CalibrationResult result)
    {
        var parts = result.Parameters.Take(MostNamed).Select(p =>
            $"{p.Path} is {Number(p.Posterior.Median)} (95 % interval {Number(p.Posterior.Lower95)} to {Number(p.Posterior.Upper95)}, before "
            + $"{Number(p.PriorLower95)} to {Number(p.PriorUpper95)})");
        var rest = result.Parameters.Count > MostNamed ? Invariant($"; {result.Parameters.Count - MostNamed} more are in the table") : "";
        return (result.RulesOut ? "What the observations do not rule out, by medians: " : "Given what was observed, by posterior medians: ") + string.Join("; ", parts) + rest + ".";
    }

    /// <summary>A number with four digits.</summary>
    public static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? Invariant($"{number:G4}") : CellText.Nothing;

    private static TableColumn Estimate(string name, string heading) => new(name, heading) { IsInterval = true, SignificantDigits = Digits };
}
