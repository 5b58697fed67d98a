using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Experiments.Specs;

/// <summary>The analyses and figures an experiment file can ask for, and the designs that analyses are made for.</summary>
public static class AnalysisCatalog
{
    private const int MostRules = 12;

    /// <summary>Analyses.</summary>
    public static IReadOnlyList<CatalogItem> Analyses { get; } =
    [
        new("survival", "Kaplan–Meier curves of residual program life after the founding leadership's exit"),
        new("states", "Probabilities of being founder-led, having outlived the founders, or having ended"),
        Needing("sobol", "Sobol' indices: shares of the variance by each factor alone and in all", d => d.Shape is DesignShape.Saltelli, "the design saltelli"),
        Needing("morris", "Elementary effects: a screening of many factors", d => d.Shape is DesignShape.Trajectories, "the design morris"),
        Needing("rankCorrelation", "Partial rank correlations and rank regression", IsCloud, "points spread over all factors: latinHypercube, random, sobolSequence, halton or file"),
        Needing("tree", "A regression tree: thresholds and interactions as rules",
            d => d.Shape is DesignShape.Cloud or DesignShape.Factorial,
            "points spread over all factors or fullFactorial") with { IsUsual = IsCloud },
        Needing("shapley", "Shapley effects: shares of the variance that add up to 1",
            d => d.Shape is DesignShape.Cloud or DesignShape.Factorial or DesignShape.Saltelli,
            "points spread over all factors, fullFactorial or saltelli") with { IsUsual = _ => false },
        Needing("finiteChange", "Finite changes: what changing each rule from its first level does, alone and together",
            d => d.Shape is DesignShape.Factorial,
            "the design fullFactorial") with { IsUsual = _ => false, MostFactors = MostRules },
        Needing("responseCurves", "Response along each factor with bands over replicates",
            d => d.Shape is DesignShape.OneAtATime or DesignShape.Factorial,
            "the design oneAtATime or fullFactorial") with { IsUsual = d => d.Shape is DesignShape.OneAtATime },
    ];

    /// <summary>Figures.</summary>
    public static IReadOnlyList<CatalogItem> Figures { get; } =
    [
        new("survival", "Survival curves with bands and a risk table"),
        new("states", "State occupation over time"),
        new("sensitivity", "What the sensitivity analyses found, as far as there are any"),
        new("forest", "Differences from a reference, replicate by replicate"),
        new("phase", "An output over two factors, with the width of its intervals"),
        new("series", "Course of a metric: median, band, single runs"),
        new("river", "Who held authority when, in a typical and in the most surprising run"),
        new("network", "Seats and ties at chosen ticks of these runs"),
        new("incidence", "Cumulative incidence of the ends of programs"),
        new("flip", "Which arm is best over two factors, and where that is not decided"),
        new("when", "In which environments an arm is better, and which is the best where, as trees"),
        new("dose", "An output along one factor"),
        new("lorenz", "Lorenz curves of authority, power and responsibility"),
        new("twins", "A world as it is, and with its founding core removed"),
        new("convergence", "How shares settle as replicates are added"),
    ];

    /// <summary>Names of the figures that are drawn when a file does not say which are; a kind that lacks something is left out.</summary>
    public static IReadOnlyList<string> UsualFigures { get; } = ["survival", "states", "sensitivity", "forest", "when", "phase", "series", "river", "network"];

    private static bool IsCloud(IExperimentDesign design) => design.Shape is DesignShape.Cloud;

    private static CatalogItem Needing(string name, string summary, Func<IExperimentDesign, bool> fits, string need) =>
        new(name, summary) { Fits = fits, Need = need, NeedsAllFactors = true };
}

/// <summary>A name in an experiment file, and what it stands for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">What it stands for.</param>
public sealed record CatalogItem(string Name, string Summary)
{
    /// <summary>Whether it can be made of a design.</summary>
    public Func<IExperimentDesign, bool> Fits { get; init; } = _ => true;

    /// <summary>The designs it can be made of, in words.</summary>
    public string Need { get; init; } = "any design";

    /// <summary>Whether it needs a value of every factor at every design point.</summary>
    public bool NeedsAllFactors { get; init; }

    /// <summary>Most factors.</summary>
    public int MostFactors { get; init; } = int.MaxValue;

    /// <summary>Whether it is made of a design when a file does not say which are.</summary>
    public Func<IExperimentDesign, bool> IsUsual { get; init; } = _ => true;
}
