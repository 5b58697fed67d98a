using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// What the data of a network's files is called in the model. Data that nothing reads is a problem, unless it is for drawing or is named
/// under unused: a weight that is dropped in silence looks as if it had been read.
/// </summary>
internal sealed class DataNames
{
    // What programs write for their drawings.
    private static readonly HashSet<string> Drawing = new(StringComparer.OrdinalIgnoreCase)
    {
        "x", "y", "z", "r", "g", "b", "a", "size", "color", "colour", "shape", "width", "height", "fill", "graphics", "description", "url", "viz",
        "nodegraphics", "edgegraphics", "LabelGraphics", "edge label", "interaction",
    };

    // What people call what the model calls otherwise.
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["location"] = "site",
        ["city"] = "site",
        ["office"] = "site",
        ["place"] = "site",
        ["weight"] = "trust",
        ["strength"] = "trust",
        ["rank"] = "level",
        ["role"] = "level",
        ["position"] = "level",
        ["power"] = "authority",
        ["tenure"] = "experience",
        ["from"] = "source",
        ["to"] = "target",
        ["name"] = "label",
    };

    private readonly IReadOnlyDictionary<string, string> _renamed;
    private readonly HashSet<string> _unused;

    public DataNames(FileNetwork network)
    {
        _renamed = NetworkColumns.Renamed(network.Columns);
        _unused = [.. network.Unused.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The model's name of what a file calls so; a name that the model takes for something else is free.</summary>
    public string Of(string theirs) =>
        _renamed.TryGetValue(theirs, out var ours) ? ours : _renamed.Values.Contains(theirs) ? theirs + " (of the file)" : theirs;

    /// <summary>Whether the file's data is to be passed over.</summary>
    public bool IsUnused(string theirs) => !_renamed.ContainsKey(theirs) && (_unused.Contains(theirs) || theirs.Length == 0);

    /// <summary>Rows by the model's names; logs names that nothing reads, once each.</summary>
    /// <param name="rows">The rows by the file's names.</param>
    /// <param name="allowed">Names that are read.</param>
    /// <param name="what">"seats" or "ties".</param>
    /// <param name="log">Takes problems.</param>
    public IReadOnlyList<RawRow> Named(IReadOnlyList<GraphFiles.NetworkRow> rows, IReadOnlyList<string> allowed, string what, ProblemLog log)
    {
        // A weight that is 1 everywhere says nothing.
        var isWeighted = rows.Any(r => r["weight"] is { } weight && weight is not ("1" or "1.0"));
        var reported = new HashSet<string>();
        var named = new List<RawRow>(rows.Count);
        foreach (var row in rows)
        {
            var values = new Dictionary<string, string>();
            foreach (var (theirs, value) in row.Values)
            {
                var ours = Of(theirs);
                if (allowed.Contains(ours))
                {
                    values[ours] = value;
                }
                else if (!IsUnused(theirs) && !IsForDrawing(theirs, what) && (theirs != "weight" || isWeighted) && reported.Add(theirs))
                {
                    log.Add(row.Place, "network", Unknown(theirs, allowed, what), Spelling.Nearest(theirs, allowed));
                }
            }

            named.Add(new RawRow(row.Place, values) { IsDirected = row.IsDirected });
        }

        return named;
    }

    /// <summary>What is wrong with a name that nothing reads.</summary>
    public static string Unknown(string theirs, IReadOnlyList<string> allowed, string what)
    {
        var meaning = Meanings.TryGetValue(theirs, out var ours) && allowed.Contains(ours) ? ours : allowed[^1];
        return $"the {what} have data \"{theirs}\", which nothing reads; allowed: {string.Join(", ", allowed)}. Say what it is, as in columns: {{{meaning}: {theirs}}}, or ignore it with unused: \"{theirs}\"";
    }

    private static bool IsForDrawing(string name, string what) =>
        Drawing.Contains(name) || name.StartsWith("viz", StringComparison.OrdinalIgnoreCase)
            || (what == "ties" && name is "id" or "label" or "name" or "key" or "Edge Label");
}
