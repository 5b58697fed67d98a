using System.Globalization;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>The lives of a data file, as the estimators take them. Rows that miss a value that is asked for are left out.</summary>
internal sealed class SurvivalRows
{
    private const string Censored = "0";
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
    private readonly int[] _rows;

    private SurvivalRows(SurvivalQuestion question)
    {
        (_question, _table) = (question, DataTable.Read(question.File));
        ColumnRoles.Check(question);
        _times = _table.Numbers(question.Time);
        _entries = question.Entry is null ? null : _table.Numbers(question.Entry);
        _exits = question.Exit is null ? null : _table.Numbers(question.Exit);
        (_groups, _strata, _clusters) = (TextsOf(question.Group), TextsOf(question.Strata), TextsOf(question.Cluster));
        _causes = [.. _table.Texts(question.Event).Select(CauseOf)];
        if (!question.HasCauses)
        {
            var flags = _table.Numbers(question.Event);
            _causes = [.. flags.Select((f, row) => double.IsNaN(f) ? "" : f is 0 or 1 ? f.ToString(CultureInfo.InvariantCulture) : throw Odd(row, _causes[row]))];
        }

        Terms = [.. TermsOf(question.Cox)];
        string[]?[] needed = [_causes, _groups, _strata, _clusters, .. Terms.Select(t => t.Texts)];
        _rows = [.. Enumerable.Range(0, _table.Count).Where(row => !double.IsNaN(_times[row]) && !double.IsNaN(_entries?[row] ?? 0) && needed.All(c => c is null || c[row].Length > 0))];
        if (_rows.Length == 0)
        {
            throw new DataException($"{question.File} has no row with a value in every column that is asked for");
        }

        CheckTimes();
        CheckImmortalTime();
        LeftOut = _table.Count - _rows.Length;
        int[] complete = _rows;
        _rows = [.. complete.Where(row => Counted(row, 0).Any())];
        NotCounted = complete.Length - _rows.Length;
        if (_rows.Length == 0)
        {
            throw new DataException($"{question.File}: {(question.FromExit ? $"in no row did leadership leave ({question.Exit}) before the end" : FormattableString.Invariant($"no row is observed after the landmark, {question.Landmark}"))}");
        }

        Causes = [.. _rows.Select(row => _causes[row]).Where(c => c != Censored).Distinct().Order(GroupOrder.Natural)];
        if (question.Competing.FirstOrDefault(c => !Causes.Contains(c)) is { } absent)
        {
            throw new DataException($"{question.File}: no row of column {question.Event} has the competing cause \"{absent}\"; its causes are {string.Join(", ", Causes)}");
        }

        if (question.Competing.Count > 0 && Causes.All(question.Competing.Contains))
        {
            throw new DataException($"{question.File}: --competing names every cause there is ({string.Join(", ", Causes)}); leave out the one that is the event");
        }

        Interest = Causes.Where(c => question.Competing.Count > 0 ? !question.Competing.Contains(c) : c == Causes[0]).ToHashSet();
    }

    /// <summary>Rows left out because a value is missing.</summary>
    public int LeftOut { get; }

    /// <summary>Rows that do not reach the origin that time is counted from.</summary>
    public int NotCounted { get; }

    /// <summary>Columns of the Cox model that are known only when a run is over.</summary>
    public IReadOnlyList<string> Outcomes => [.. Terms.Select(t => t.Column).Where(c => OwnRuns.IsOutcome(_table, c))];

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

