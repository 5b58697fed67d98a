namespace LeadershipSim.Experiments.Recording;

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

/// <summary>What to keep of the course of runs.</summary>
/// <param name="EveryTicks">Ticks from one row to the next; the first is tick 0, the founding.</param>
/// <param name="Metrics">Names of <see cref="SeriesCatalog"/>, in the order of the columns.</param>
/// <param name="Replicates">Of how many replicates of each design point, from the first; null: of all.</param>
public sealed record SeriesRequest(int EveryTicks, IReadOnlyList<string> Metrics, int? Replicates);
