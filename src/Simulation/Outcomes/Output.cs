namespace LeadershipSim.Simulation.Outcomes;

/// <summary>What kind of values an output has.</summary>
public enum OutputKind
{
    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Real numbers.</summary>
    Real,

    /// <summary>0 or 1.</summary>
    Flag,
}

/// <summary>One number that every run reports.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Kind">Kind of values.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Meaning">Meaning, in a sentence without a final stop.</param>
/// <param name="Value">Reads it from the outcome; NaN: does not exist for this run.</param>
public sealed record Output(string Name, OutputKind Kind, string Unit, string Meaning, Func<ProgramOutcome, double> Value)
{
    /// <summary>Between which values it lies.</summary>
    public string Range { get; init; } = ValueRange.OfUnit(Unit);
}
