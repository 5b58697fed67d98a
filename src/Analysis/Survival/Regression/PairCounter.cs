namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// Counts comparable pairs of one stratum in n log n steps: an event with everybody at risk after it, where a subject censored at the
/// time of an event outlives it.
/// </summary>
internal sealed class PairCounter
{
    private readonly RiskSets _sets;
    private readonly IReadOnlyList<int> _rows;
    private readonly Dictionary<int, int> _rank;
    private readonly Dictionary<int, Concordance.Pairs> _later = [];
    private readonly int _ranks;

    /// <summary>Ranks the rows and counts, for each event, those after it.</summary>
    public PairCounter(RiskSets sets, IReadOnlyList<int> rows, double[] coefficients)
    {
        (_sets, _rows) = (sets, rows);
        var predictors = rows.ToDictionary(r => r, r => sets.LinearPredictor(r, coefficients));
        var ranks = predictors.Values.Distinct().Order().Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
        _rank = predictors.ToDictionary(p => p.Key, p => ranks[p.Value]);
        _ranks = ranks.Count;
        CountLater();
    }

    private enum Act
    {
        AddCensored,
        Remove,
        Count,
        AddEvent,
    }

    /// <summary>Pairs of an event with those after it; none when the row has no event.</summary>
    public Concordance.Pairs LaterThan(int row) => _later.GetValueOrDefault(row);

    /// <summary>Pairs of each row with the events before it while it was at risk.</summary>
    public IEnumerable<(int Row, Concordance.Pairs Earlier)> EarlierThanEach()
    {
        var events = new RankCounter(_ranks);
        var acts = _rows.SelectMany(r => EarlierActs(r, _sets.Rows[r])).OrderBy(a => a.Time).ThenBy(a => a.Order);
        foreach (var (_, order, row) in acts)
        {
            if (order == 1)
            {
                events.Add(_rank[row], 1);
                continue;
            }

            // Events before the entry were counted up to the time: they are taken off.
            var (lower, equal, higher) = events.Around(_rank[row]);
            var earlier = new Concordance.Pairs(higher, lower, equal);
            yield return (row, order == 3 ? default(Concordance.Pairs) - earlier : earlier);
        }
    }

    // At one time: events look back, then are added; the censored look back at them; those who enter leave out all of it.
    private static IEnumerable<(double Time, int Order, int Row)> EarlierActs(int row, CoxRow data)
    {
        yield return (data.Time, data.Event ? 0 : 2, row);
        if (data.Event)
        {
            yield return (data.Time, 1, row);
        }

        if (data.Entry > 0)
        {
            yield return (data.Entry, 3, row);
        }
    }

    private void CountLater()
    {
        var atRisk = new RankCounter(_ranks);
        var acts = _rows.SelectMany(r => Acts(r, _sets.Rows[r])).OrderByDescending(a => a.Time).ThenBy(a => a.Act);
        foreach (var (_, act, row) in acts)
        {
            if (act != Act.Count)
            {
                atRisk.Add(_rank[row], act == Act.Remove ? -1 : 1);
                continue;
            }

            var (lower, equal, higher) = atRisk.Around(_rank[row]);
            _later[row] = new(lower, higher, equal);
        }
    }

    private static IEnumerable<(double Time, Act Act, int Row)> Acts(int row, CoxRow data)
    {
        yield return (data.Time, data.Event ? Act.AddEvent : Act.AddCensored, row);
        if (data.Event)
        {
            yield return (data.Time, Act.Count, row);
        }

        if (data.Entry > 0)
        {
            yield return (data.Entry, Act.Remove, row);
        }
    }

    /// <summary>Counts by rank (a binary indexed tree).</summary>
    private sealed class RankCounter(int ranks)
    {
        private readonly long[] _tree = new long[ranks + 1];
        private long _total;

        public void Add(int rank, int count)
        {
            _total += count;
            for (var i = rank + 1; i < _tree.Length; i += i & -i)
            {
                _tree[i] += count;
            }
        }

        public (long Lower, long Equal, long Higher) Around(int rank)
        {
            var (lower, upTo) = (UpTo(rank - 1), UpTo(rank));
            return (lower, upTo - lower, _total - upTo);
        }

        private long UpTo(int rank)
        {
            var sum = 0L;
            for (var i = rank + 1; i > 0; i -= i & -i)
            {
                sum += _tree[i];
            }

            return sum;
        }
    }
}
