
namespace LeadershipSim.Simulation.Measures;

/// <summary>
/// How unequally a quantity (authority, power, responsibility) is spread over n holders, zeros included. With shares s_i = x_i/Σx:
/// what does not exist, because the total is 0 or there is one holder, is null.
/// </summary>
/// <remarks>
/// Gini and Theil compare holders with the mean; HHI, effective number and entropy describe concentration: adding a holder with
/// nothing changes the former and not the latter. Overview: Cowell (2011), https://doi.org/10.1093/acprof:osobl/9780199594030.001.0001.
/// </remarks>
public sealed record InequalityMeasures
{
    /// <summary>Number of holders, those with nothing included.</summary>
    public required int Count { get; init; }

    /// <summary>Sum of the values.</summary>
    public required double Total { get; init; }

    /// <summary>Gini index Σ_ij |x_i − x_j|/(2 n² mean): 0 all equal, 1 − 1/n one holds all.</summary>
    public double? Gini { get; init; }

    /// <summary>Gini index times n/(n − 1): 1 when one holds all, whatever n.</summary>
    public double? GiniCorrected { get; init; }

    /// <summary>Herfindahl–Hirschman index Σ s²: from 1/n to 1.</summary>
    public double? Herfindahl { get; init; }

    /// <summary>(HHI − 1/n)/(1 − 1/n): from 0 to 1.</summary>
    public double? HerfindahlNormalized { get; init; }

    /// <summary>
    /// 1/HHI: the number of equal holders with the same concentration (Laakso and Taagepera 1979, https://doi.org/10.1177/001041407901200101).
    /// </summary>
    public double? EffectiveNumber { get; init; }

    /// <summary>Shannon entropy −Σ s ln s, in nats: from 0 to ln n.</summary>
    public double? Shannon { get; init; }

    /// <summary>Shannon entropy over ln n: from 0 to 1.</summary>
    public double? ShannonNormalized { get; init; }

    /// <summary>Theil's T, (1/n) Σ (x/mean) ln(x/mean) = ln n − entropy: from 0 to ln n.</summary>
    public double? Theil { get; init; }

    /// <summary>Theil's T over ln n: from 0 to 1.</summary>
    public double? TheilNormalized { get; init; }

    /// <summary>Mean log deviation (Theil's L), (1/n) Σ ln(mean/x); does not exist when somebody has nothing.</summary>
    public double? MeanLogDeviation { get; init; }

    /// <summary>Largest share.</summary>
    public double? TopShare { get; init; }

    /// <summary>Measures values.</summary>
    /// <param name="values">One value per holder; finite and not negative; at least one.</param>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static InequalityMeasures Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new ArgumentException("There are no values: inequality needs at least one holder.", nameof(values));
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (!(values[i] >= 0 && double.IsFinite(values[i])))
            {
                throw new ArgumentException(
                    Invariant($"Value {i + 1} is {values[i]}: allowed are finite numbers of at least 0. Give holders of nothing a 0."), nameof(values));
            }
        }

        var (count, total) = (values.Count, values.Sum());
        if (!double.IsFinite(total * count))
        {
            throw new ArgumentException("The sum of the values is beyond what numbers can hold. Give them in a larger unit: no measure depends on it.", nameof(values));
        }

        return total == 0 ? new() { Count = count, Total = 0 } : Of(values.Order().ToArray(), total);
    }

    private static InequalityMeasures Of(double[] sorted, double total)
    {
        double n = sorted.Length;
        var herfindahl = sorted.Sum(x => x / total * (x / total));
        var shannon = -sorted.Where(x => x > 0).Sum(x => x / total * Math.Log(x / total));
        var gini = HeldShares.GiniOfSorted(sorted);
        var theil = sorted.Where(x => x > 0).Sum(x => x / total * Math.Log(x / total * n));
        var isShared = sorted.Length > 1;
        return new()
        {
            Count = sorted.Length,
            Total = total,
            Gini = gini,
            GiniCorrected = isShared ? gini * n / (n - 1) : null,
            Herfindahl = herfindahl,
            HerfindahlNormalized = isShared ? (herfindahl - (1 / n)) / (1 - (1 / n)) : null,
            EffectiveNumber = 1 / herfindahl,
            Shannon = shannon == 0 ? 0 : shannon,
            ShannonNormalized = isShared ? Math.Abs(shannon / Math.Log(n)) : null,
            Theil = theil,
            TheilNormalized = isShared ? theil / Math.Log(n) : null,
            MeanLogDeviation = sorted[0] > 0 ? sorted.Sum(x => Math.Log(total / n / x)) / n : null,
            TopShare = sorted[^1] / total,
        };
    }
}
