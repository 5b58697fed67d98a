namespace LeadershipSim.Experiments;

/// <summary>One level of a factor.</summary>
/// <param name="Value">What tables show: double, long, bool or string.</param>
/// <param name="Setting">What is put into the scenario.</param>
public sealed record FactorLevel(object Value, object Setting);

/// <summary>A parameter, or a part chosen by kind, that an experiment varies.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Levels">Its levels, in the order of the file; their order means nothing where they are categories.</param>
public sealed record Factor(string Path, IReadOnlyList<FactorLevel> Levels);
