using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>The lives of a data file, as the estimators take them. Rows that miss a value that is asked for are left out.</summary>
internal sealed class SurvivalRows
{
    private const int MostLevels = 5;
    private readonly SurvivalQuestion _question;
    private readonly DataTable _table;
    private readonly double[] _times;
    private readonly double[]? _entries;
    private readonly double[]? _exits;
    private readonly string[] _causes;
    private readonly string[]? _groups;
    private readonly string[]? _strata;
    private readonly string[]? _clusters;
    private readonly Dictionary<string, ModelFormula> _models;
    private readonly int[] _rows;

    // Subtracting an origin can leave rounding behind that was not there.
    private readonly EqualTimes? _equal;

    private SurvivalRows(SurvivalQuestion question)
    {
        (_question, _table) = (question, DataTable.Read(question.File, question.Format));
        ColumnRoles.Check(question);
        (_times, _entries, _exits) = (_table.Numbers(question.Time), NumbersOf(question.Entry), NumbersOf(question.Exit));
        var equal = EqualTimes.Of([.. _times, .. _entries ?? [], .. _exits ?? []]);
        (_times, _entries) = ([.. _times.Select(t => equal[t])], _entries?.Select(t => equal[t]).ToArray());
        _exits = _exits?.Select(t => equal[t]).ToArray();
        (_groups, _strata, _clusters) = (TextsOf(question.Group), TextsOf(question.Strata), TextsOf(question.Cluster));
        _causes = EventCodes.Read(question, _table);
        _models = new[] { ("--cox", question.Cox), ("--fine-gray", question.FineGray), ("--discrete", question.Discrete) }
            .Where(m => m.Item2 is not null).ToDictionary(m => m.Item1, m => ModelFormula.Parse(m.Item2!, m.Item1));
        Terms = _models.Values.SelectMany(m => m.Terms).SelectMany(t => t).Distinct().ToDictionary(c => c, TermOf);
        string[]?[] needed = [_causes, _groups, _strata, _clusters, .. Terms.Values.Select(t => t.Texts)];
        _rows = [.. Enumerable.Range(0, _table.Count).Where(row =>
            !double.IsNaN(_times[row]) && !double.IsNaN(_entries?[row] ?? 0) && needed.All(c => c is null || c[row].Length > 0))];
        if (_rows.Length == 0)
        {
            throw new DataException($"{question.File} has no row with a value in every column in use");
        }

        CheckTimes();
        CheckImmortalTime();
        JoinedTimes = equal.Joined;
        LeftOut = _table.Count - _rows.Length;
        int[] complete = _rows;
        _rows = [.. complete.Where(row => Counted(row, 0).Any())];
        NotCounted = complete.Length - _rows.Length;
        if (_rows.Length == 0)
        {
            var reason = question.FromExit
                ? $"in no row did leadership leave ({question.Exit}) before the end"
                : Invariant($"no row is observed after the landmark, {question.Landmark}");
            throw new DataException($"{question.File}: {reason}");
        }

        _equal = EqualTimes.Of(_rows.SelectMany(row => Counted(row, 0)).SelectMany(l => new[] { l.Time, l.Entry }));
        Causes = [.. _rows.Select(row => _causes[row]).Where(c => c != EventCodes.Censored).Distinct().Order(GroupOrder.Natural)];
        if (question.Competing.FirstOrDefault(c => !Causes.Contains(c)) is { } absent)
        {
            throw new DataException($"{question.File}: no row of column {question.Event} has the competing cause \"{absent}\"; its causes are {string.Join(", ", Causes)}");
        }

        if (question.Competing.Count > 0 && Causes.All(question.Competing.Contains))
        {
            throw new DataException($"{question.File}: --competing names every cause there is ({string.Join(", ", Causes)}); leave out the one that is the event");
        }

        var named = question.EventValues.Select(EventCodes.Spelled).ToHashSet();
        Interest = Causes.Where(c => question.Competing.Count > 0 ? !question.Competing.Contains(c)
            : named.Count > 0 ? named.Contains(c)
            : !question.HasCauses || c == Causes[0]).ToHashSet();
    }

