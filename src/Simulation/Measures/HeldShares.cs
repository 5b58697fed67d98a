namespace LeadershipSim.Simulation.Measures;

/// <summary>Formulas about how a quantity that is not negative is spread over its holders. One place for each.</summary>
public static class HeldShares
{
    /// <summary>
    /// Effective number of holders (Σ x)² / Σ x², the inverse Herfindahl index of shares; 0 where there is nothing to share. Values are at least 0.
    /// </summary>
    public static double EffectiveNumber(ReadOnlySpan<double> quantity)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var held in quantity)
        {
            sum += held;
            squares += held * held;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }

    /// <summary>Gini coefficient Σ_k (2k − n − 1) x_(k) / (n Σ x) of values in ascending order; 0 where there is nothing to share.</summary>
    public static double GiniOfSorted(ReadOnlySpan<double> sorted)
    {
        var (sum, ranked) = (0.0, 0.0);
        for (var k = 0; k < sorted.Length; k++)
        {
            sum += sorted[k];
            ranked += ((2.0 * (k + 1)) - sorted.Length - 1) * sorted[k];
        }

        // Rounding may leave equal values a trifle below 0.
        return sum > 0 ? Math.Max(0, ranked / (sorted.Length * sum)) : 0;
    }

    /// <summary>Index of the largest value, the first among equals; −1 when none is above 0.</summary>
    public static int Largest(ReadOnlySpan<double> quantity)
    {
        var (largest, most) = (-1, 0.0);
        for (var k = 0; k < quantity.Length; k++)
        {
            if (quantity[k] > most)
            {
                (largest, most) = (k, quantity[k]);
            }
        }

        return largest;
    }
}
