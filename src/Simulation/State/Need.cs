using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>How long, and how much, the program is needed. The end of the need is a cause of end of its own, never a failure.</summary>
public sealed record Need
{
    /// <summary>End probability δ.</summary>
    [Parameter("Probability that the need ends", Symbol = "δ", Unit = "per tick")]
    public double EndProbability { get; init; }

    /// <summary>Scheduled end.</summary>
    [Parameter("Tick at which the need ends (0: no scheduled end)", Unit = "tick", Max = 1_000_000, Source = "set by the case")]
    public int EndTick { get; init; }

    /// <summary>Need level by tick: between two points it changes linearly; before the first and after the last it stays.</summary>
    public IReadOnlyList<NeedPoint> Levels { get; init; } = [];
}

/// <summary>The need level at a tick.</summary>
public sealed record NeedPoint
{
    /// <summary>Tick.</summary>
    [Parameter("Tick at which the need has this level", Unit = "tick", Max = 1_000_000, Source = "set by the case")]
    public int Tick { get; init; }

    /// <summary>Level.</summary>
    [Parameter("Need level; 1 is the need at founding", Symbol = "N_t", Max = 1000, Source = "set by the case")]
    public double Level { get; init; } = 1;
}
