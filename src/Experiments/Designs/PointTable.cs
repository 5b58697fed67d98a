namespace LeadershipSim.Experiments.Designs;

/// <summary>Design points read from a file.</summary>
/// <param name="Text">The file's text, kept with the results.</param>
/// <param name="Rows">For each point the index of each factor's level.</param>
internal sealed record PointTable(string Text, IReadOnlyList<int[]> Rows);
