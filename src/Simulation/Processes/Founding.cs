using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Processes;

/// <summary>The state in which a program is founded.</summary>
public sealed record Founding
{
    /// <summary>Share of authority of the director.</summary>
    [Parameter("The director's share of authority at founding; the rest is split among the coordinators", Unit = "share")]
    public double DirectorShare { get; init; } = 1;

    /// <summary>P(correct belief) of founders.</summary>
    [Parameter("Probability that a founder's belief is correct; else 0 or wrong with equal chance", Unit = "probability")]
    public double FounderKnowledge { get; init; } = 0.8;

    /// <summary>P(correct belief) of members.</summary>
    [Parameter("Probability that a first member's belief is correct; else 0 or wrong with equal chance", Unit = "probability")]
    public double MemberKnowledge { get; init; } = 0.5;

    /// <summary>Experience of founders.</summary>
    [Parameter("Experience of founders", Symbol = "e", Unit = "share")]
    public double FounderExperience { get; init; } = 0.7;

    /// <summary>Lower end of members' experience.</summary>
    [Parameter("Least experience of first members (uniform)", Unit = "share")]
    public double MemberExperienceMin { get; init; } = 0.2;

    /// <summary>Upper end of members' experience.</summary>
    [Parameter("Greatest experience of first members (uniform)", Unit = "share")]
    public double MemberExperienceMax { get; init; } = 0.3;

    /// <summary>Vitality at founding.</summary>
    [Parameter("Vitality of the program at founding", Symbol = "H", Unit = "share")]
    public double Vitality { get; init; } = 0.8;
}
