
namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>The values of one factor at each design point: numbers, or labels without order.</summary>
public sealed record FactorColumn
{
    private FactorColumn(string name, IReadOnlyList<double>? numbers, IReadOnlyList<string> labels) => (Name, Numbers, Labels) = (name, numbers, labels);

    /// <summary>Name of the factor.</summary>
    public string Name { get; }

    /// <summary>Its values; null when they have no order.</summary>
    public IReadOnlyList<double>? Numbers { get; }

    /// <summary>Its values as texts.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>A factor of numbers.</summary>
    public static FactorColumn Of(string name, IEnumerable<double> values)
    {
        double[] numbers = [.. values];
        return new(name, numbers, [.. numbers.Select(v => Invariant($"{v:R}"))]);
    }

    /// <summary>A factor without order.</summary>
    public static FactorColumn Of(string name, IEnumerable<string> labels) => new(name, null, [.. labels]);

    /// <summary>The distinct values as texts, numbers in their order, labels in that of the design.</summary>
    public IReadOnlyList<string> Levels => Numbers is null
        ? [.. Labels.Distinct(StringComparer.Ordinal)]
        : [.. Numbers.Zip(Labels).DistinctBy(p => p.Second).OrderBy(p => p.First).Select(p => p.Second)];

    /// <summary>The factor at some of the points.</summary>
    internal FactorColumn At(IReadOnlyList<int> points) =>
        Numbers is null ? Of(Name, points.Select(p => Labels[p])) : Of(Name, points.Select(p => Numbers[p]));
}
