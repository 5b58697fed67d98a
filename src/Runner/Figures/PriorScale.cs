using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// A parameter along an axis on which equal lengths have equal prior probability: before the data all places are alike, whatever the
/// prior. Labels are values of the parameter.
/// </summary>
/// <param name="Prior">The parameter and its prior.</param>
/// <param name="Start">Place of the lower end.</param>
/// <param name="End">Place of the upper end.</param>
internal sealed record PriorScale(Factor Prior, float Start, float End)
{
    /// <summary>Where a share of the prior's probability lies.</summary>
    public float At(double share) => Start + ((float)share * (End - Start));

    /// <summary>Labels at quarters of the prior, or at its ends and its median; a prior without bounds has labels near its ends.</summary>
    public AxisTicks Axis(bool withQuarters)
    {
        var isBounded = double.IsFinite(ValueAt(0)) && double.IsFinite(ValueAt(1));
        var (low, high) = isBounded ? (0.0, 1.0) : (0.025, 0.975);
        double[] shares = withQuarters ? [low, 0.25, 0.5, 0.75, high] : [low, 0.5, high];
        return new(0, 1, [.. shares.Select(u => (u, Invariant($"{ValueAt(u):G3}")))]);
    }

    private double ValueAt(double share) => CalibrationResult.ValueAt(Prior, share);
}