    /// <summary>Distinct times that were made equal to an earlier one, from which they differ by rounding.</summary>
    public int JoinedTimes { get; }

    /// <summary>Whether no row that counts is censored.</summary>
    public bool AreAllEvents => _rows.All(row => _causes[row] != EventCodes.Censored);

    /// <summary>Rows left out because a value is missing.</summary>
    public int LeftOut { get; }

    /// <summary>Rows that do not reach the origin that time is counted from.</summary>
    public int NotCounted { get; }

    /// <summary>Columns of the Cox model that are known only when a run is over.</summary>
    public IReadOnlyList<string> Outcomes => [.. Terms.Values.Select(t => t.Column).Distinct().Where(c => OwnRuns.IsOutcome(_table, c))];

    /// <summary>Whether some rows of a cluster or stratum are in different groups.</summary>
    public bool AreGroupsPaired => new[] { _clusters, _strata }.Any(units => units is not null && _groups is not null
        && _rows.GroupBy(row => units[row]).Any(unit => unit.Select(row => _groups[row]).Distinct().Count() > 1));

    /// <summary>Whether there is one group only.</summary>
    public bool AreInOneGroup => _groups is not null && _rows.Select(row => _groups[row]).Distinct().Count() == 1;

    /// <summary>Whether some clusters have several rows.</summary>
    public bool HasClusters => _clusters is not null && _rows.GroupBy(row => _clusters[row]).Any(unit => unit.Count() > 1);

    /// <summary>The causes, in natural order; one without competing ones.</summary>
    public IReadOnlyList<string> Causes { get; }

    /// <summary>The causes that count as the event; the others are censored, but for cumulative incidences.</summary>
    public IReadOnlySet<string> Interest { get; }

    /// <summary>Where each row that counts stands, in the order of the observations.</summary>
    public IReadOnlyList<string> Places => [.. _rows.Select(_table.PlaceOf)];

