namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// Makes times equal that differ by rounding alone: of neighbours among the distinct times no farther apart than 1.49e-8 (√ε), or than
/// that share of the mean of the distinct times, the later becomes the earlier. Times such as 0.1 + 0.2 and 0.3 are tied times.
/// </summary>
/// <remarks>The rule of aeqSurv in R's package survival, which its estimators apply (Therneau, vignette "Roundoff error and tied times").</remarks>
public sealed class EqualTimes
{
    // The square root of the distance from 1 to the next number.
    private const double Tolerance = 1.4901161193847656e-8;
    private readonly double[] _cuts;

    private EqualTimes(double[] cuts, int joined) => (_cuts, Joined) = (cuts, joined);

    /// <summary>How many distinct times were joined to an earlier one.</summary>
    public int Joined { get; }

    /// <summary>Finds the times that are one.</summary>
    /// <param name="times">All times, of entries and ends; those that are not finite are passed over.</param>
    public static EqualTimes Of(IEnumerable<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        double[] distinct = [.. times.Where(double.IsFinite).Distinct().Order()];
        var mean = distinct.Length == 0 ? 0 : distinct.Average(Math.Abs);
        double[] cuts = [.. distinct.Where((t, k) => k == 0 || !(t - distinct[k - 1] <= Tolerance || (t - distinct[k - 1]) / mean <= Tolerance))];
        return new(cuts, distinct.Length - cuts.Length);
    }

    /// <summary>A time as the earliest of those it equals.</summary>
    public double this[double time]
    {
        get
        {
            if (Joined == 0 || !double.IsFinite(time))
            {
                return time;
            }

            var place = Array.BinarySearch(_cuts, time);
            return _cuts[Math.Max(0, place < 0 ? ~place - 1 : place)];
        }
    }
}
