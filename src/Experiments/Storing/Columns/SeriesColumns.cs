using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;
using Parquet;
using Parquet.Schema;
using static LeadershipSim.Experiments.Storing.Columns.PlaceColumns;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The table of series: one row per run and tick, one column per metric.</summary>
internal sealed class SeriesColumns : IRowColumns
{
    private readonly SeriesMetric[] _metrics;
    private readonly DataField[] _fields;

    public SeriesColumns(SeriesRequest request)
    {
        _metrics = [.. request.Metrics];
        _fields = [.. _metrics.Select(m => new DataField(m.Name, m.IsWhole ? typeof(long?) : typeof(double?)))];
        Schema = new ParquetSchema([RunId, RunIndex, Tick, .. _fields]);
    }

    public ParquetSchema Schema { get; }

    public IReadOnlyList<Column> Columns => [.. PlaceColumns.Of(RunId, RunIndex, Tick), .. _metrics.Zip(_fields, (m, f) => Column.Of(f, m.Unit, m.Meaning))];

    public async Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> rows)
    {
        (RunRow Run, int Row)[] ticks = [.. rows.SelectMany(r => Enumerable.Range(0, r.Record.Ticks.Count).Select(k => (r, k)))];
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(RunId, ticks.Select(t => t.Run.RunId).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<long>(RunIndex, ticks.Select(t => t.Run.RunIndex).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<int>(Tick, ticks.Select(t => t.Run.Record.Ticks[t.Row]).ToArray()).ConfigureAwait(false);
        for (var metric = 0; metric < _fields.Length; metric++)
        {
            double?[] values = [.. ticks.Select(t => t.Run.Record.Series[(t.Row * _metrics.Length) + metric]).Select(v => double.IsNaN(v) ? (double?)null : v)];
            await (_metrics[metric].IsWhole
                ? group.WriteAsync<long>(_fields[metric], Array.ConvertAll(values, v => (long?)v))
                : group.WriteAsync<double>(_fields[metric], values)).ConfigureAwait(false);
        }

        group.CompleteValidate();
    }

    /// <summary>The ticks and values of one row group, by run.</summary>
    public async Task<ILookup<long, (int Tick, double[] Values)>> ReadAsync(ParquetRowGroupReader group)
    {
        var count = (int)group.RowCount;
        var runs = await ColumnReader.NumbersAsync(group, RunIndex, count).ConfigureAwait(false);
        var ticks = await ColumnReader.NumbersAsync(group, Tick, count).ConfigureAwait(false);
        var metrics = new double[_fields.Length][];
        for (var metric = 0; metric < metrics.Length; metric++)
        {
            metrics[metric] = await ColumnReader.NumbersAsync(group, _fields[metric], count).ConfigureAwait(false);
        }

        return Enumerable.Range(0, count).ToLookup(k => (long)runs[k], k => ((int)ticks[k], Array.ConvertAll(metrics, m => m[k])));
    }
}
