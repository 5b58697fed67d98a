namespace LeadershipSim.Experiments.Running;

/// <summary>How far a sweep has come.</summary>
/// <param name="Done">Runs that are there, those of earlier sessions included.</param>
/// <param name="Total">Runs planned.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="RunsPerSecond">Runs per second of this session.</param>
/// <param name="Remaining">Time it will take at this rate; null before a rate is known.</param>
public readonly record struct RunProgress(long Done, long Total, long Failed, double RunsPerSecond, TimeSpan? Remaining);
