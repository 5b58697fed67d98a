namespace LeadershipSim.Simulation.Networks;

/// <summary>A tie of a real organization.</summary>
/// <param name="Source">Seat whose agent trusts.</param>
/// <param name="Target">Seat whose agent is trusted.</param>
/// <param name="Trust">Trust in [0, 1]; null: the baseline.</param>
public readonly record struct StatedTie(int Source, int Target, double? Trust);

/// <summary>The seats and ties of a real organization, one entry a seat; what is null follows the model's defaults.</summary>
public sealed class OrganizationData
{
    /// <summary>Ids of the seats, by which ties name them.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>What people call the seats: their labels where these are given and differ, else their ids.</summary>
    public IReadOnlyList<string> Names { get => field ?? Ids; init; }

    /// <summary>What a reader of the files should know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Site of each seat, from 0.</summary>
    public required IReadOnlyList<int> Site { get; init; }

    /// <summary>Level of each seat: 0 director, 1 coordinators, 2 members.</summary>
    public required IReadOnlyList<int> Level { get; init; }

    /// <summary>Shares of authority at founding, sum 1; null: by the policy.</summary>
    public double[]? Authority { get; init; }

    /// <summary>Experience at founding.</summary>
    public required IReadOnlyList<double?> Experience { get; init; }

    /// <summary>Whether a seat's first agent is a founder.</summary>
    public required IReadOnlyList<bool?> Founder { get; init; }

    /// <summary>The ties. Where one direction only is stated, it holds both ways.</summary>
    public required IReadOnlyList<StatedTie> Ties { get; init; }

    /// <summary>The files it was read from, by name: text that reads back as the same organization.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>Number of seats.</summary>
    public int Seats => Ids.Count;

    /// <summary>Number of sites.</summary>
    public int Sites => Site.Max() + 1;
}
