using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Paired;

/// <summary>The restricted mean of the Kaplan–Meier curve of an arm; the lives are sorted once for all resamples.</summary>
internal sealed class RestrictedMeanStatistic : IArmStatistic
{
    private readonly int[] _lives;
    private readonly double[] _ends;
    private readonly int[] _starts;
    private readonly int[] _pairs;
    private readonly int[] _events;
    private readonly double _tau;

    public RestrictedMeanStatistic(IEnumerable<IReadOnlyList<Lifetime>> arm, double tau)
    {
        IReadOnlyList<Lifetime>[] pairs = [.. arm];
        _tau = tau;
        _lives = Array.ConvertAll(pairs, lives => lives.Count);
        (Lifetime Life, int Pair)[] ended =
        [
            .. pairs.SelectMany((lives, pair) => lives.Where(o => o.Time < tau).Select(o => (Life: o, Pair: pair))).OrderBy(e => e.Life.Time),
        ];
        _pairs = Array.ConvertAll(ended, e => e.Pair);
        _events = Array.ConvertAll(ended, e => e.Life.Event ? 1 : 0);
        int[] starts = [.. Enumerable.Range(0, ended.Length).Where(i => i == 0 || ended[i].Life.Time != ended[i - 1].Life.Time)];
        _ends = Array.ConvertAll(starts, i => ended[i].Life.Time);
        _starts = [.. starts, ended.Length];
    }

    /// <inheritdoc/>
    public double? Of(int[] times)
    {
        long atRisk = 0;
        for (var pair = 0; pair < _lives.Length; pair++)
        {
            atRisk += (long)times[pair] * _lives[pair];
        }

        if (atRisk == 0)
        {
            return null;
        }

        var (survival, area, last) = (1.0, 0.0, 0.0);
        for (var k = 0; k < _ends.Length && atRisk > 0; k++)
        {
            var (gone, events) = Ends(times, _starts[k], _starts[k + 1]);
            area += survival * (_ends[k] - last);
            last = _ends[k];
            survival *= 1 - ((double)events / atRisk);
            atRisk -= gone;
        }

        return area + (survival * (_tau - last));
    }

    private (long Gone, long Events) Ends(int[] times, int start, int end)
    {
        long gone = 0, events = 0;
        for (var i = start; i < end; i++)
        {
            var count = times[_pairs[i]];
            gone += count;
            events += count * _events[i];
        }

        return (gone, events);
    }
}