    /// <summary>Terms of the Cox model.</summary>
    private IReadOnlyList<CoxTerm> Terms { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataException">A column is missing or holds what it must not.</exception>
    public static SurvivalRows Read(SurvivalQuestion question) => new(question);

    /// <summary>One observation a row, with the cause as a number from 1 in the order of <see cref="Causes"/>.</summary>
    public IReadOnlyList<Lifetime> WithCauses() => [.. _rows.SelectMany(row => Counted(row, 1 + Causes.ToList().IndexOf(_causes[row])))];

    /// <summary>One observation a row, 1 where the event of interest happened.</summary>
    public IReadOnlyList<Lifetime> WithEvents() => [.. _rows.SelectMany(Event)];

    /// <summary>The data of the Cox model.</summary>
    /// <exception cref="DataException">The model cannot be made of the columns.</exception>
    public CoxData CoxData()
    {
        var parts = Terms.Select(t => t.Expand(_rows)).ToList();
        try
        {
            return new CoxData([.. parts.SelectMany(p => p.Names)], [.. _rows.Select((row, k) => Row(Event(row).Single(), [.. parts.SelectMany(p => p.Values(k))]))]);
        }
        catch (ArgumentException error)
        {
            throw new DataException($"{_question.File}: {error.Message}", error);
        }
    }

    private static CoxRow Row(Lifetime life, double[] values) => new(life.Time, life.Event, values) { Entry = life.Entry, Stratum = life.Stratum, Cluster = life.Cluster };

    private IEnumerable<Lifetime> Event(int row) => Counted(row, Interest.Contains(_causes[row]) ? 1 : 0);

    // The life of a row from the origin on; none when it does not come that far.
    private IReadOnlyList<Lifetime> Counted(int row, int cause)
    {
        var subject = Subject(row, cause);
        return _question.FromExit ? Landmark.FromExit([subject]) : _question.Landmark is { } landmark ? Landmark.At([subject], landmark) : [subject.Life];
    }

    private ExitObservation Subject(int row, int cause)
    {
        var life = new Lifetime(_times[row], cause, _groups?[row] ?? "", _strata?[row] ?? "", _entries?[row] ?? 0) { Cluster = _clusters?[row] };
        return new(life, _exits is null || double.IsNaN(_exits[row]) ? null : _exits[row]);
    }

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
                var what = _entries is null ? $"{_question.Time} is {Text(_times[row])}" : $"{_question.Entry} is {Text(entry)} and {_question.Time} {Text(_times[row])}";
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
        IEnumerable<(string Column, string[] Values)> groupings = Terms.Where(t => t.Texts.Distinct().Count() <= MostLevels).Select(t => (t.Column, t.Texts));
        foreach (var (name, values) in _exits is null || _question.Landmark is not null ? [] : _groups is null ? groupings : groupings.Append((_question.Group!, _groups)))
        {
            if (ImmortalTime.Problem([.. _rows.Select(row => Subject(row, 0) is var s ? s with { Life = s.Life with { Group = values[row] } } : default)]) is { } problem)
            {
                throw new DataException($"{_question.File}, column {name}: {problem} That is --from-exit, or --landmark TIME without --group");
            }
        }
    }

    private DataException Odd(int row, string value) => new(
        $"{_table.PlaceOf(row)}, column {_question.Event}: \"{value}\" is neither 0 (censored) nor 1 (event), true nor false; where the column names causes of the end, say --competing");

    private IEnumerable<CoxTerm> TermsOf(string? model)
    {
        foreach (var term in model?.Split('+', StringSplitOptions.TrimEntries) ?? [])
        {
            var isFactor = term.StartsWith("factor(", StringComparison.Ordinal) && term.EndsWith(')');
            var column = isFactor ? term["factor(".Length..^1].Trim() : term;
            if (column.Length == 0)
            {
                throw new DataException($"--cox is \"{model}\"; allowed are names of columns joined by +, as in \"age + karno\"; factor(column) compares the levels of a column of numbers");
            }

            yield return new(column, _table.Texts(column), isFactor || !_table.IsNumeric(column) ? null : _table.Numbers(column));
        }
    }

    // 0, 0.0, false and censored are one thing, however they are spelled; so are 2 and 2.0.
    private static string CauseOf(string text) =>
        text.Equals("censored", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? Censored
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Text(number == 0 ? 0 : number)
        : text;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
