using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// What a design combines. Factors that are zipped vary together and are one axis; a factor has no level at points where it does not apply.
/// </summary>
public sealed class DesignAxes
{
    private readonly IReadOnlyList<Factor> _factors;
    private readonly IReadOnlyList<IReadOnlyList<string>> _zip;
    private readonly IReadOnlyList<string> _crossed;

    // The axis of each factor, and its place among the factors that are zipped.
    private readonly (int Axis, int Place)[] _places;

    /// <summary>The axes of an experiment.</summary>
    /// <param name="design">Its design.</param>
    /// <param name="factors">Its factors.</param>
    /// <param name="zip">Paths of factors that vary together, group by group.</param>
    public DesignAxes(IExperimentDesign design, IReadOnlyList<Factor> factors, IReadOnlyList<IReadOnlyList<string>> zip)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(zip);
        (_factors, _zip, _crossed) = (factors, zip, design.CrossedWith);
        Factor[][] groups = [.. factors.Where(f => GroupOf(f.Path) is null || First(f.Path) == f.Path)
            .Select(f => GroupOf(f.Path) is null ? [f] : factors.Where(other => GroupOf(other.Path) == GroupOf(f.Path)).ToArray())];
        (Groups, All) = (groups, [.. groups.Select(Together)]);
        Names = [.. groups.Select(g => string.Join(" with ", g.Select(f => f.Path)))];
        _places = [.. factors.Select(f => (Array.FindIndex(groups, g => g.Contains(f)), Array.IndexOf(groups.First(g => g.Contains(f)), f)))];
        Design = design is CrossedDesign crossed ? crossed with { CrossedWith = [.. crossed.CrossedWith.Where(p => First(p) == p)] } : design;
    }

    /// <summary>The design, with the axes it is crossed with.</summary>
    public IExperimentDesign Design { get; }

    /// <summary>The axes: the first factor of each group, its levels with those of the others beside them.</summary>
    public IReadOnlyList<Factor> All { get; }

    /// <summary>The factors of each axis.</summary>
    public IReadOnlyList<IReadOnlyList<Factor>> Groups { get; }

    /// <summary>What the axes are called: <c>a</c>, or <c>a with b</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of axes that make environments: those that the design is not crossed with.</summary>
    public int Dimensions => All.Count - Design.CrossedWith.Count;

    /// <summary>Whether some factor applies only at some points.</summary>
    public bool IsConditional => _factors.Any(f => f.When.Count > 0);

    /// <summary>Why the design cannot be made of the factors and what to do, null if it can.</summary>
    public string? Refusal =>
        _zip.FirstOrDefault(IsCutByCrossing) is { } cut
            ? $"{string.Join(" and ", cut)} vary together (zip), and crossedWith names only some of them; name all or none"
        : IsConditional && !Design.CanLosePoints
            ? $"{Design.Kind} changes one factor at a time at every point, and {_factors.First(f => f.When.Count > 0).Path} applies only at some (when); "
                + "leave that factor out, or take fullFactorial or a sampling design such as latinHypercube"
        : Design.Refusal(All);

    /// <summary>Number of design points; a number too large to count is long.MaxValue.</summary>
    public long CountPoints() => Design.CountPoints(All);

    /// <summary>Consecutive points that are one environment under its arms.</summary>
    public long ArmsPerEnvironment() => Design.ArmsPerEnvironment(All);

    /// <summary>Which random numbers a point or environment has; null where that is for the experiment's seeding to say.</summary>
    public ulong? ArmOf(int point) => Design.Environments.ArmOf(point, Dimensions);

    /// <summary>The points in the order of the design, one level a factor; null where a factor does not apply.</summary>
    public IEnumerable<FactorLevel?[]> Expand()
    {
        var applicability = new Applicability(_factors);
        var isPlain = _zip.Count == 0 && !applicability.IsNeeded;
        return isPlain ? Design.Expand(All) : Design.Expand(All).Select(Factors);

        FactorLevel?[] Factors(FactorLevel?[] row)
        {
            FactorLevel?[] point = [.. _places.Select(p => p.Place == 0 ? row[p.Axis] : row[p.Axis]?.Beside[p.Place - 1])];
            applicability.Clear(point);
            return point;
        }
    }

    // Of levels that come together the weights of any one factor are those of all.
    private static Factor Together(Factor[] group) => group.Length == 1 ? group[0] : group[0] with
    {
        Levels = [.. group[0].Levels.Select((level, k) => level with { Beside = [.. group.Skip(1).Select(f => f.Levels[k])] })],
        Weights = group.Select(f => f.Weights).FirstOrDefault(w => w is not null),
    };

    private IReadOnlyList<string>? GroupOf(string path) => _zip.FirstOrDefault(g => g.Contains(path));

    // In the order of the factors.
    private string First(string path) => GroupOf(path) is { } group ? _factors.Select(f => f.Path).FirstOrDefault(group.Contains, path) : path;

    private bool IsCutByCrossing(IReadOnlyList<string> group) =>
        group.Any(_crossed.Contains) && !group.All(_crossed.Contains);
}
