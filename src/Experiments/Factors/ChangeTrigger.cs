using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Factors;

/// <summary>What makes a change due, or ends a run: a condition that holds for some ticks in a row.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="ForTicks">Consecutive ticks for which it has to hold.</param>
public sealed record ChangeTrigger(StateCondition Condition, int ForTicks)
{
    /// <summary>As a file spells it: <c>vitality &lt; 0.6 for 4 ticks</c>.</summary>
    public string Text => Spell(Condition, ForTicks);

    /// <summary>A condition and its ticks, as a file spells them.</summary>
    public static string Spell(StateCondition condition, int forTicks)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return forTicks == 1 ? condition.Text : Invariant($"{condition.Text} for {forTicks} ticks");
    }
}
