namespace LeadershipSim.Simulation.Processes;

/// <summary>Phase 9. Strain follows the load, power follows the decisions made.</summary>
public sealed partial record Relaxation
{
    /// <summary>Weight of the present tick in strain ω.</summary>
    [Parameter("Weight of the present tick in strain", Symbol = "ω", Unit = "per tick")]
    public double StrainRate { get; init; } = 0.1;

    /// <summary>Memory of power.</summary>
    [Parameter("Memory of power: its weight of the present tick is 1/memory", Unit = "tick", Min = 1, Max = 1_000_000)]
    public double PowerMemoryTicks { get; init; } = 26;
}
