namespace LeadershipSim.Analysis.Paired;

/// <summary>A weighted mean over clusters: Σ k_c y_c / Σ k_c d_c, where cluster c counts k_c times.</summary>
/// <param name="values">y_c: the weighted values of each cluster.</param>
/// <param name="weights">d_c: its weights; 0 where the arm has no run of the cluster.</param>
internal sealed class RatioStatistic(double[] values, double[] weights) : IArmStatistic
{
    /// <inheritdoc/>
    public double? Of(int[] times)
    {
        var (value, weight) = (0.0, 0.0);
        for (var c = 0; c < values.Length; c++)
        {
            value += times[c] * values[c];
            weight += times[c] * weights[c];
        }

        return weight > 0 ? value / weight : null;
    }
}
