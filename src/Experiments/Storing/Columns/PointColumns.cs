using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Tables;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The table of design points: index, id, the values of the factors.</summary>
internal sealed class PointColumns(IReadOnlyList<DesignPoint> points)
{
    private static readonly DataField Id = new("pointId", typeof(string), isNullable: false);

    private readonly DataField[] _environment = points[0].Environment is null ? [] : [PlaceColumns.Environment];
    private readonly FactorColumns _factors = new(points);

    public IReadOnlyList<Column> Columns =>
    [
        .. PlaceColumns.Of(PlaceColumns.PointIndex),
        Column.Of(Id, "", "Hash of its scenario; the same in every experiment that contains it"),
        .. PlaceColumns.Of(_environment),
        .. _factors.Columns,
    ];

    /// <summary>The ids of the design points in a table, in the order of the points.</summary>
    /// <exception cref="InvalidDataException">It is no table of design points.</exception>
    public static IReadOnlyList<string> ReadIds(string file)
    {
        var parts = ParquetFile.ReadGroups(file, (reader, group) =>
        {
            var field = reader.Schema.GetDataFields().FirstOrDefault(f => f.Name == Id.Name) ?? throw new InvalidDataException($"it has no column {Id.Name}");
            return ColumnReader.TextsAsync(group, field, (int)group.RowCount);
        });
        return [.. parts.SelectMany(ids => ids)];
    }

    public void Write(Stream stream)
    {
        WriteAsync().GetAwaiter().GetResult();

        async Task WriteAsync()
        {
            var schema = new ParquetSchema([PlaceColumns.PointIndex, Id, .. _environment, .. _factors.Fields]);
            var writer = await ParquetRows.OpenAsync(stream, schema, Columns).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                using var group = writer.CreateRowGroup();
                int[] indices = [.. points.Select(p => p.Index)];
                await group.WriteAsync<int>(PlaceColumns.PointIndex, indices).ConfigureAwait(false);
                await group.WriteAsync(Id, points.Select(p => p.Id).ToArray()).ConfigureAwait(false);
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
