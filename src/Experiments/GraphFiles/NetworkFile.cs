using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.GraphFiles;

/// <summary>A node or a tie of a network file: its data by name, and where it stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Values">Its data: a node has an id, a tie a source and a target.</param>
public sealed record NetworkRow(string File, int Line, int Column, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>For a tie, whether it leads one way; null: as the file has it.</summary>
    public bool? IsDirected { get; init; }

    /// <summary>A value; null where it is absent or empty.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Its place, for problems.</summary>
    internal Place Place => new(File, Line, Column);
}

/// <summary>
/// A network as Gephi, yEd, networkx, igraph and others export it: GraphML, GEXF, GML or Pajek. What these formats have and a network of
/// people has not (groups, ties of many, several graphs in a file) is refused with its line.
/// </summary>
/// <param name="IsDirected">Whether ties lead one way, if they do not say themselves.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Ties">The ties.</param>
public sealed record NetworkFile(bool IsDirected, IReadOnlyList<NetworkRow> Nodes, IReadOnlyList<NetworkRow> Ties)
{
    private static readonly Dictionary<string, Func<string, string, ProblemLog, NetworkFile?>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".graphml"] = GraphMl.Read,
        [".gexf"] = Gexf.Read,
        [".gml"] = Gml.Read,
        [".net"] = Pajek.Read,
        [".paj"] = Pajek.Read,
    };

    /// <summary>Whether a file is a network by its name.</summary>
    public static bool Is(string path) => Readers.ContainsKey(Path.GetExtension(Unpacked(path)));

    /// <summary>Whether a network is XML, which declares its encoding.</summary>
    public static bool IsXml(string path) => Path.GetExtension(Unpacked(path)).ToUpperInvariant() is ".GRAPHML" or ".GEXF";

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">It cannot be read; the message lists its problems.</exception>
    public static NetworkFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var log = new ProblemLog();
        var network = TextFile.ReadTable(path, log, IsXml(path)) is { } text ? Parse(path, text, log) : null;
        return network is not null && log.IsEmpty ? network : throw new DataException(string.Join(Environment.NewLine, log.Problems));
    }

    /// <summary>Reads a text; null after logging why it is not valid.</summary>
    internal static NetworkFile? Parse(string path, string text, ProblemLog log) => Readers[Path.GetExtension(Unpacked(path))](path, text, log);

    private static string Unpacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
