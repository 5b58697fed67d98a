using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>
/// The seats and ties of a real organization. nodes has the columns id, site, level, authority, experience, founder; edges has
/// source, target, trust; all but id, source and target may be left out.
/// </summary>
public sealed record FileNetwork : INetworkModel
{
    /// <summary>File of seats.</summary>
    [Parameter("File of seats: CSV with id, label, site, level, authority, experience, founder; or seats and ties as GraphML, GEXF, GML or Pajek")]
    public string Nodes { get; init; } = "";

    /// <summary>File of ties.</summary>
    [Parameter("File of ties: CSV with source, target, trust; left out where the file of seats has the ties")]
    public string Edges { get; init; } = "";

    /// <summary>What the files call their data.</summary>
    public NetworkColumns Columns { get; init; } = new();

    /// <summary>Data of the files that is passed over.</summary>
    [Parameter("Data of the files to ignore, separated by commas")]
    public string Unused { get; init; } = "";

    /// <summary>What the files say; filled in when they are read.</summary>
    [NotAParameter]
    public OrganizationData? Data { get; init; }

    /// <inheritdoc/>
    public void Lay(TieBuilder builder, ref RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var ties = Data?.Ties ?? throw new InvalidOperationException("the network's files have not been read");
        foreach (var tie in ties)
        {
            builder.Tie(tie.Source, tie.Target);
        }

        var stated = ties.ToDictionary(t => (t.Source, t.Target), t => t.Trust);
        foreach (var tie in ties)
        {
            State(builder, tie.Source, tie.Target, tie.Trust);
            if (!stated.ContainsKey((tie.Target, tie.Source)))
            {
                State(builder, tie.Target, tie.Source, tie.Trust);
            }
        }
    }

    private static void State(TieBuilder builder, int seat, int other, double? trust)
    {
        if (trust is { } stated)
        {
            builder.StateTrust(seat, other, stated);
        }
    }
}
