namespace LeadershipSim.Simulation.Parameters;

/// <summary>
/// Declares a property as a parameter of the model: its meaning, unit and allowed range, once. Reading, range checks, the JSON
/// schema, the parameter table and the ODD document all follow from here. The default is the property's initial value.
/// </summary>
/// <param name="meaning">What the parameter does, in a sentence without a final stop.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string meaning) : Attribute
{
    /// <summary>What the parameter does.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Unit of the value: "tick", "per tick", "share", "probability", ... ("1": a pure number).</summary>
    public string Unit { get; init; } = "1";

    /// <summary>Symbol in the model description, empty when it has none.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Where the default comes from: a publication, or "assumed" where nothing observed decides it.</summary>
    public string Source { get; init; } = "assumed";

    /// <summary>Least allowed value.</summary>
    public double Min { get; init; }

    /// <summary>Greatest allowed value.</summary>
    public double Max { get; init; } = 1;

    /// <summary>Whether <see cref="Min"/> itself is refused.</summary>
    public bool MinExclusive { get; init; }

    /// <summary>Whether a number is in the range; one that is not a number is not.</summary>
    public bool Allows(double number) => (MinExclusive ? number > Min : number >= Min) && number <= Max;
}
