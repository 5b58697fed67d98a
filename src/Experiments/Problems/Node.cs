namespace LeadershipSim.Experiments.Problems;

/// <summary>A place in a file, counted from 1.</summary>
internal sealed record Place(string File, int Line, int Column)
{
    /// <summary>Where paths start that are named here: the file's folder; the working folder for a command-line option.</summary>
    public string Folder => File.StartsWith("--", StringComparison.Ordinal) ? "" : Path.GetDirectoryName(File) ?? "";
}

/// <summary>A node of an experiment file, with its place.</summary>
internal abstract record Node(Place Place);

/// <summary>A scalar; quoted scalars are texts, plain ones may be numbers.</summary>
internal sealed record ScalarNode(Place Place, string Text, bool IsQuoted) : Node(Place)
{
    public bool IsEmpty => !IsQuoted && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

/// <summary>A mapping, its keys in the file's order.</summary>
internal sealed record MapNode(Place Place, IReadOnlyList<MapEntry> Entries) : Node(Place)
{
    public Node? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
}

/// <summary>One key and its value.</summary>
internal sealed record MapEntry(string Key, Place Place, Node Value);
