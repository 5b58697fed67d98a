namespace LeadershipSim.Simulation.Parameters;

/// <summary>
/// Declares that a parameter, or all parameters of a part, hold from the founding to the end of a run. All others are live: they can change in the
/// course of a run.
/// </summary>
/// <param name="reason">Why it cannot change, in a clause: "ties are laid once".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FixedAtFoundingAttribute(string reason) : Attribute
{
    /// <summary>Why it cannot change.</summary>
    public string Reason { get; } = reason;
}
