using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Processes;

/// <summary>How soon vacant seats are filled, and who comes.</summary>
public sealed record Recruitment
{
    /// <summary>Fill probability q.</summary>
    [Parameter("Probability that a vacant seat is filled (0: never; 1: at once)", Symbol = "q", Unit = "per tick", Source = "assumed: eight weeks on average")]
    public double FillProbability { get; init; } = 0.125;

    /// <summary>P(correct belief) of newcomers.</summary>
    [Parameter("Probability that a newcomer's belief is correct, else 0 or wrong with equal chance (1/3: March's uniform draw)", Symbol = "k_new", Unit = "probability", Source = "assumed; March (1991): 1/3")]
    public double NewcomerKnowledge { get; init; } = 0.4;

    /// <summary>Orientation probability o.</summary>
    [Parameter("Probability that a newcomer's belief is then copied from a non-zero code", Symbol = "o", Unit = "probability")]
    public double Orientation { get; init; }

    /// <summary>Lower end of newcomers' experience.</summary>
    [Parameter("Least experience of newcomers (uniform)", Unit = "share")]
    public double ExperienceMin { get; init; } = 0.1;

    /// <summary>Upper end of newcomers' experience.</summary>
    [Parameter("Greatest experience of newcomers (uniform)", Unit = "share")]
    public double ExperienceMax { get; init; } = 0.2;

    /// <summary>First tick of a hiring freeze.</summary>
    [Parameter("First tick of a hiring freeze (0: none)", Unit = "tick", Max = 1_000_000, Source = "set by the case")]
    public int FreezeFromTick { get; init; }

    /// <summary>Last tick of a hiring freeze.</summary>
    [Parameter("Last tick of a hiring freeze, which needs its first tick", Unit = "tick", Max = 1_000_000, Source = "set by the case")]
    public int FreezeToTick { get; init; }

    /// <summary>Whether nobody is hired at a tick.</summary>
    internal bool IsFrozen(int tick) => FreezeFromTick > 0 && tick >= FreezeFromTick && tick <= FreezeToTick;
}
