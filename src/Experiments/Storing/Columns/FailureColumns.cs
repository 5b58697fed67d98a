using LeadershipSim.Experiments.Plans;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The table of runs that failed: where each stands in the plan, the values of the factors, what went wrong.</summary>
internal sealed class FailureColumns : IRowColumns
{
    private readonly FactorColumns _factors;
    private readonly DataField _runId = new("runId", typeof(string), isNullable: false);
    private readonly DataField _runIndex = new("runIndex", typeof(long), isNullable: false);
    private readonly DataField _pointIndex = new("pointIndex", typeof(int), isNullable: false);
    private readonly DataField _replicate = new("replicate", typeof(int), isNullable: false);
    private readonly DataField _exceptionType = new("exceptionType", typeof(string), isNullable: false);
    private readonly DataField _message = new("message", typeof(string), isNullable: false);

    public FailureColumns(IReadOnlyList<DesignPoint> points)
    {
        _factors = new FactorColumns(points);
        Schema = new ParquetSchema([_runId, _runIndex, _pointIndex, _replicate, .. _factors.Fields, _exceptionType, _message]);
    }

    public ParquetSchema Schema { get; }

    public async Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> rows)
    {
        RunRow[] failed = [.. rows.Where(r => r.Error is not null)];
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(_runId, failed.Select(r => r.RunId).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<long>(_runIndex, failed.Select(r => r.RunIndex).ToArray()).ConfigureAwait(false);
        int[] points = [.. failed.Select(r => r.PointIndex)];
        await group.WriteAsync<int>(_pointIndex, points).ConfigureAwait(false);
        await group.WriteAsync<int>(_replicate, failed.Select(r => r.Replicate).ToArray()).ConfigureAwait(false);
        for (var k = 0; k < _factors.Fields.Count; k++)
        {
            await _factors.WriteAsync(group, k, points).ConfigureAwait(false);
        }

        await group.WriteAsync(_exceptionType, failed.Select(r => r.Failure.ExceptionType).ToArray()).ConfigureAwait(false);
        await group.WriteAsync(_message, failed.Select(r => r.Failure.Message).ToArray()).ConfigureAwait(false);
        group.CompleteValidate();
    }
}
