using System.Globalization;
using System.Text;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Calibration;

/// <summary>A calibration in words and tables for people.</summary>
internal static class CalibrationText
{
    private const string Nothing = "–";

    /// <summary>A population in a line.</summary>
    /// <param name="population">The population.</param>
    /// <param name="rulesOut">Whether it is a wave of history matching.</param>
    public static string Of(Population population, bool rulesOut)
    {
        var simulations = string.Create(CultureInfo.InvariantCulture, $"{population.Index}: {population.Simulations} simulations");
        return rulesOut ? $"wave {simulations} in the {Number(population.Acceptance)} of the prior that were not ruled out"
            : double.IsInfinity(population.Epsilon) ? $"population {simulations} from the prior"
            : $"population {simulations}, tolerance {Number(population.Epsilon)}, acceptance {Number(population.Acceptance)}, effective size {population.EffectiveSize.ToString("0", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The result.</summary>
    public static string Of(CalibrationResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Simulations} simulations in {result.Populations.Count} {(result.RulesOut ? "waves" : "populations")}; stopped because {result.Reason}. Effective size {result.Sample.EffectiveSize:0}.\n\n");
        text.Append(TextTable.Of(
        [
            ["parameter", "prior median [95 %]", result.RulesOut ? "not ruled out: median [95 %]" : "posterior median [95 %]", "mean", "standard deviation", "overlap"],
            .. result.Parameters.Select(p => Row(p)),
        ]));
        text.AppendLine().Append(TextTable.Of(
        [
            ["statistic", "observed", result.RulesOut ? "simulated where not ruled out [95 %]" : "simulated from the posterior [95 %]"],
            .. result.Statistics.Select(s => new[] { s.Name, Number(s.Observed), $"{Number(s.Mean)} [{Number(s.Lower95)}, {Number(s.Upper95)}]" }),
        ]));
        foreach (var caution in result.Cautions)
        {
            text.AppendLine().Append("caution: ").AppendLine(caution.Message);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A number with four digits.</summary>
    public static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("G4", CultureInfo.InvariantCulture) : Nothing;

    private static string[] Row(CalibratedParameter p) =>
    [
        p.Path,
        $"{Number(p.PriorMedian)} [{Number(p.PriorLower95)}, {Number(p.PriorUpper95)}]",
        $"{Number(p.Posterior.Median)} [{Number(p.Posterior.Lower95)}, {Number(p.Posterior.Upper95)}]",
        Number(p.Posterior.Mean),
        Number(p.Posterior.StandardDeviation),
        p.Posterior.Overlap.ToString("0.00", CultureInfo.InvariantCulture),
    ];
}