    /// <summary>Columns of the models.</summary>
    private IReadOnlyDictionary<FormulaColumn, CoxTerm> Terms { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataException">A column is missing or holds what it must not.</exception>
    public static SurvivalRows Read(SurvivalQuestion question) => new(question);

    /// <summary>One observation a row, with the cause as a number from 1 in the order of <see cref="Causes"/>.</summary>
    public IReadOnlyList<Lifetime> WithCauses() => [.. _rows.SelectMany(row => Counted(row, 1 + Causes.ToList().IndexOf(_causes[row])))];

    /// <summary>One observation a row, 1 where the event of interest happened.</summary>
    public IReadOnlyList<Lifetime> WithEvents() => [.. _rows.SelectMany(Event)];

    /// <summary>The data of a model.</summary>
    /// <param name="option">The option that asks for it.</param>
    /// <exception cref="DataException">The model cannot be made of the columns.</exception>
    public CoxData ModelData(string option)
    {
        var (names, values) = Matrix(option);
        try
        {
            return new CoxData(names, [.. _rows.Select((row, k) => Row(Event(row).Single(), values(k)))]);
        }
        catch (ArgumentException error)
        {
            throw new DataException($"{_question.File}: {error.Message}", error);
        }
    }

    /// <summary>The columns and rows of a Fine–Gray model: cause 1 is the event.</summary>
    public (IReadOnlyList<string> Columns, IReadOnlyList<CompetingRow> Rows) CompetingData()
    {
        if (_entries is not null)
        {
            throw new DataException($"{_question.File}: --fine-gray needs lives observed from the origin on, and --entry says that some enter late; use --cox, or leave --entry out");
        }

        var (names, values) = Matrix("--fine-gray");
        CompetingRow Subject(Lifetime life, double[] covariates) => new(life.Time, life.Cause, covariates) { Stratum = life.Stratum, Cluster = life.Cluster };
        return (names, [.. _rows.Select((row, k) => Subject(Counted(row, CompetingCause(row)).Single(), values(k)))]);
    }

    private (IReadOnlyList<string> Names, Func<int, double[]> Values) Matrix(string option)
    {
        var parts = _models[option].Terms.Select(t => CoxTerm.Expand([.. t.Select(c => Terms[c])], _rows)).ToList();
        return ([.. parts.SelectMany(p => p.Names)], k => [.. parts.SelectMany(p => p.Values(k))]);
    }

    private int CompetingCause(int row) => _causes[row] == EventCodes.Censored ? 0 : Interest.Contains(_causes[row]) ? 1 : 2;

    private static CoxRow Row(Lifetime life, double[] values) =>
        new(life.Time, life.Event, values) { Entry = life.Entry, Stratum = life.Stratum, Cluster = life.Cluster };

    private IEnumerable<Lifetime> Event(int row) => Counted(row, Interest.Contains(_causes[row]) ? 1 : 0);

    // The life of a row from the origin on; none when it does not come that far.
    private IReadOnlyList<Lifetime> Counted(int row, int cause)
    {
        var subject = Subject(row, cause);
        var lives = _question.FromExit ? Landmark.FromExit([subject]) : _question.Landmark is { } landmark ? Landmark.At([subject], landmark) : [subject.Life];
        return _equal is null ? lives : [.. lives.Select(l => l with { Time = _equal[l.Time], Entry = _equal[l.Entry] })];
    }

    private ExitObservation Subject(int row, int cause)
    {
        var life = new Lifetime(_times[row], cause, _groups?[row] ?? "", _strata?[row] ?? "", _entries?[row] ?? 0) { Cluster = _clusters?[row] };
        return new(life, _exits is null || double.IsNaN(_exits[row]) ? null : _exits[row]);
    }

    private double[]? NumbersOf(string? column) => column is null ? null : _table.Numbers(column);

    private string[]? TextsOf(string? column) => column is null ? null : _table.Texts(column);

    private void CheckTimes()
    {
        foreach (var row in _rows)
        {
            var entry = _entries?[row] ?? 0;
            if (_exits?[row] < 0)
            {
                throw new DataException($"{_table.PlaceOf(row)}: {_question.Exit} is {Text(_exits[row])}; allowed are times from 0 on, and nothing where leadership was not seen to leave");
            }

            if (_times[row] < 0 || (_entries is not null && (entry < 0 || entry >= _times[row])))
            {
                var what = _entries is null
                    ? $"{_question.Time} is {Text(_times[row])}" : $"{_question.Entry} is {Text(entry)} and {_question.Time} {Text(_times[row])}";
                throw new DataException($"{_table.PlaceOf(row)}: {what}; allowed are times from 0 on{(_entries is null ? "" : ", and an entry before the end")}");
            }
        }
    }

    private void CheckImmortalTime()
    {
        if (_question.FromExit)
        {
            return;
        }

        if (_question.Group is { } column && OwnRuns.IsOutcome(_table, column))
        {
            throw new DataException($"{_question.File}: {column} is known only when a run is over: who lives longer has more time to get into one of its groups (immortal time). Compare factors; or count time from the exit of leadership (--exit foundingExitTick --from-exit); or compare from a landmark on (--exit foundingExitTick --landmark TIME)");
        }

        // A column of many values makes groups so small that some are like this by chance.
        IEnumerable<(string Column, string[] Values)> groupings = Terms.Values.Where(t => t.Texts.Distinct().Count() <= MostLevels)
            .Select(t => (t.Column, t.Texts));
        foreach (var (name, values) in _exits is null || _question.Landmark is not null ? []
            : _groups is null ? groupings : groupings.Append((_question.Group!, _groups)))
        {
            if (ImmortalTime.Problem([.. _rows
                .Select(row => Subject(row, 0) is var s ? s with { Life = s.Life with { Group = values[row] } } : default)]) is { } problem)
            {
                throw new DataException($"{_question.File}, column {name}: {problem} That is --from-exit, or --landmark TIME without --group");
            }
        }
    }

    private CoxTerm TermOf(FormulaColumn column) =>
        new(column.Name, _table.Texts(column.Name), column.IsFactor || !_table.IsNumeric(column.Name) ? null : _table.Numbers(column.Name));

    private static string Text(double value) => Invariant($"{value}");
}
