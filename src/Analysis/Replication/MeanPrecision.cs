using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Replication;

/// <summary>Half-width of Student's interval for a mean, absolute or as a share of the mean.</summary>
/// <param name="isRelative">Whether as a share of the mean.</param>
internal sealed class MeanPrecision(bool isRelative) : IPrecision
{
    private long _count;
    private double _mean;
    private double _squares;

    // Welford 1962, doi:10.1080/00401706.1962.10490022.
    public void Add(double value)
    {
        _count++;
        var deviation = value - _mean;
        _mean += deviation / _count;
        _squares += deviation * (value - _mean);
    }

    public double HalfWidth(double confidence)
    {
        if (_count < 2)
        {
            return double.PositiveInfinity;
        }

        var error = Math.Sqrt(_squares / (_count - 1) / _count);
        var half = error * StudentT.InvCDF(0, 1, _count - 1, (1 + confidence) / 2);

        // No share of a mean of 0 is narrow, unless there is nothing to be narrow about.
        return !isRelative || half == 0 ? half : half / Math.Abs(_mean);
    }
}
