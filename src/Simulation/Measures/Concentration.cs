namespace LeadershipSim.Simulation.Measures;

/// <summary>
/// How concentrated a quantity is over occupied seats, with shares s_i = x_i / Σ x over n agents. Where there is nothing to share
/// every index is 0; where the quantity has not been recorded, NaN.
/// </summary>
/// <param name="Gini">Σ_ij |x_i − x_j| / (2 n² mean): 0 equal, (n−1)/n one has all.</param>
/// <param name="Herfindahl">Herfindahl–Hirschman index Σ s_i²: 1/n equal, 1 one has all.</param>
/// <param name="Shannon">Entropy −Σ s_i ln s_i in nats: ln n equal, 0 one has all.</param>
/// <param name="Theil">Theil's T = ln n − entropy: 0 equal, ln n one has all.</param>
/// <param name="TopShare">The largest share.</param>
public readonly record struct Concentration(double Gini, double Herfindahl, double Shannon, double Theil, double TopShare)
{
    /// <summary>Of a quantity that has not been recorded.</summary>
    internal static Concentration Unknown { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Effective number of holders, 1 / Herfindahl; 0 where there is nothing to share.</summary>
    public double EffectiveNumber => Herfindahl == 0 ? 0 : 1 / Herfindahl;

    /// <summary>Of the values of those who are there: where their mark is not 0.</summary>
    internal static Concentration Of(ReadOnlySpan<ulong> present, ReadOnlySpan<double> quantity)
    {
        var values = new List<double>(quantity.Length);
        for (var k = 0; k < quantity.Length; k++)
        {
            if (present[k] != 0)
            {
                values.Add(quantity[k]);
            }
        }

        return Of([.. values]);
    }

    // Sorts the values.
    internal static Concentration Of(double[] values)
    {
        Array.Sort(values);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        if (sum <= 0)
        {
            return default;
        }

        var (squares, entropy) = (0.0, 0.0);
        foreach (var value in values)
        {
            var share = value / sum;
            squares += share * share;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        // Rounding may leave these of equal shares a trifle below 0.
        return new(
            HeldShares.GiniOfSorted(values),
            squares,
            Math.Max(0, entropy),
            Math.Max(0, Math.Log(values.Length) - entropy),
            values[^1] / sum);
    }
}
