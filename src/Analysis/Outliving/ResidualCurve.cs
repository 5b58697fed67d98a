using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The Kaplan–Meier curve of one design point at whole ticks after the exit.</summary>
internal sealed class ResidualCurve
{
    private readonly (int Replicate, int Time, bool Event)[] _lives;

    // By tick: Σ d/(n(n − d)) up to it, and 1/(n − d) at it; 0 where nobody failed or nobody is left.
    private readonly double[] _greenwood;
    private readonly double[] _steps;

    private ResidualCurve(double weight, (int, int, bool)[] lives, double[] survival, double[] greenwood, double[] steps, int lastTick) =>
        (Weight, _lives, Survival, _greenwood, _steps, LastTick) = (weight, lives, survival, greenwood, steps, lastTick);

    /// <summary>Weight of the point.</summary>
    public double Weight { get; }

    /// <summary>Share alive so many ticks after the exit, from 0.</summary>
    public IReadOnlyList<double> Survival { get; }

    /// <summary>Last tick at which the share is known: the last observed, or any once nobody is alive; −1 without entries.</summary>
    public int LastTick { get; }

    /// <summary>Programs that saw their leadership leave.</summary>
    public int Entries => _lives.Length;

    /// <summary>The curve of a point.</summary>
    public static ResidualCurve Of(RunGroup group, double weight, int mostTicks)
    {
        (int Replicate, int Time, bool Event)[] lives =
        [
            .. group.Runs.Select(r => (r.Replicate, Life: TimeOrigin.ResidualLife(r))).Where(r => r.Life is not null)
                .Select(r => (r.Replicate, (int)r.Life!.Value.Time, r.Life.Value.Event)),
        ];
        var (survival, greenwood, steps) = (new double[mostTicks + 1], new double[mostTicks + 1], new double[mostTicks + 1]);
        var rows = KaplanMeier.Of([.. lives.Select(l => new Lifetime(l.Time, l.Event))]).Rows;
        var (at, sum, share) = (0, 0.0, 1.0);
        for (var tick = 0; tick <= mostTicks; tick++)
        {
            for (; at < rows.Count && rows[at].Time <= tick; at++)
            {
                share = rows[at].Survival;
                if (rows[at].Events > 0 && rows[at].AtRisk > rows[at].Events)
                {
                    steps[tick] = 1.0 / (rows[at].AtRisk - rows[at].Events);
                    sum += rows[at].Events * steps[tick] / rows[at].AtRisk;
                }
            }

            (survival[tick], greenwood[tick]) = (share, sum);
        }

        var last = rows.Count == 0 ? -1 : rows[^1].Survival == 0 ? mostTicks : (int)Math.Min(mostTicks, rows[^1].Time);
        return new(weight, lives, survival, greenwood, steps, last);
    }

    /// <summary>Adds what each replicate does to the curve: weight · S(t) · (Σ_{s ≤ min(t, x)} d/(n(n − d)) − [failed at x ≤ t]/(n − d)).</summary>
    public void AddInfluence(Dictionary<int, double[]> influences, int lastTick)
    {
        foreach (var (replicate, time, failed) in _lives)
        {
            if (!influences.TryGetValue(replicate, out var influence))
            {
                influences.Add(replicate, influence = new double[lastTick + 1]);
            }

            for (var t = 0; t <= lastTick; t++)
            {
                var own = _greenwood[Math.Min(t, time)] - (failed && time <= t ? _steps[time] : 0);
                influence[t] += Weight * Survival[t] * own;
            }
        }
    }
}
