namespace LeadershipSim.Experiments.Problems;

/// <summary>Collects every problem of a reading, so that all can be corrected at once.</summary>
/// <param name="passesOverUnknown">
/// Whether names that this version does not know are passed over and noted: the file is part of results that another version may have written.
/// </param>
internal sealed class ProblemLog(bool passesOverUnknown = false)
{
    // More than anybody reads at once; a file of another kind has a problem a line.
    private const int MostListed = 50;
    private readonly List<Problem> _problems = [];
    private readonly List<string> _passedOver = [];

    /// <summary>What was passed over because this version does not know it.</summary>
    public IReadOnlyList<string> PassedOver => _passedOver;

    /// <summary>The problems in the order of the file; of many the first, and how many more there are.</summary>
    public IReadOnlyList<Problem> Problems
    {
        get
        {
            IEnumerable<Problem> listed = _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column);
            return Count <= MostListed
                ? [.. listed]
                : [.. listed, _problems[^1] with { Path = "", Message = Invariant($"{Count - MostListed} more problems are not listed; correct these first"), Suggestion = null }];
        }
    }

    /// <summary>Number of problems, those that are not listed included.</summary>
    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    private bool IsFull => Count >= MostListed;

    public void Add(Place place, string path, string message, string? suggestion = null)
    {
        if (!IsFull)
        {
            _problems.Add(new Problem(place.File, place.Line, place.Column, path, message, suggestion));
        }

        Count++;
    }

    /// <summary>Passes over a name that this version does not know, where that is allowed.</summary>
    public bool PassOver(string name)
    {
        if (passesOverUnknown)
        {
            _passedOver.Add(name);
        }

        return passesOverUnknown;
    }

    /// <summary>Reports a key that does not exist, with the nearest that do.</summary>
    public void AddUnknownKey(MapEntry entry, string path, IReadOnlyList<string> allowed, string? elsewhere = null)
    {
        if (PassOver(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}"))
        {
            return;
        }

        // Looking for what was meant takes longer than all the rest.
        if (IsFull)
        {
            Count++;
            return;
        }

        var where = path.Length == 0 ? "here" : $"in {path}";
        var list = allowed.Count == 0 ? $"nothing can be set {where}" : $"allowed {where}: {string.Join(", ", allowed)}";
        Add(entry.Place, path, $"unknown key \"{entry.Key}\"; {list}", Spelling.Nearest(entry.Key, allowed) ?? elsewhere);
    }
}
