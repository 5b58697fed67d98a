namespace LeadershipSim.Experiments.Plans;

/// <summary>How precisely the outputs of a design point are known.</summary>
/// <param name="PointIndex">The design point.</param>
/// <param name="Replicates">Its replicates so far.</param>
/// <param name="IsPrecise">Whether all goals were met at as many looks in a row as were asked for, or at the most replicates allowed.</param>
/// <param name="Reason">Why it stopped, or what is not precise enough yet.</param>
public sealed record PointPrecision(int PointIndex, int Replicates, bool IsPrecise, string Reason);
