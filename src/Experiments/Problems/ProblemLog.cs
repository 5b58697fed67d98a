namespace LeadershipSim.Experiments.Problems;

/// <summary>Collects every problem of a reading, so that all can be mended at once.</summary>
internal sealed class ProblemLog
{
    private readonly List<Problem> _problems = [];

    /// <summary>The problems in the order of the file.</summary>
    public IReadOnlyList<Problem> Problems => [.. _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public bool IsEmpty => _problems.Count == 0;

    public void Add(Place place, string path, string message, string? suggestion = null) =>
        _problems.Add(new Problem(place.File, place.Line, place.Column, path, message, suggestion));

    /// <summary>Reports a key that does not exist, with the nearest that do.</summary>
    public void AddUnknownKey(MapEntry entry, string path, IReadOnlyList<string> allowed, string? elsewhere = null)
    {
        var where = path.Length == 0 ? "here" : $"in {path}";
        var list = allowed.Count == 0 ? $"nothing can be set {where}" : $"allowed {where}: {string.Join(", ", allowed)}";
        Add(entry.Place, path, $"unknown key \"{entry.Key}\"; {list}", Spelling.Nearest(entry.Key, allowed) ?? elsewhere);
    }
}
