using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>What ends a program.</summary>
public enum ViabilityRule
{
    /// <summary>Vitality below a threshold.</summary>
    Performance,

    /// <summary>Vitality below a threshold, where every decision weighs the same: the more decisions, the more a tick says.</summary>
    Evidence,

    /// <summary>Too few agents who hold authority.</summary>
    Leaders,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Phase 10. Vitality follows the share of decisions resolved successfully; the program may end, or its need.</summary>
public sealed record Viability : ITickProcess
{
    /// <summary>The rule.</summary>
    [Parameter("What ends a program: performance (vitality too low), evidence (the same, every decision weighing alike), leaders (too few holders of authority) or none")]
    public ViabilityRule Rule { get; init; } = ViabilityRule.Performance;

    /// <summary>Weight of the present tick α.</summary>
    [Parameter("Weight of the present tick in vitality", Symbol = "α", Unit = "per tick")]
    public double VitalityRate { get; init; } = 0.05;

    /// <summary>Memory of vitality in decisions K.</summary>
    [Parameter("Memory of vitality in decisions: one weighs 1/memory (rule evidence)", Symbol = "K", Unit = "decisions", Min = 1, Max = 1_000_000)]
    public double MemoryDecisions { get; init; } = 80;

    /// <summary>Threshold ψ.</summary>
    [Parameter("Vitality below which a program fails (rules performance and evidence)", Symbol = "ψ", Unit = "share")]
    public double Threshold { get; init; } = 0.5;

    /// <summary>Grace G.</summary>
    [Parameter("Consecutive ticks the condition has to hold", Symbol = "G", Unit = "tick", Min = 1, Max = 1_000_000)]
    public int GraceTicks { get; init; } = 4;

    /// <summary>Least number of leaders k.</summary>
    [Parameter("Least number of leaders a program needs (rule leaders)", Symbol = "k", Unit = "agents", Max = 10_000_000)]
    public int MinLeaders { get; init; } = 1;

    /// <summary>Least authority of a leader θ.</summary>
    [Parameter("Least authority that makes an agent a leader (rule leaders)", Symbol = "θ", Unit = "share")]
    public double LeaderShare { get; init; } = 0.01;

    void ITickProcess.Step(RunState run)
    {
        var (program, tally) = (run.Program, run.Tally);
        var decisions = tally.Resolved + tally.Failed;
        if (decisions > 0)
        {
            program.Perform((double)tally.Succeeded / decisions, WeightOf(decisions));
        }

        tally.CloseTick();
        var works = Rule switch
        {
            ViabilityRule.Performance or ViabilityRule.Evidence => program.Vitality >= Threshold,
            ViabilityRule.Leaders => HasEnoughLeaders(run.Organization),
            _ => true,
        };
        program.Judge(works, GraceTicks);
        if (run.Tick >= run.Need.EndTick)
        {
            program.End(EndCause.NeedEnded);
        }
        else if (run.Tick >= run.HorizonTicks)
        {
            program.End(EndCause.Horizon);
        }
    }

    // Under evidence, of n decisions together as much as of one after another.
    private double WeightOf(int decisions) =>
        Rule == ViabilityRule.Evidence ? 1 - Math.Pow(1 - (1 / MemoryDecisions), decisions) : VitalityRate;

    private bool HasEnoughLeaders(Organization organization)
    {
        var leaders = 0;
        for (var seat = 0; seat < organization.Seats && leaders < MinLeaders; seat++)
        {
            leaders += organization.IsOccupied(seat) && organization.Authority[seat] >= LeaderShare ? 1 : 0;
        }

        return leaders >= MinLeaders;
    }
}
