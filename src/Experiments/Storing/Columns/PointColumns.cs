using LeadershipSim.Experiments.Plans;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The table of design points: index, id, the values of the factors.</summary>
internal sealed class PointColumns(IReadOnlyList<DesignPoint> points)
{
    private readonly DataField _id = new("pointId", typeof(string), isNullable: false);
    private readonly DataField[] _environment = points[0].Environment is null ? [] : [PlaceColumns.Environment];
    private readonly FactorColumns _factors = new(points);

    public IReadOnlyList<Column> Columns =>
    [
        .. PlaceColumns.Of(PlaceColumns.PointIndex),
        Column.Of(_id, "", "Hash of its scenario; the same in every experiment that contains it"),
        .. PlaceColumns.Of(_environment),
        .. _factors.Columns,
    ];

    public void Write(Stream stream)
    {
        WriteAsync().GetAwaiter().GetResult();

        async Task WriteAsync()
        {
            var schema = new ParquetSchema([PlaceColumns.PointIndex, _id, .. _environment, .. _factors.Fields]);
            var writer = await ParquetRows.OpenAsync(stream, schema, Columns).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                using var group = writer.CreateRowGroup();
                int[] indices = [.. points.Select(p => p.Index)];
                await group.WriteAsync<int>(PlaceColumns.PointIndex, indices).ConfigureAwait(false);
                await group.WriteAsync(_id, points.Select(p => p.Id).ToArray()).ConfigureAwait(false);
                foreach (var field in _environment)
                {
                    await group.WriteAsync<int>(field, points.Select(p => p.Environment ?? 0).ToArray()).ConfigureAwait(false);
                }

                for (var k = 0; k < _factors.Fields.Count; k++)
                {
                    await _factors.WriteAsync(group, k, indices).ConfigureAwait(false);
                }

                group.CompleteValidate();
            }
        }
    }
}
