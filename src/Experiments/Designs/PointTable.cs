namespace LeadershipSim.Experiments.Designs;

/// <summary>Design points read from a file.</summary>
/// <param name="Text">The file's text, kept with the results.</param>
/// <param name="Rows">For each point the index of each factor's level; <see cref="Empty"/> where it does not apply.</param>
internal sealed record PointTable(string Text, IReadOnlyList<int[]> Rows)
{
    /// <summary>In the place of an index: the cell is empty, as the factor does not apply.</summary>
    public const int Empty = -1;
}
