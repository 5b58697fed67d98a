using System.Globalization;
using System.Text;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A report as text: one line a quantity, of a curve the value furthest off, and a sentence that sums up.</summary>
internal static class DockTable
{
    private const int MostDecimals = 6;

    /// <summary>The table and its conclusion.</summary>
    public static string Of(DockReport report)
    {
        var text = new StringBuilder(TextTable.OnTerminal(ResultTable.Of("dock", "Expected beside simulated values", "", [
            .. report.Cases.SelectMany(c => c.Quantities.Select(q => (Case: c.Name, Of: q)))],
        [
            new(TableColumn.Label("case", "case"), row => row.Case),
            new(TableColumn.Words("quantity", "quantity"), row => NameOf(row.Of)),
            new(TableColumn.Words("expected", "expected"), row => WithError(row.Of.Worst.Expected, row.Of.Worst.ExpectedError, row.Of.Worst.StandardError)),
            new(TableColumn.Words("source", "source"), row => row.Of.Source),
            new(TableColumn.Words("simulated", "simulated ± error"),
                row => WithError(row.Of.Worst.Simulated, row.Of.Worst.StandardError, row.Of.Worst.StandardError)),
            new(TableColumn.Words("agrees", "agree"), row => Verdict(row.Of)),
        ])));
        var quantities = report.Cases.SelectMany(c => c.Quantities).ToArray();
        text.AppendLine();
        foreach (var docked in report.Cases)
        {
            text.AppendLine(Invariant($"{docked.Name}: {docked.Shows}: {(docked.Agrees ? "agrees" : "DOES NOT AGREE")}"));
        }

        text.AppendLine();
        text.AppendLine(Invariant($"{quantities.Count(q => q.Agrees)} of {quantities.Length} quantities agree ({quantities.Sum(q => q.Points.Count)} values, {report.Runs} runs per scenario, seed {report.Seed})."));
        AppendMargins(text, quantities);
        return text.AppendLine(Invariant($"Rule: {report.Rule}.")).ToString();
    }

    private static void AppendMargins(StringBuilder text, IEnumerable<DockedQuantity> quantities)
    {
        foreach (var margin in quantities.Where(q => q.Margin is not null).GroupBy(q => q.Margin))
        {
            var shown = margin.Count(q => q.IsShownWithinMargin == true);
            var advice = shown < margin.Count() ? "; more runs may show the others" : "";
            text.AppendLine(Invariant($"Equivalence within ±{margin.Key} is shown for {shown} of {margin.Count()} quantities{advice}."));
        }
    }

    private static string NameOf(DockedQuantity quantity) => quantity.Points.Count == 1
        ? quantity.Name
        : Invariant($"{quantity.Name}: {quantity.Worst.At} (worst of {quantity.Points.Count})");

    private static string Verdict(DockedQuantity quantity) => quantity.Agrees
        ? quantity.IsShownWithinMargin == true ? Invariant($"yes, within ±{quantity.Margin}") : "yes"
        : Invariant($"NO: off by {quantity.Worst.Difference:G3}, allowed {quantity.Worst.Tolerance:G3}");

    // Two figures of the error, and as many decimals of the value; all decimals where it has no error but is not a whole number.
    private static string WithError(double value, double error, double scale)
    {
        var decimals = scale > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(scale)), 0, MostDecimals) : double.IsInteger(value) ? 0 : MostDecimals;
        var format = "F" + Invariant($"{decimals}");
        var number = value.ToString(format, CultureInfo.InvariantCulture);
        return error > 0 ? $"{number} ± {error.ToString(format, CultureInfo.InvariantCulture)}" : number;
    }
}
