namespace LeadershipSim.Simulation.Parameters;

/// <summary>One kind of a part that an experiment file chooses by <c>kind</c>.</summary>
/// <param name="Kind">Its name in experiment files.</param>
/// <param name="Default">An instance with every parameter at its default.</param>
/// <param name="Summary">What it is, in a sentence without a final stop.</param>
public sealed record CatalogEntry<T>(string Kind, T Default, string Summary)
    where T : class;
