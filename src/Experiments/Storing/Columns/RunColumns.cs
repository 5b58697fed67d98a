using System.Globalization;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;
using Parquet;
using Parquet.Schema;
using static LeadershipSim.Experiments.Storing.Columns.PlaceColumns;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>
/// The columns of a table of runs: where the run stands in the plan, the values of the factors, the outputs. One declaration for
/// Parquet and CSV, written and read.
/// </summary>
internal sealed class RunColumns : IRowColumns
{
    private static readonly DataField[] Places = [RunId, RunIndex, PointIndex, Replicate];
    private static readonly DataField EndCause = new("endCause", typeof(string), isNullable: false);
    private static readonly DataField CoreExitTicks = new("coreExitTicks", typeof(string), isNullable: false);
    private static readonly DataField StateDigest = new("stateDigest", typeof(string), isNullable: false);
    private readonly DataField[] _environment;
    private readonly IReadOnlyList<DesignPoint> _points;
    private readonly FactorColumns _factors;
    private readonly IReadOnlyList<Output> _outputs;
    private readonly DataField[] _outputFields;

    /// <param name="points">The design points.</param>
    /// <param name="outputs">What runs report; null: what the program itself does.</param>
    public RunColumns(IReadOnlyList<DesignPoint> points, IReadOnlyList<Output>? outputs = null)
    {
        _points = points;
        _environment = points[0].Environment is null ? [] : [PlaceColumns.Environment];
        _outputs = outputs ?? OutputCatalog.All;
        _outputFields = FieldsOf(_outputs);
        _factors = new FactorColumns(points);
        Schema = new ParquetSchema([.. Places, .. _environment, .. _factors.Fields, .. _outputFields, EndCause, CoreExitTicks, StateDigest]);
        Columns = [.. PlaceColumns.Of([.. Places, .. _environment]), .. _factors.Columns, .. ResultsOf(_outputs)];
    }

    public ParquetSchema Schema { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns that say what a run gave.</summary>
    public static IReadOnlyList<Column> ResultsOf(IReadOnlyList<Output> outputs) =>
    [
        .. outputs.Zip(FieldsOf(outputs), (o, f) => Column.Of(f, o.Kind == OutputKind.Flag ? "" : o.Unit, o.Meaning)),
        Column.Of(EndCause, "", "Why the run stopped: failure, needEnded, horizon or the cause of a stop rule"),
        Column.Of(CoreExitTicks, "tick", "Ticks at which leadership generations had left, as a JSON array") with { Type = ColumnType.Integers },
        Column.Of(StateDigest, "", "Digest of the final state, 16 hexadecimal digits"),
    ];

    /// <summary>Columns of a run that are no outputs, those of factors left out.</summary>
    public static IReadOnlyList<string> Others { get; } =
        [.. Places.Append(PlaceColumns.Environment).Append(EndCause).Append(CoreExitTicks).Append(StateDigest).Select(f => f.Name)];

    /// <summary>Writes the runs that finished as one row group.</summary>
    public async Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> all)
    {
        RunRow[] rows = [.. all.Where(r => r.Error is null)];
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(RunId, Texts(rows, r => r.RunId)).ConfigureAwait(false);
        await group.WriteAsync<long>(RunIndex, Values(rows, r => r.RunIndex)).ConfigureAwait(false);
        var points = Values(rows, r => r.PointIndex);
        await group.WriteAsync<int>(PointIndex, points).ConfigureAwait(false);
        await group.WriteAsync<int>(Replicate, Values(rows, r => r.Replicate)).ConfigureAwait(false);
        foreach (var field in _environment)
        {
            await group.WriteAsync<int>(field, points.Select(p => _points[p].Environment ?? 0).ToArray()).ConfigureAwait(false);
        }

        for (var k = 0; k < _factors.Fields.Count; k++)
        {
            await _factors.WriteAsync(group, k, points).ConfigureAwait(false);
        }

        for (var k = 0; k < _outputs.Count; k++)
        {
            await WriteOutputAsync(group, rows, k).ConfigureAwait(false);
        }

        await group.WriteAsync(EndCause, Texts(rows, r => r.EndCause)).ConfigureAwait(false);
        await group.WriteAsync(CoreExitTicks, Texts(rows, r => r.CoreExitTicks)).ConfigureAwait(false);
        await group.WriteAsync(StateDigest, Texts(rows, r => r.StateDigest)).ConfigureAwait(false);
        group.CompleteValidate();
    }

