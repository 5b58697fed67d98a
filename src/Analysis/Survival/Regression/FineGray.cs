namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// The Fine–Gray model of the cumulative incidence of one cause: a Cox model of the subdistribution hazard. Subjects that had another
/// cause stay at risk with weight G(t−)/G(s−), G the Kaplan–Meier curve of censoring and s the time of their event; standard errors
/// are robust, by subject or cluster.
/// </summary>
/// <remarks>
/// Fine and Gray (1999), https://doi.org/10.1080/01621459.1999.10474144; weighted form: Geskus (2011),
/// https://doi.org/10.1111/j.1541-0420.2010.01420.x, as in R's finegray. The coefficient is a subdistribution hazard ratio: its sign
/// says whether the incidence is higher, its size is not a ratio of risks or rates among those still in the program.
/// </remarks>
public static class FineGray
{
    /// <summary>Fits the model.</summary>
    /// <param name="columns">Names of the covariates.</param>
    /// <param name="rows">One row per subject; observed from the origin on.</param>
    /// <param name="cause">Number of the cause, from 1.</param>
    /// <param name="ties">How to treat tied times.</param>
    /// <exception cref="ArgumentException">A name or row cannot be used.</exception>
    public static CoxFit Fit(IReadOnlyList<string> columns, IReadOnlyList<CompetingRow> rows, int cause, TiedTimes ties = TiedTimes.Efron)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(cause, 1);
        return CoxModel.Fit(new CoxData(columns, Expand(rows, cause)), ties);
    }

    /// <summary>The weighted rows: as R's finegray makes them, but cut only where a weight changes between events.</summary>
    internal static IReadOnlyList<CoxRow> Expand(IReadOnlyList<CompetingRow> rows, int cause)
    {
        var observations = rows.Select(r => new Lifetime(r.Time, r.Cause)).ToArray();
        ObservationChecks.Check(observations, nameof(rows));
        var censoring = new CensoringCurve(observations);
        double[] times = [.. rows.Where(r => r.Cause == cause).Select(r => r.Time).Distinct().Order()];
        return [.. rows.SelectMany((row, i) => row.Cause == 0 || row.Cause == cause
            ? [Row(row, i, 0, row.Time, 1, row.Cause == cause)]
            : Extended(row, i, times, censoring))];
    }

    private static IEnumerable<CoxRow> Extended(CompetingRow row, int index, double[] times, CensoringCurve censoring)
    {
        var (start, stop, weight) = (0.0, row.Time, 1.0);
        var atEvent = censoring.Before(row.Time);
        foreach (var time in times.Where(t => t > row.Time))
        {
            var at = censoring.Before(time) / atEvent;
            if (at != weight)
            {
                yield return Row(row, index, start, stop, weight, false);
                (start, weight) = (stop, at);
            }

            if (at <= 0)
            {
                yield break;
            }

            stop = time;
        }

        yield return Row(row, index, start, stop, weight, false);
    }

    private static CoxRow Row(CompetingRow row, int index, double start, double stop, double weight, bool isEvent) => new(stop, isEvent, row.Covariates)
    {
        Entry = start,
        Weight = weight,
        Cluster = row.Cluster ?? Invariant($"{index}"),
        Stratum = row.Stratum,
    };

    /// <summary>The Kaplan–Meier curve of censoring, which at tied times comes after the events.</summary>
    private sealed class CensoringCurve
    {
        private readonly double[] _times;
        private readonly double[] _values;

        public CensoringCurve(Lifetime[] observations)
        {
            var rows = RiskTable.Of(observations).Where(r => r.Censored > 0).ToArray();
            (_times, _values) = ([.. rows.Select(r => r.Time)], new double[rows.Length + 1]);
            _values[0] = 1;
            for (var i = 0; i < rows.Length; i++)
            {
                var left = (double)(rows[i].AtRisk - rows[i].Events);
                _values[i + 1] = _values[i] * (left - rows[i].Censored) / left;
            }
        }

        /// <summary>G(t−).</summary>
        public double Before(double time)
        {
            var place = Array.BinarySearch(_times, time);
            return _values[place < 0 ? ~place : place];
        }
    }
}
