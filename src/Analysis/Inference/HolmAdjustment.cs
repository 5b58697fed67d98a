namespace LeadershipSim.Analysis.Inference;

/// <summary>p-values of several tests, adjusted so that the probability of even one false rejection among them stays below the level.</summary>
/// <remarks>
/// The step-down procedure of Holm (1979), https://www.jstor.org/stable/4615733: in ascending order the i-th of m p-values is multiplied by
/// m − i + 1; none gets smaller than the one before it, nor larger than 1. The tests may depend on each other.
/// </remarks>
public static class HolmAdjustment
{
    /// <summary>The adjusted values, in the order of the tests.</summary>
    /// <param name="values">p-values from 0 to 1; null where a test does not exist, which then does not count.</param>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var adjusted = new double?[values.Count];
        int[] order = [.. Enumerable.Range(0, values.Count).Where(k => values[k] is not null).OrderBy(k => values[k])];
        var before = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            before = Math.Max(before, Math.Min(1, (order.Length - rank) * values[order[rank]]!.Value));
            adjusted[order[rank]] = before;
        }

        return adjusted;
    }
}
