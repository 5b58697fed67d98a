using System.Globalization;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>
/// The columns of a table of runs: where the run stands in the plan, the values of the factors, the outputs. One declaration for
/// Parquet and CSV, written and read.
/// </summary>
internal sealed class RunColumns : IRowColumns
{
    private static readonly Output[] Outputs = [.. OutputCatalog.All];
    private readonly IReadOnlyList<DesignPoint> _points;
    private readonly FactorColumns _factors;
    private readonly DataField[] _fields;

    public RunColumns(IReadOnlyList<DesignPoint> points)
    {
        _points = points;
        _factors = new FactorColumns(points);
        _fields = [.. Place(), .. _factors.Fields, .. Results()];
        Schema = new ParquetSchema(_fields);
    }

    public ParquetSchema Schema { get; }

    public IEnumerable<string> Names => _fields.Select(f => f.Name);

    public static ParquetOptions Options => new()
    {
        CompressionMethod = CompressionMethod.Zstd,

        // The default level takes thirty times as long for files a tenth smaller.
        CompressionLevel = System.IO.Compression.CompressionLevel.Fastest,
    };

    /// <summary>The names of the columns of an experiment with some factors.</summary>
    public static IEnumerable<string> NamesFor(IEnumerable<string> factors) => [.. Place().Select(f => f.Name), .. factors, .. Results().Select(f => f.Name)];

    /// <summary>Writes the runs that came to their end as one row group.</summary>
    public async Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> all)
    {
        RunRow[] rows = [.. all.Where(r => r.Error is null)];
        using var group = writer.CreateRowGroup();
        var field = 0;
        await group.WriteAsync(_fields[field++], Texts(rows, r => r.RunId)).ConfigureAwait(false);
        await group.WriteAsync<long>(_fields[field++], Values(rows, r => r.RunIndex)).ConfigureAwait(false);
        await group.WriteAsync<int>(_fields[field++], Values(rows, r => r.PointIndex)).ConfigureAwait(false);
        await group.WriteAsync<int>(_fields[field++], Values(rows, r => r.Replicate)).ConfigureAwait(false);
        var points = Values(rows, r => r.PointIndex);
        for (var k = 0; k < _factors.Fields.Count; k++, field++)
        {
            await _factors.WriteAsync(group, k, points).ConfigureAwait(false);
        }

        for (var k = 0; k < Outputs.Length; k++)
        {
            await WriteOutputAsync(group, _fields[field++], rows, k).ConfigureAwait(false);
        }

        await group.WriteAsync(_fields[field++], Texts(rows, r => r.EndCause)).ConfigureAwait(false);
        await group.WriteAsync(_fields[field++], Texts(rows, r => r.CoreExitTicks)).ConfigureAwait(false);
        await group.WriteAsync(_fields[field], Texts(rows, r => r.StateDigest)).ConfigureAwait(false);
        group.CompleteValidate();
    }

    /// <summary>Reads the rows of one row group.</summary>
    public async Task<RunRow[]> ReadAsync(ParquetRowGroupReader group)
    {
        var count = (int)group.RowCount;
        var field = 4 + _factors.Fields.Count;
        var outputs = new double[Outputs.Length][];
        for (var k = 0; k < outputs.Length; k++)
        {
            outputs[k] = await ColumnReader.NumbersAsync(group, _fields[field++], count).ConfigureAwait(false);
        }

        var ids = await ColumnReader.TextsAsync(group, _fields[0], count).ConfigureAwait(false);
        var indices = await ColumnReader.NumbersAsync(group, _fields[1], count).ConfigureAwait(false);
        var points = await ColumnReader.NumbersAsync(group, _fields[2], count).ConfigureAwait(false);
        var replicates = await ColumnReader.NumbersAsync(group, _fields[3], count).ConfigureAwait(false);
        var causes = await ColumnReader.TextsAsync(group, _fields[field++], count).ConfigureAwait(false);
        var exits = await ColumnReader.TextsAsync(group, _fields[field++], count).ConfigureAwait(false);
        var digests = await ColumnReader.TextsAsync(group, _fields[field], count).ConfigureAwait(false);
        return
        [
            .. Enumerable.Range(0, count).Select(r => new RunRow(
                ids[r], (long)indices[r], (int)points[r], (int)replicates[r], [.. outputs.Select(o => o[r])], causes[r], exits[r], digests[r])),
        ];
    }

    /// <summary>Writes a run as one line of CSV, without its end.</summary>
    public void WriteCsv(RunRow row, TextWriter text)
    {
        text.Write(row.RunId);
        Write(row.RunIndex, text);
        Write(row.PointIndex, text);
        Write(row.Replicate, text);
        foreach (var value in _points[row.PointIndex].Values)
        {
            text.Write(',');
            text.Write(Csv.Quote(Spelled.Of(value.Value)));
        }

        for (var k = 0; k < row.Outputs.Length; k++)
        {
            if (double.IsNaN(row.Outputs[k]))
            {
                text.Write(',');
            }
            else if (Outputs[k].Kind == OutputKind.Real)
            {
                Write(row.Outputs[k], text);
            }
            else
            {
                Write((long)row.Outputs[k], text);
            }
        }

        text.Write(',');
        text.Write(row.EndCause);
        text.Write(',');
        text.Write(row.CoreExitTicks);
        text.Write(',');
        text.Write(row.StateDigest);
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

    private static DataField[] Place() =>
    [
        new("runId", typeof(string), isNullable: false),
        new("runIndex", typeof(long), isNullable: false),
        new("pointIndex", typeof(int), isNullable: false),
        new("replicate", typeof(int), isNullable: false),
    ];

    private static DataField[] Results() =>
    [
        .. Outputs.Select(o => new DataField(o.Name, o.Kind switch { OutputKind.Integer => typeof(long?), OutputKind.Flag => typeof(bool), _ => typeof(double?) })),
        new("endCause", typeof(string), isNullable: false),
        new("coreExitTicks", typeof(string), isNullable: false),
        new("stateDigest", typeof(string), isNullable: false),
    ];

    private static string[] Texts(IReadOnlyList<RunRow> rows, Func<RunRow, string> value) => [.. rows.Select(value)];

    private static T[] Values<T>(IReadOnlyList<RunRow> rows, Func<RunRow, T> value) => [.. rows.Select(value)];

    private static Task WriteOutputAsync(ParquetRowGroupWriter group, DataField field, IReadOnlyList<RunRow> rows, int k) =>
        Outputs[k].Kind switch
        {
            OutputKind.Integer => group.WriteAsync<long>(field, new ReadOnlyMemory<long?>(Values<long?>(rows, r => double.IsNaN(r.Outputs[k]) ? null : (long)r.Outputs[k]))),
            OutputKind.Flag => group.WriteAsync<bool>(field, new ReadOnlyMemory<bool>(Values(rows, r => r.Outputs[k] != 0))),
            _ => group.WriteAsync<double>(field, new ReadOnlyMemory<double?>(Values<double?>(rows, r => double.IsNaN(r.Outputs[k]) ? null : r.Outputs[k]))),
        };
}
