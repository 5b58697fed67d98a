using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Networks;

/// <summary>What the files of a real organization call the data that the model reads; empty: by the model's own name.</summary>
public sealed record NetworkColumns
{
    /// <summary>Name of the ids of seats.</summary>
    [Parameter("What the file calls the id of a seat")]
    public string Id { get; init; } = "";

    /// <summary>Name of the names of people.</summary>
    [Parameter("What the file calls the name by which tables and figures show a seat")]
    public string Label { get; init; } = "";

    /// <summary>Name of the sites.</summary>
    [Parameter("What the file calls the site of a seat, as in site: city")]
    public string Site { get; init; } = "";

    /// <summary>Name of the levels.</summary>
    [Parameter("What the file calls the level of a seat")]
    public string Level { get; init; } = "";

    /// <summary>Name of the authority.</summary>
    [Parameter("What the file calls the authority of a seat")]
    public string Authority { get; init; } = "";

    /// <summary>Name of the experience.</summary>
    [Parameter("What the file calls the experience of a seat")]
    public string Experience { get; init; } = "";

    /// <summary>Name of the mark of founders.</summary>
    [Parameter("What the file calls the mark of founders")]
    public string Founder { get; init; } = "";

    /// <summary>Name of the ends that ties start from.</summary>
    [Parameter("What the file calls the start of a tie, as in source: from")]
    public string Source { get; init; } = "";

    /// <summary>Name of the ends that ties lead to.</summary>
    [Parameter("What the file calls the end of a tie, as in target: to")]
    public string Target { get; init; } = "";

    /// <summary>Name of the trust.</summary>
    [Parameter("What the file calls trust, as in trust: weight")]
    public string Trust { get; init; } = "";

    /// <summary>The model's name of each data that the file calls otherwise, by the file's name.</summary>
    public static IReadOnlyDictionary<string, string> Renamed(NetworkColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        (string Ours, string Theirs)[] all =
        [
            ("id", columns.Id), ("label", columns.Label), ("site", columns.Site), ("level", columns.Level), ("authority", columns.Authority),
            ("experience", columns.Experience), ("founder", columns.Founder), ("source", columns.Source), ("target", columns.Target), ("trust", columns.Trust),
        ];
        return all.Where(c => c.Theirs.Length > 0).DistinctBy(c => c.Theirs).ToDictionary(c => c.Theirs, c => c.Ours);
    }
}
