using System.Globalization;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Simulation.Parameters;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The columns with the values of the factors, in the type that all levels of a factor share: whole number, number, flag or text.</summary>
internal sealed class FactorColumns
{
    private readonly IReadOnlyList<DesignPoint> _points;

    public FactorColumns(IReadOnlyList<DesignPoint> points)
    {
        _points = points;
        Fields = [.. points[0].Values.Select((v, k) => new DataField(v.Path, TypeOf(k), isNullable: IsAbsentSomewhere(k)))];
    }

    public IReadOnlyList<DataField> Fields { get; }

    /// <summary>What the columns hold, as the parameters are declared.</summary>
    public IEnumerable<Column> Columns => Fields.Select(f =>
        DeclarationOf(f.Name) is { } declared ? Column.Of(f, declared.Unit, declared.Meaning) : Column.Of(f, "", $"Level of {f.Name}"));

    /// <summary>Writes one factor for rows at design points.</summary>
    public Task WriteAsync(ParquetRowGroupWriter group, int factor, IReadOnlyList<int> points)
    {
        var field = Fields[factor];
        return field.ClrType switch
        {
            var type when type == typeof(double) => WriteAsync(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)),
            var type when type == typeof(long) => WriteAsync(v => (long)v),
            var type when type == typeof(bool) => WriteAsync(v => (bool)v),
            _ => group.WriteAsync(field, points.Select(p => _points[p].Values[factor].Value is { } value ? Spelled.Of(value) : null).ToArray()!),
        };

        Task WriteAsync<T>(Func<object, T> convert)
            where T : struct
        {
            var values = points.Select(p => _points[p].Values[factor].Value);
            return field.IsNullable
                ? group.WriteAsync<T>(field, new ReadOnlyMemory<T?>([.. values.Select(v => v is null ? (T?)null : convert(v))]))
                : group.WriteAsync<T>(field, new ReadOnlyMemory<T>([.. values.Select(v => convert(v!))]));
        }
    }

    // The factor does not apply there.
    private bool IsAbsentSomewhere(int k) => _points.Any(p => p.Values[k].Value is null);

    private Type TypeOf(int k) =>
        _points.All(p => p.Values[k].Value is null or long) ? typeof(long)
        : _points.All(p => p.Values[k].Value is null or long or double) ? typeof(double)
        : _points.All(p => p.Values[k].Value is null or bool) ? typeof(bool)
        : typeof(string);

    // Some points may have another policy or network, without the parameter.
    private ParameterAttribute? DeclarationOf(string path) =>
        _points.Select(p => ParameterPath.Find(p.Scenario, path, out _, out _)?.Parameter?.Declaration).FirstOrDefault(d => d is not null);
}
