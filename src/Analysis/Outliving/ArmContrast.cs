using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;

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
    /// <summary>The interval that verdicts rest on: BCa, or percentile where that does not exist; null without one.</summary>
    public Interval? Interval => Found.BiasCorrected ?? Found.Percentile;

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
