using System.Globalization;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A row of expected values.</summary>
internal sealed class ReferenceRow(string[] columns, string[] values)
{
    /// <summary>The number in a column.</summary>
    public double this[string column] => double.Parse(Text(column), CultureInfo.InvariantCulture);

    /// <summary>What a column says.</summary>
    public string Text(string column) => values[Array.IndexOf(columns, column)];

    /// <summary>Standard error of a mean over the reference's runs, from the column of standard deviations.</summary>
    public double ErrorOf(string column) => this[column] / Math.Sqrt(this["runs"]);
}
