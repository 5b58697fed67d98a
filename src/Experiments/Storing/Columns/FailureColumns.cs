using LeadershipSim.Experiments.Plans;
using Parquet;
using Parquet.Schema;
using static LeadershipSim.Experiments.Storing.Columns.PlaceColumns;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The table of runs that failed: where each stands in the plan, the values of the factors, what went wrong.</summary>
internal sealed class FailureColumns : IRowColumns
{
    private readonly FactorColumns _factors;
    private readonly DataField _exceptionType = new("exceptionType", typeof(string), isNullable: false);
    private readonly DataField _message = new("message", typeof(string), isNullable: false);

    public FailureColumns(IReadOnlyList<DesignPoint> points)
    {
        _factors = new FactorColumns(points);
        Schema = new ParquetSchema([RunId, RunIndex, PointIndex, Replicate, .. _factors.Fields, _exceptionType, _message]);
    }

    public ParquetSchema Schema { get; }

    public IReadOnlyList<Column> Columns =>
    [
        .. PlaceColumns.Of(RunId, RunIndex, PointIndex, Replicate),
        .. _factors.Columns,
        Column.Of(_exceptionType, "", "Type of what was thrown"),
        Column.Of(_message, "", "What it says"),
    ];

    public async Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> rows)
    {
        RunRow[] failed = [.. rows.Where(r => r.Error is not null)];
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(RunId, failed.Select(r => r.RunId).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<long>(RunIndex, failed.Select(r => r.RunIndex).ToArray()).ConfigureAwait(false);
        int[] points = [.. failed.Select(r => r.PointIndex)];
        await group.WriteAsync<int>(PointIndex, points).ConfigureAwait(false);
        await group.WriteAsync<int>(Replicate, failed.Select(r => r.Replicate).ToArray()).ConfigureAwait(false);
        for (var k = 0; k < _factors.Fields.Count; k++)
        {
            await _factors.WriteAsync(group, k, points).ConfigureAwait(false);
        }

        await group.WriteAsync(_exceptionType, failed.Select(r => r.Failure.ExceptionType).ToArray()).ConfigureAwait(false);
        await group.WriteAsync(_message, failed.Select(r => r.Failure.Message).ToArray()).ConfigureAwait(false);
        group.CompleteValidate();
    }
}
