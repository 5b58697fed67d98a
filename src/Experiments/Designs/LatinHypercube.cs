using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Latin hypercube (McKay, Beckman and Conover 1979, doi:10.2307/1268522): with N points, each factor has one value in each of N
/// strata of equal probability.
/// </summary>
public sealed record LatinHypercube : IExperimentDesign
{
    // Every exchange that is tried compares two points with all others.
    private const int MostMaximinPoints = 2000;

    /// <summary>Number of points.</summary>
    [Parameter("Number of design points", Min = 2, Max = 1_000_000)]
    public int Points { get; init; } = 100;

    /// <summary>How the strata are joined into points.</summary>
    [Parameter("How the strata of the factors are joined into points")]
    public LatinHypercubeCriterion Criterion { get; init; }

    /// <summary>Rank correlations for the criterion correlation.</summary>
    public IReadOnlyList<RankCorrelation> Correlations { get; init; } = [];

    /// <summary>Seed of the points.</summary>
    [Parameter("Seed of the points; the runs have seeds of their own", Max = int.MaxValue)]
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Kind => "latinHypercube";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Cloud();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (Criterion == LatinHypercubeCriterion.Maximin && Points > MostMaximinPoints)
        {
            return $"{Kind} with criterion maximin has at most {MostMaximinPoints} points, and there are {Points}; take another criterion, or sobolSequence";
        }

        if (Criterion == LatinHypercubeCriterion.Correlation && Points < factors.Count + 2)
        {
            return $"{Kind} with criterion correlation needs at least {factors.Count + 2} points for {factors.Count} factors, and there are {Points}";
        }

        if (Correlations.Count > 0 && Criterion != LatinHypercubeCriterion.Correlation)
        {
            return $"{Kind} has correlations; they need criterion: correlation";
        }

        return Requirements.Some(Kind, factors) ?? CorrelationProblem(factors);
    }

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors) => Points;

    /// <inheritdoc/>
    public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return UnitCube.ToLevels(Sample(factors), factors);
    }

    /// <summary>The points in the unit cube.</summary>
    public IEnumerable<double[]> Sample(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var random = new RandomStream((ulong)Seed);
        var strata = new int[factors.Count][];
        for (var k = 0; k < strata.Length; k++)
        {
            strata[k] = UnitCube.Shuffled(Points, ref random);
        }

        if (Criterion == LatinHypercubeCriterion.Correlation)
        {
            strata = ImanConover.Reorder(strata, TargetOf(factors), ref random);
        }
        else if (Criterion == LatinHypercubeCriterion.Maximin)
        {
            PointSpacing.Spread(strata, ref random);
        }

        return Rows(strata, random);
    }

    private IEnumerable<double[]> Rows(int[][] strata, RandomStream random)
    {
        for (var i = 0; i < Points; i++)
        {
            var row = new double[strata.Length];
            for (var k = 0; k < row.Length; k++)
            {
                var within = Criterion == LatinHypercubeCriterion.Centered ? 0.5 : UnitCube.NextInside(ref random);
                row[k] = (strata[k][i] + within) / Points;
            }

            yield return row;
        }
    }

    private string? CorrelationProblem(IReadOnlyList<Factor> factors)
    {
        foreach (var pair in Correlations)
        {
            string[] unordered = [.. new[] { pair.First, pair.Second }.Where(p => !factors.Any(f => f.Path == p && f.IsOrdered))];
            if (unordered.Length > 0 || pair.First == pair.Second)
            {
                return $"{Kind} has a correlation of \"{pair.First}\" and \"{pair.Second}\"; allowed are two factors whose values are numbers";
            }
        }

        return LowerTriangle.Of(TargetOf(factors)) is null
            ? $"the correlations of {Kind} contradict each other; no factors can have them all at once"
            : null;
    }

    private double[,] TargetOf(IReadOnlyList<Factor> factors)
    {
        var target = new double[factors.Count, factors.Count];
        for (var k = 0; k < factors.Count; k++)
        {
            target[k, k] = 1;
        }

        foreach (var pair in Correlations)
        {
            var (a, b) = (IndexOf(pair.First), IndexOf(pair.Second));
            target[a, b] = target[b, a] = pair.Value;
        }

        return target;

        int IndexOf(string path) => Enumerable.Range(0, factors.Count).First(k => factors[k].Path == path);
    }
}
