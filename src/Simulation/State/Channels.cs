using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>Probability that a request or a consultation gets through.</summary>
public sealed record Channels
{
    /// <summary>Reliability within a site.</summary>
    [Parameter("Probability that communication within a site gets through", Symbol = "ρ_local", Unit = "probability")]
    public double Local { get; init; } = 0.98;

    /// <summary>Reliability across sites.</summary>
    [Parameter("Probability that communication between sites gets through", Symbol = "ρ_remote", Unit = "probability")]
    public double Remote { get; init; } = 0.6;

    /// <summary>Sites cut off for some ticks.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];
}

/// <summary>A site whose channels to other sites work less well, or not at all, for some ticks.</summary>
public sealed record Outage
{
    /// <summary>The site.</summary>
    [Parameter("Site that is cut off, counted from 0", Unit = "site", Max = 100_000, Source = "set by the case")]
    public int Site { get; init; }

    /// <summary>First tick.</summary>
    [Parameter("First tick of the outage", Unit = "tick", Min = 1, Max = 1_000_000, Source = "set by the case")]
    public int FromTick { get; init; } = 1;

    /// <summary>Last tick.</summary>
    [Parameter("Last tick of the outage", Unit = "tick", Min = 1, Max = 1_000_000, Source = "set by the case")]
    public int ToTick { get; init; } = 1;

    /// <summary>Reliability meanwhile.</summary>
    [Parameter("Probability that communication with other sites gets through meanwhile", Unit = "probability", Source = "set by the case")]
    public double Remote { get; init; }
}