    /// <summary>Reads the rows of one row group; outputs that the file does not have are absent from them.</summary>
    /// <param name="group">The row group.</param>
    /// <param name="schema">The fields of the file, which another version may have written.</param>
    /// <param name="expected">The outputs to read.</param>
    /// <exception cref="InvalidDataException">A column that every version writes is not there.</exception>
    public static async Task<RunRow[]> ReadAsync(ParquetRowGroupReader group, ParquetSchema schema, IReadOnlyList<Output> expected)
    {
        var count = (int)group.RowCount;
        var fields = schema.DataFields.ToDictionary(f => f.Name);
        var (outputs, absent) = (new double[expected.Count][], new HashSet<int>());
        for (var k = 0; k < outputs.Length; k++)
        {
            if (fields.TryGetValue(expected[k].Name, out var field))
            {
                outputs[k] = await ColumnReader.NumbersAsync(group, field, count).ConfigureAwait(false);
            }
            else
            {
                outputs[k] = [.. Enumerable.Repeat(double.NaN, count)];
                absent.Add(k);
            }
        }

        var ids = await ColumnReader.TextsAsync(group, Needed(RunId), count).ConfigureAwait(false);
        var indices = await ColumnReader.NumbersAsync(group, Needed(RunIndex), count).ConfigureAwait(false);
        var points = await ColumnReader.NumbersAsync(group, Needed(PointIndex), count).ConfigureAwait(false);
        var replicates = await ColumnReader.NumbersAsync(group, Needed(Replicate), count).ConfigureAwait(false);
        var causes = await ColumnReader.TextsAsync(group, Needed(EndCause), count).ConfigureAwait(false);
        var exits = await ColumnReader.TextsAsync(group, Needed(CoreExitTicks), count).ConfigureAwait(false);
        var digests = await ColumnReader.TextsAsync(group, Needed(StateDigest), count).ConfigureAwait(false);
        return
        [
            .. Enumerable.Range(0, count).Select(r => new RunRow(
                ids[r], (long)indices[r], (int)points[r], (int)replicates[r], [.. outputs.Select(o => o[r])], causes[r], TickList.Normal(exits[r]), digests[r])
            {
                Absent = absent,
            }),
        ];

        DataField Needed(DataField field) => fields.GetValueOrDefault(field.Name) ?? throw new InvalidDataException($"it has no column {field.Name}");
    }

    /// <summary>Writes a run as one line of CSV, without its end.</summary>
    public void WriteCsv(RunRow row, TextWriter text)
    {
        text.Write(row.RunId);
        Write(row.RunIndex, text);
        Write(row.PointIndex, text);
        Write(row.Replicate, text);
        if (_points[row.PointIndex].Environment is { } environment)
        {
            Write(environment, text);
        }

        foreach (var value in _points[row.PointIndex].Values)
        {
            text.Write(',');
            text.Write(value.Value is { } level ? Csv.Quote(Spelled.Of(level)) : "");
        }

        for (var k = 0; k < row.Outputs.Length; k++)
        {
            Write(row.Outputs[k], _outputs[k].Kind, text);
        }

        text.Write(',');
        text.Write(row.EndCause);
        text.Write(',');
        text.Write(Csv.Quote(row.CoreExitTicks));
        text.Write(',');
        text.Write(row.StateDigest);
    }

    private static void Write(double output, OutputKind kind, TextWriter text)
    {
        if (double.IsNaN(output))
        {
            text.Write(',');
        }
        else if (kind == OutputKind.Real)
        {
            Write(output, text);
        }
        else if (kind == OutputKind.Integer)
        {
            Write((long)output, text);
        }
        else
        {
            text.Write(output != 0 ? ",true" : ",false");
        }
    }

    // Formatted in place: as strings the numbers of a sweep are most of what writing its table takes.
    private static void Write<T>(T number, TextWriter text)
        where T : ISpanFormattable
    {
        Span<char> field = stackalloc char[32];
        field[0] = ',';
        number.TryFormat(field[1..], out var length, default, CultureInfo.InvariantCulture);
        text.Write(field[..(length + 1)]);
    }

    private static DataField[] FieldsOf(IEnumerable<Output> outputs) => [.. outputs.Select(o => new DataField(o.Name, TypeOf(o.Kind)))];

    private static Type TypeOf(OutputKind kind) => kind switch
    {
        OutputKind.Integer => typeof(long?),
        OutputKind.Flag => typeof(bool),
        _ => typeof(double?),
    };

    private static string[] Texts(IReadOnlyList<RunRow> rows, Func<RunRow, string> value) => [.. rows.Select(value)];

    private static T[] Values<T>(IReadOnlyList<RunRow> rows, Func<RunRow, T> value) => [.. rows.Select(value)];

    private Task WriteOutputAsync(ParquetRowGroupWriter group, IReadOnlyList<RunRow> rows, int k) => _outputs[k].Kind switch
    {
        OutputKind.Integer => group.WriteAsync<long>(
            _outputFields[k], new ReadOnlyMemory<long?>(Values<long?>(rows, r => double.IsNaN(r.Outputs[k]) ? null : (long)r.Outputs[k]))),
        OutputKind.Flag => group.WriteAsync<bool>(_outputFields[k], new ReadOnlyMemory<bool>(Values(rows, r => r.Outputs[k] != 0))),
        _ => group.WriteAsync<double>(
            _outputFields[k], new ReadOnlyMemory<double?>(Values<double?>(rows, r => double.IsNaN(r.Outputs[k]) ? null : r.Outputs[k]))),
    };
}
