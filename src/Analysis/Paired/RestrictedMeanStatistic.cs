using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Paired;

/// <summary>The restricted mean of the Kaplan–Meier curve of an arm; the lives are sorted once for all resamples.</summary>
internal sealed class RestrictedMeanStatistic : IArmStatistic
{
    private readonly (double Time, bool Event, int Pair)[] _ends;
    private readonly double _tau;

    public RestrictedMeanStatistic(IEnumerable<IReadOnlyList<Lifetime>> arm, double tau)
    {
        _tau = tau;
        _ends = [.. arm.SelectMany((lives, pair) => lives.Select(o => (o.Time, o.Event, pair))).OrderBy(e => e.Time)];
    }

    /// <inheritdoc/>
    public double? Of(int[] times)
    {
        var atRisk = _ends.Sum(e => (double)times[e.Pair]);
        if (atRisk == 0)
        {
            return null;
        }

        var (survival, area, last) = (1.0, 0.0, 0.0);
        for (var i = 0; i < _ends.Length && _ends[i].Time < _tau && atRisk > 0;)
        {
            var (time, events, gone) = (_ends[i].Time, 0.0, 0.0);
            for (; i < _ends.Length && _ends[i].Time == time; i++)
            {
                gone += times[_ends[i].Pair];
                events += _ends[i].Event ? times[_ends[i].Pair] : 0;
            }

            area += survival * (time - last);
            last = time;
            survival *= 1 - (events / atRisk);
            atRisk -= gone;
        }

        return area + (survival * (_tau - last));
    }
}
