using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Environments under every arm: the points that another design makes of some factors, each run with every combination of levels of the
/// others, so that arms meet the same environments. The arms of an environment follow each other.
/// </summary>
/// <param name="Environments">Makes the environments.</param>
/// <param name="CrossedWith">Paths of the factors whose combinations of levels are the arms.</param>
public sealed record CrossedDesign(IExperimentDesign Environments, IReadOnlyList<string> CrossedWith) : IExperimentDesign
{
    private static readonly FullFactorial Crossing = new();

    /// <inheritdoc/>
    public string Kind => Environments.Kind;

    /// <inheritdoc/>
    public DesignShape Shape => Environments.Shape;

    /// <inheritdoc/>
    public bool CanLosePoints => Environments.CanLosePoints;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var (arms, others) = Parted(factors);
        return CrossedWith.FirstOrDefault(path => factors.All(f => f.Path != path)) is { } unknown
            ? $"{Kind} is crossed with {unknown}, which is not a factor; allowed are {string.Join(", ", factors.Select(f => f.Path))}"
            : others.Count == 0 ? $"{Kind} is crossed with all factors, so that nothing makes environments; leave one out of crossedWith, or take fullFactorial"
            : Requirements.Levels("crossedWith", arms) ?? Environments.Refusal(others);
    }

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors)
    {
        var (arms, others) = Parted(factors);
        var (crossed, environments) = (Crossing.CountPoints(arms), Environments.CountPoints(others));
        return crossed > 0 && environments > long.MaxValue / crossed ? long.MaxValue : crossed * environments;
    }

    /// <inheritdoc/>
    public long ArmsPerEnvironment(IReadOnlyList<Factor> factors) => Crossing.CountPoints(Parted(factors).Arms);

    /// <inheritdoc/>
    public IEnumerable<FactorLevel?[]> Expand(IReadOnlyList<Factor> factors)
    {
        var (arms, others) = Parted(factors);
        List<FactorLevel?[]> crossed = [.. Crossing.Expand(arms)];
        return from environment in Environments.Expand(others)
               from arm in crossed
               select Together(factors, arm, environment);
    }

    private FactorLevel?[] Together(IReadOnlyList<Factor> factors, FactorLevel?[] arm, FactorLevel?[] environment)
    {
        var (a, e) = (0, 0);
        return [.. factors.Select(f => CrossedWith.Contains(f.Path) ? arm[a++] : environment[e++])];
    }

    private (IReadOnlyList<Factor> Arms, IReadOnlyList<Factor> Others) Parted(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return ([.. factors.Where(f => CrossedWith.Contains(f.Path))], [.. factors.Where(f => !CrossedWith.Contains(f.Path))]);
    }
}
