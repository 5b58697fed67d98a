namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A row of expected values.</summary>
internal sealed class ReferenceRow(string[] columns, double[] values)
{
    /// <summary>The value in a column.</summary>
    public double this[string column] => values[Array.IndexOf(columns, column)];

    /// <summary>Standard error of a mean over the reference's runs, from the column of standard deviations.</summary>
    public double ErrorOf(string column) => this[column] / Math.Sqrt(this["runs"]);
}
