namespace LeadershipSim.Analysis.Calibration;

/// <summary>Values with weights.</summary>
/// <param name="Values">The values.</param>
/// <param name="Weights">Their weights: not negative, not normalized, not all 0.</param>
public sealed record WeightedSample(IReadOnlyList<double> Values, IReadOnlyList<double> Weights)
{
    /// <summary>The mean.</summary>
    public double Mean => Values.Zip(Weights, (v, w) => v * w).Sum() / Weights.Sum();

    /// <summary>The standard deviation Σw(x − mean)²/Σw, rooted.</summary>
    public double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(Values.Zip(Weights, (v, w) => w * (v - mean) * (v - mean)).Sum() / Weights.Sum());
        }
    }

    /// <summary>The least value below or at which the share lies.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double Quantile(double share)
    {
        var (rest, last) = (share * Weights.Sum(), double.NaN);
        foreach (var (value, weight) in Values.Zip(Weights).Where(x => x.Second > 0).OrderBy(x => x.First))
        {
            last = value;
            rest -= weight;
            if (rest <= 0)
            {
                break;
            }
        }

        return last;
    }

    /// <summary>The share of values at or below a value.</summary>
    public double ShareTo(double value) => Values.Zip(Weights, (v, w) => v <= value ? w : 0).Sum() / Weights.Sum();

    /// <summary>(Σw)²/Σw²; 0 when all weights are 0.</summary>
    public static double EffectiveSize(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (sum, squares) = (weights.Sum(), weights.Sum(w => w * w));
        return squares > 0 ? sum * sum / squares : 0;
    }
}
