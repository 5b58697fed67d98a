namespace LeadershipSim.Analysis.Paired;

/// <summary>What one replicate, run in two arms with the same random numbers, gave in each.</summary>
/// <typeparam name="T">Kind of value: a life, or whether something happened.</typeparam>
/// <param name="Replicate">Name of the replicate.</param>
/// <param name="First">Values of the first arm; several when runs of one replicate are pooled, none when it has none.</param>
/// <param name="Second">Values of the second arm.</param>
public sealed record ReplicatePair<T>(string Replicate, IReadOnlyList<T> First, IReadOnlyList<T> Second);
