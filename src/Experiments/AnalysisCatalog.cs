namespace LeadershipSim.Experiments;

/// <summary>The analyses and figures an experiment file can ask for.</summary>
public static class AnalysisCatalog
{
    /// <summary>Analyses.</summary>
    public static IReadOnlyList<CatalogItem> Analyses { get; } =
    [
        new("survival", "Kaplan–Meier curves of residual program life after the founding leadership's exit"),
        new("states", "Probabilities of being founder-led, having outlived the founders, or having ended"),
    ];

    /// <summary>Figures.</summary>
    public static IReadOnlyList<CatalogItem> Figures { get; } =
    [
        new("survival", "Survival curves with bands and a risk table"),
        new("states", "State occupation over time"),
    ];
}

/// <summary>A name in an experiment file, and what it stands for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">What it stands for.</param>
public sealed record CatalogItem(string Name, string Summary);
