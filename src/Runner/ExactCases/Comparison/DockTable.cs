using System.Globalization;
using System.Text;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A report as text: one line a quantity, of a curve the value furthest off, and a sentence that sums up.</summary>
internal static class DockTable
{
    private const int MostDecimals = 6;

    /// <summary>The table and its conclusion.</summary>
    public static string Of(DockReport report)
    {
        var rows = report.Cases.SelectMany(c => c.Quantities.Select(q => Row(c, q)));
        var text = new StringBuilder(TextTable.Of([["case", "quantity", "expected", "source", "simulated ± error", "agree"], .. rows]));
        var quantities = report.Cases.SelectMany(c => c.Quantities).ToArray();
        text.AppendLine();
        foreach (var docked in report.Cases)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{docked.Name}: {docked.Shows}: {(docked.Agrees ? "agrees" : "DOES NOT AGREE")}");
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{quantities.Count(q => q.Agrees)} of {quantities.Length} quantities agree ({quantities.Sum(q => q.Points.Count)} values, {report.Runs} runs per scenario, seed {report.Seed}).");
        AppendMargins(text, quantities);
        return text.AppendLine(CultureInfo.InvariantCulture, $"Rule: {report.Rule}.").ToString();
    }

    private static void AppendMargins(StringBuilder text, IEnumerable<DockedQuantity> quantities)
    {
        foreach (var margin in quantities.Where(q => q.Margin is not null).GroupBy(q => q.Margin))
        {
            var shown = margin.Count(q => q.IsShownWithinMargin == true);
            var advice = shown < margin.Count() ? "; more runs may show the others" : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"Equivalence within ±{margin.Key} is shown for {shown} of {margin.Count()} quantities{advice}.");
        }
    }

    private static IReadOnlyList<string> Row(DockedCase docked, DockedQuantity quantity)
    {
        var worst = quantity.Worst;
        var at = quantity.Points.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $": {worst.At} (worst of {quantity.Points.Count})");
        return
        [
            docked.Name,
            quantity.Name + at,
            WithError(worst.Expected, worst.ExpectedError, worst.StandardError),
            quantity.Source,
            WithError(worst.Simulated, worst.StandardError, worst.StandardError),
            Verdict(quantity),
        ];
    }

    private static string Verdict(DockedQuantity quantity) => quantity.Agrees
        ? quantity.IsShownWithinMargin == true ? string.Create(CultureInfo.InvariantCulture, $"yes, within ±{quantity.Margin}") : "yes"
        : string.Create(CultureInfo.InvariantCulture, $"NO: off by {quantity.Worst.Difference:G3}, allowed {quantity.Worst.Tolerance:G3}");

    // Two figures of the error, and as many decimals of the value; all decimals where it has no error but is no whole number.
    private static string WithError(double value, double error, double scale)
    {
        var decimals = scale > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(scale)), 0, MostDecimals) : double.IsInteger(value) ? 0 : MostDecimals;
        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        var number = value.ToString(format, CultureInfo.InvariantCulture);
        return error > 0 ? $"{number} ± {error.ToString(format, CultureInfo.InvariantCulture)}" : number;
    }
}
