using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Specs;

/// <summary>
/// All that an experiment file can name and a run can report. A value that an experiment carries: a program that brings policies or outputs of its own hands
/// its readers a longer catalog, and two experiments of one process may have different ones.
/// </summary>
public sealed record ModelCatalog
{
    /// <summary>What comes with the program.</summary>
    public static ModelCatalog Standard { get; } = new();

    /// <summary>Leadership policies.</summary>
    public IReadOnlyList<CatalogEntry<ILeadershipPolicy>> Policies { get; init; } = PolicyCatalog.All;

    /// <summary>Networks of ties.</summary>
    public IReadOnlyList<CatalogEntry<INetworkModel>> Networks { get; init; } = NetworkCatalog.All;

    /// <summary>Designs; the first stands in for one that cannot be read.</summary>
    public IReadOnlyList<CatalogEntry<IExperimentDesign>> Designs { get; init; } = DesignCatalog.All;

    /// <summary>Distributions of factors and priors.</summary>
    public IReadOnlyList<CatalogEntry<IDistribution>> Distributions { get; init; } = DistributionCatalog.All;

    /// <summary>Outputs of a run, in column order.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = OutputCatalog.All;

    /// <summary>What can be followed from tick to tick, in column order.</summary>
    public IReadOnlyList<SeriesMetric> Metrics { get; init; } = SeriesCatalog.All;

    /// <summary>
    /// Metrics that the experiment file defines; they stand in <see cref="Outputs"/> and, where they have a value a tick, in <see cref="Metrics"/> too.
    /// </summary>
    public IReadOnlyList<OwnMetric> OwnMetrics { get; init; } = [];

    /// <summary>Figures.</summary>
    public IReadOnlyList<CatalogItem> Figures { get; init; } = AnalysisCatalog.Figures;

    /// <summary>The program that brought what is not standard; null: everything is.</summary>
    public ExtensionCode? Extension { get; init; }

    /// <summary>The catalog with one more metric of an experiment file.</summary>
    public ModelCatalog With(OwnMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return this with
        {
            OwnMetrics = [.. OwnMetrics, metric],
            Outputs = [.. Outputs, metric.OutputAt(OwnMetrics.Count)],
            Metrics = metric.Series is { } series ? [.. Metrics, series] : Metrics,
        };
    }

    /// <summary>The condition or expression with the definitions of the file's metrics in place of their names.</summary>
    internal string Expand(string expression) =>
        ExpressionWords.Expand(expression, Expanded());

    /// <summary>Whether an expression names a metric of an extension, or a metric that does.</summary>
    internal bool NamesExtension(string expression)
    {
        var own = OwnMetrics.Select(m => m.Name).ToHashSet();
        var foreign = Metrics.Except(SeriesCatalog.All).Select(m => m.Name).Where(n => !own.Contains(n)).ToHashSet();
        return foreign.Count > 0 && ExpressionWords.Of(Expand(expression)).Any(foreign.Contains);
    }

    private Dictionary<string, string> Expanded()
    {
        var definitions = new Dictionary<string, string>();
        foreach (var metric in OwnMetrics.Where(m => m.Fold == MetricFold.AtEnd))
        {
            definitions[metric.Name] = ExpressionWords.Expand(metric.Definition, definitions);
        }

        return definitions;
    }

    /// <summary>The kinds of a part; null when the type is not chosen by kind.</summary>
    internal IReadOnlyList<PartKind>? KindsOf(Type part) =>
        part == typeof(ILeadershipPolicy) ? Kinds(Policies)
        : part == typeof(INetworkModel) ? Kinds(Networks)
        : part == typeof(IExperimentDesign) ? Kinds(Designs)
        : part == typeof(IDistribution) ? Kinds(Distributions)
        : part == typeof(ICalibrationMethod) ? Kinds(CalibrationMethodCatalog.All)
        : part == typeof(IOptimizationMethod) ? Kinds(OptimizationMethodCatalog.All)
        : null;

    /// <summary>The kind of a part's instance.</summary>
    internal PartKind KindOf(Type part, object instance) => KindsOf(part)!.First(k => k.Default.GetType() == instance.GetType());

    /// <summary>Whether every run reports what takes the code of an extension.</summary>
    internal bool HasExtensionOutputs =>
        Outputs.Except(OutputCatalog.All).Except(TwinOutputs.All).Count() > OwnMetrics.Count || OwnMetrics.Any(m => NamesExtension(m.Expression.Text));

    /// <summary>Whether a setting is a policy of an extension, whose code runs then depend on.</summary>
    internal static bool IsOwnPolicy(object setting) =>
        setting is ILeadershipPolicy && PolicyCatalog.All.All(entry => entry.Default.GetType() != setting.GetType());

    private static IReadOnlyList<PartKind> Kinds<T>(IReadOnlyList<CatalogEntry<T>> catalog)
        where T : class => [.. catalog.Select(e => new PartKind(e.Kind, e.Default, e.Summary))];
}

/// <summary>One kind of a part: its name in experiment files, an instance with every parameter at its default, what it is.</summary>
internal sealed record PartKind(string Kind, object Default, string Summary);
