namespace LeadershipSim.Simulation.Randomness;

/// <summary>
/// All that the randomness of a run comes from. Two scenarios run at the same seed meet the same people, fates, turbulence and
/// demand (common random numbers); nothing depends on threads, shards or the order of runs.
/// </summary>
/// <param name="Root">Root seed of the experiment; 0 is a seed like any other.</param>
/// <param name="Replicate">Replicate, counted from 0.</param>
/// <param name="Arm">0 under common random numbers; otherwise what makes the design points independent.</param>
public readonly record struct RunSeed(ulong Root, ulong Replicate, ulong Arm = 0)
{
    /// <summary>The key from which the streams of the run are derived.</summary>
    public ulong Key => SplitMix64.Combine(SplitMix64.Combine(SplitMix64.Combine(0, Root), Replicate), Arm);
}
