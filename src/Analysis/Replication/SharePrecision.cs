using LeadershipSim.Analysis.Inference;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace LeadershipSim.Analysis.Replication;

/// <summary>Half-width of Wilson's interval for a share of runs (Wilson 1927, doi:10.1080/01621459.1927.10502953): never 0, even where all runs
/// agree.</summary>
internal sealed class SharePrecision : IPrecision
{
    private long _trials;
    private long _successes;

    public void Add(double value)
    {
        _trials++;
        _successes += value != 0 ? 1 : 0;
    }

    public double HalfWidth(double confidence) => _trials == 0
        ? double.PositiveInfinity
        : Proportion.HalfWidth((double)_successes / _trials, _trials, Normal.InvCDF(0, 1, (1 + confidence) / 2));
}
