namespace LeadershipSim.Experiments.Specs;

/// <summary>What is kept of runs beside their row of outputs. It changes neither a run nor its id, only what is written of it.</summary>
public sealed record RunOutputs
{
    /// <summary>Nothing but the rows.</summary>
    public static RunOutputs None { get; } = new();

    /// <summary>Whether to keep what happened: departures, exits of cores, successions, shocks, the end.</summary>
    public bool Events { get; init; }

    /// <summary>What to keep of the course of runs; null: nothing.</summary>
    public SeriesRequest? Series { get; init; }

    /// <summary>Whether anything is kept.</summary>
    public bool IsNone => !Events && Series is null;
}
