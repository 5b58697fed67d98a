using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Replication;

/// <summary>
/// Half-width of the interval for a difference of paired shares with one added to either kind of disagreement (Bonett and Price 2012,
/// doi:10.3102/1076998611411915): never 0, even where all pairs agree.
/// </summary>
internal sealed class ShareDifferencePrecision : IPrecision
{
    private long _pairs;
    private long _more;
    private long _less;

    public void Add(double value)
    {
        _pairs++;
        _more += value > 0 ? 1 : 0;
        _less += value < 0 ? 1 : 0;
    }

    public double HalfWidth(double confidence)
    {
        if (_pairs == 0)
        {
            return double.PositiveInfinity;
        }

        var n = _pairs + 2.0;
        var (more, less) = ((_more + 1) / n, (_less + 1) / n);
        return Normal.InvCDF(0, 1, (1 + confidence) / 2) * Math.Sqrt((more + less - ((more - less) * (more - less))) / n);
    }
}
