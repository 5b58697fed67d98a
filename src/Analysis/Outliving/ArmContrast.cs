using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using StudentT = MathNet.Numerics.Distributions.StudentT;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Two arms compared over all their programs, cluster by cluster: what a replicate, or an environment, gave under one minus what it gave
/// under the other, so that the luck they share cancels.
/// </summary>
/// <param name="First">The first arm.</param>
/// <param name="Second">The second arm.</param>
/// <param name="Quantity">What is compared.</param>
/// <param name="Found">First minus second, with bootstrap intervals.</param>
public sealed record ArmContrast(Arm First, Arm Second, Quantity Quantity, PairedDifference Found)
{
    /// <summary>Clusters from which on the bootstrap gives intervals; of fewer its intervals are too narrow.</summary>
    public const int LeastResampled = 10;

    // Of a two-sided 95 % interval.
    private const double UpperTail = 0.975;

    /// <summary>The interval that verdicts rest on; null without one.</summary>
    public Interval? Interval => IntervalOf(Found);

    /// <summary>
    /// The interval that verdicts rest on: BCa, or percentile where that does not exist; of fewer than <see cref="LeastResampled"/> clusters
    /// Student's, with the jackknife's error.
    /// </summary>
    /// <param name="found">A difference.</param>
    public static Interval? IntervalOf(PairedDifference found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found is not { Pairs: > 1 and < LeastResampled, JackknifeError: { } error, Difference: { } difference })
        {
            return found.BiasCorrected ?? found.Percentile;
        }

        var reach = StudentT.InvCDF(0, 1, found.Pairs - 1, UpperTail) * error;
        return new(difference, difference - reach, difference + reach);
    }

    /// <summary>Compares two arms.</summary>
    /// <param name="first">The first arm.</param>
    /// <param name="second">The second arm.</param>
    /// <param name="quantity">What is compared.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    public static ArmContrast Of(ArmSample first, ArmSample second, Quantity quantity, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(first.Arm, second.Arm, quantity, ClusterContrast.Of(first.Totals(quantity), second.Totals(quantity), settings ?? new()));
    }
}
