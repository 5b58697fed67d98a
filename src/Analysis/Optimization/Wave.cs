namespace LeadershipSim.Analysis.Optimization;

/// <summary>A wave of runs: new points, and runs of these and earlier ones.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="IsRace">Whether it belongs to the race.</param>
/// <param name="NewPoints">Points of the unit cube that are new; their numbers follow on those before.</param>
/// <param name="Spread">Points of the even spread that were looked at, in all waves so far.</param>
/// <param name="Evaluations">The runs.</param>
public sealed record Wave(int Index, bool IsRace, IReadOnlyList<double[]> NewPoints, int Spread, IReadOnlyList<Evaluation> Evaluations)
{
    /// <summary>Number of runs.</summary>
    public long Runs => Evaluations.Sum(e => (long)e.Replicates);
}

/// <summary>Runs of one point: the replicates that follow on those it has.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="Values">Values by output, each by replicate.</param>
public sealed record Evaluation(int Point, IReadOnlyList<double[]> Values)
{
    /// <summary>Number of replicates.</summary>
    public int Replicates => Values[0].Length;
}
