using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Designs;

/// <summary>Design points from a CSV file: a column a factor, a line a point.</summary>
public sealed record FileDesign : IListedPoints
{
    /// <summary>The CSV file.</summary>
    [Parameter("CSV file: the first line names the factors by their paths, every other line is a design point")]
    public string Path { get; init; } = "";

    /// <inheritdoc/>
    public string Kind => "file";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Cloud();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    PointTable? IListedPoints.Table => Table;

    private PointTable? Table { get; init; }

    IListedPoints IListedPoints.With(PointTable table) => this with { Table = table };

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors) =>
        Table is null ? $"{Kind} needs a path to a CSV file of design points" : Requirements.Levels(Kind, factors);

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors) => Table?.Rows.Count ?? 0;

    /// <inheritdoc/>
    public IEnumerable<FactorLevel?[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var table = Table ?? throw new InvalidOperationException("the design's file has not been read");
        return table.Rows.Select(row => factors.Select((factor, k) => row[k] == PointTable.Empty ? null : factor.Levels[row[k]]).ToArray());
    }
}
