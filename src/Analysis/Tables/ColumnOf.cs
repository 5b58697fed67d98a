namespace LeadershipSim.Analysis.Tables;

/// <summary>A column, and how its cells are found.</summary>
/// <typeparam name="T">What a row is about.</typeparam>
/// <param name="Column">The column.</param>
/// <param name="Value">The cell: null, text, flag, number or <see cref="Inference.Interval"/>.</param>
public sealed record ColumnOf<T>(TableColumn Column, Func<T, object?> Value);
