namespace LeadershipSim.Experiments.Factors;

/// <summary>When a factor applies: where another factor has one of some values.</summary>
/// <param name="Path">The other factor.</param>
/// <param name="Values">Values of its levels, as tables show them.</param>
public sealed record FactorCondition(string Path, IReadOnlyList<object> Values)
{
    /// <summary>Whether it holds at a value of the other factor; null: the other one does not apply either.</summary>
    public bool Holds(object? value) => value is not null && Values.Contains(value);
}
