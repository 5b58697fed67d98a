using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the factors of an experiment: a path, and <c>levels</c> or a <c>range</c>. A list never means "vary" by its shape alone.</summary>
internal sealed class FactorReader(ProblemLog log, ScenarioBinder binder)
{
    private static readonly string[] RangeKeys = ["from", "to", "steps", "scale"];

    public IReadOnlyList<Factor> Read(Node node, Scenario baseline)
    {
        if (node is not MapNode map)
        {
            log.Add(node.Place, "factors", $"factors is {NodeTree.Describe(node)}; allowed is a mapping of parameter paths, each with levels or a range");
            return [];
        }

        // Parts chosen by kind come first: the parameters of their kinds may be factors too.
        var factors = new Dictionary<string, Factor>();
        foreach (var entry in map.Entries.OrderBy(e => e.Key.Contains('.', StringComparison.Ordinal) ? 1 : 0))
        {
            if (ReadOne(entry, baseline, [.. factors.Values]) is { } factor)
            {
                factors[entry.Key] = factor;
            }
        }

        return [.. map.Entries.Where(e => factors.ContainsKey(e.Key)).Select(e => factors[e.Key])];
    }

    private Factor? ReadOne(MapEntry entry, Scenario baseline, IReadOnlyList<Factor> before)
    {
        if (FindEverywhere(entry, baseline, before) is not { } path)
        {
            return null;
        }

        if (path.Parameter is null && PartCatalog.KindsOf(path.ValueType) is null)
        {
            log.Add(entry.Place, entry.Key, $"{entry.Key} is a group of parameters; name one of them, as in {entry.Key}.{RecordShape.Of(path.Get(baseline))[0].Key}");
            return null;
        }

        if (entry.Value is not MapNode map || map.Entries.Count != 1 || map.Entries[0].Key is not ("levels" or "range"))
        {
            var unknown = (entry.Value as MapNode)?.Entries.FirstOrDefault(e => e.Key is not ("levels" or "range"));
            log.Add(
                unknown?.Place ?? entry.Value.Place,
                entry.Key,
                $"factor {entry.Key} has {(unknown is null ? NodeTree.Describe(entry.Value) : $"the key \"{unknown.Key}\"")}; allowed is either levels: [...] or range: {{from, to, steps}}",
                unknown is null ? null : Spelling.Nearest(unknown.Key, ["levels", "range"]));
            return null;
        }

        var levels = map.Entries[0].Key == "levels" ? ReadLevels(map.Entries[0].Value, entry.Key, path) : ReadRange(map.Entries[0].Value, entry.Key, path);
        return levels is null ? null : new Factor(entry.Key, levels);
    }

    // Under every kind that the experiment gives a part, the path must exist.
    private ParameterPath? FindEverywhere(MapEntry entry, Scenario baseline, IReadOnlyList<Factor> before)
    {
        var scenarios = before
            .Where(f => entry.Key.StartsWith(f.Path + ".", StringComparison.Ordinal))
            .SelectMany(f => f.Levels.Select(l => (Name: $"{f.Path} {l.Value}", Scenario: ParameterPath.Find(baseline, f.Path, out _, out _)!.With(baseline, l.Setting))))
            .DefaultIfEmpty((Name: "the model", Scenario: baseline))
            .ToList();
        ParameterPath? path = null;
        foreach (var (name, scenario) in scenarios)
        {
            path = ParameterPath.Find(scenario, entry.Key, out var missing, out var allowed);
            if (path is null)
            {
                var group = entry.Key[..Math.Max(0, entry.Key.LastIndexOf('.'))];
                var near = Spelling.Nearest(missing!, allowed);
                log.Add(
                    entry.Place,
                    entry.Key,
                    $"{name} has no parameter \"{entry.Key}\"; allowed there: {(allowed.Count == 0 ? "none" : string.Join(", ", allowed))}",
                    near is null ? Elsewhere(scenario, missing!) : entry.Key.Replace(missing!, near, StringComparison.Ordinal));
                return null;
            }
        }

        return path;
    }

    private static string? Elsewhere(Scenario scenario, string key) =>
        ParameterCatalog.Of(scenario).Select(p => p.Path).FirstOrDefault(p => p.EndsWith("." + key, StringComparison.Ordinal));

    private FactorLevel[]? ReadLevels(Node node, string path, ParameterPath parameter)
    {
        if (node is not ListNode { Items.Count: > 0 } list)
        {
            log.Add(node.Place, path, $"levels of {path} are {NodeTree.Describe(node)}; allowed is a list of at least one level");
            return null;
        }

        var levels = list.Items.Select(item => (item.Place, Level: ReadLevel(item, path, parameter))).ToList();
        foreach (var twins in levels.Where(l => l.Level is not null).GroupBy(l => l.Level!.Value).Where(g => g.Count() > 1))
        {
            var hint = parameter.Parameter is null ? "; give one of them another name: {kind: ..., name: ...}" : "";
            log.Add(twins.Last().Place, path, $"level {ScalarReader.Format(twins.Key)} of {path} stands twice{hint}");
        }

        return levels.Any(l => l.Level is null) ? null : [.. levels.Select(l => l.Level!)];
    }

    private FactorLevel? ReadLevel(Node node, string path, ParameterPath parameter)
    {
        if (parameter.Parameter is { } declared)
        {
            return ScalarReader.Read(node, declared, path, log) is { } value ? new FactorLevel(Shown(value), value) : null;
        }

        if (binder.BindKind(parameter.ValueType, node, path) is not { } part)
        {
            return null;
        }

        var name = ((node as MapNode)?["name"] as ScalarNode)?.Text;
        return new FactorLevel(name ?? PartCatalog.KindOf(parameter.ValueType, part), part);
    }

    private FactorLevel[]? ReadRange(Node node, string path, ParameterPath parameter)
    {
        if (parameter.Parameter is not { IsNumeric: true } declared || node is not MapNode map)
        {
            log.Add(node.Place, path, $"the range of {path} is {NodeTree.Describe(node)}; allowed is {{from, to, steps}} for a number, and levels for all else");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !RangeKeys.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, $"{path}.range", RangeKeys);
        }

        var from = map["from"] is { } a ? ScalarReader.Read(a, declared, path, log) : null;
        var to = map["to"] is { } b ? ScalarReader.Read(b, declared, path, log) : null;
        var steps = map["steps"] is { } c ? ScalarReader.WholeNumber(c) : null;
        var isLog = map["scale"] is ScalarNode { Text: "log" };
        if (from is null || to is null || steps is not (>= 2 and <= 1_000_000) || !(map["scale"] is null or ScalarNode { Text: "linear" or "log" }))
        {
            log.Add(map.Place, path, $"the range of {path} needs from, to and steps (a whole number from 2 to 1000000); scale is linear or log");
            return null;
        }

        var (low, high) = (Convert.ToDouble(from, null), Convert.ToDouble(to, null));
        if (low >= high || (isLog && low <= 0))
        {
            log.Add(map.Place, path, $"the range of {path} goes from {ScalarReader.Format(low)} to {ScalarReader.Format(high)}; from must be less than to, and above 0 on a log scale");
            return null;
        }

        return Spread(low, high, (int)steps, isLog, declared.Property.PropertyType == typeof(int));
    }

    private static FactorLevel[] Spread(double low, double high, int steps, bool isLog, bool isWhole)
    {
        var values = Enumerable.Range(0, steps)
            .Select(k => (double)k / (steps - 1))
            .Select(u => u == 1 ? high : isLog ? low * Math.Pow(high / low, u) : low + ((high - low) * u));
        return isWhole
            ? [.. values.Select(v => (int)Math.Round(v)).Distinct().Select(v => new FactorLevel((long)v, v))]
            : [.. values.Select(v => new FactorLevel(v, v))];
    }

    private static object Shown(object value) => value switch
    {
        int whole => (long)whole,
        Enum choice => ScalarReader.Format(choice),
        _ => value,
    };
}
