namespace LeadershipSim.Analysis.Paired;

/// <summary>An estimate of one arm from replicates that count any number of times.</summary>
internal interface IArmStatistic
{
    /// <summary>The estimate; null when it does not exist.</summary>
    /// <param name="times">How many times each replicate counts.</param>
    double? Of(int[] times);
}
