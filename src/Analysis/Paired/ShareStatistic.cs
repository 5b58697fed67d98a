namespace LeadershipSim.Analysis.Paired;

/// <summary>The share of an arm's runs in which something happened.</summary>
internal sealed class ShareStatistic(IEnumerable<IReadOnlyList<bool>> arm) : IArmStatistic
{
    private readonly (int Happened, int Runs)[] _counts = [.. arm.Select(runs => (runs.Count(r => r), runs.Count))];

    /// <inheritdoc/>
    public double? Of(int[] times)
    {
        var (happened, runs) = (0.0, 0.0);
        for (var i = 0; i < _counts.Length; i++)
        {
            happened += times[i] * (double)_counts[i].Happened;
            runs += times[i] * (double)_counts[i].Runs;
        }

        return runs == 0 ? null : happened / runs;
    }
}
