using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Reads the factors of an experiment: a path, and <c>levels</c>, a <c>range</c> or a <c>distribution</c>. A list never means "vary" by its shape alone.
/// </summary>
/// <param name="log">Where problems go.</param>
/// <param name="binder">Makes parts chosen by kind.</param>
/// <param name="zipped">Paths of factors that vary with others; null: none does.</param>
internal sealed class FactorReader(ProblemLog log, ScenarioBinder binder, IReadOnlyList<string>? zipped = null)
{
    private static readonly string[] FactorKeys = ["levels", "weights", "range", "distribution", WhenReader.Key];

    public IReadOnlyList<Factor> Read(Node node, Scenario baseline)
    {
        if (node is not MapNode map)
        {
            log.Add(node.Place, "factors", $"factors is {NodeTree.Describe(node)}; allowed is a mapping of parameter paths, each with levels, a range or a distribution");
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

        return new WhenReader(log).Read(map, [.. map.Entries.Where(e => factors.ContainsKey(e.Key)).Select(e => factors[e.Key])]);
    }

    private Factor? ReadOne(MapEntry entry, Scenario baseline, IReadOnlyList<Factor> before)
    {
        if (FindEverywhere(entry, baseline, before) is not { } path)
        {
            return null;
        }

        if (before.Any(f => f.Path == ChangesReader.Key) && entry.Key.StartsWith(ChangesReader.Key + "[", StringComparison.Ordinal))
        {
            return Refuse(entry.Value, entry.Key, $"{entry.Key} is a part of {ChangesReader.Key}, which is a factor itself; write what varies into its levels");
        }

        if (WrongTrigger(path, baseline) is { } wrong)
        {
            return Refuse(entry.Value, entry.Key, wrong);
        }

        if (path.Parameter is null && !IsOfChanges(path) && binder.Model.KindsOf(path.ValueType) is null)
        {
            log.Add(entry.Place, entry.Key, $"{entry.Key} is a group of parameters; name one of them, as in {entry.Key}.{RecordShape.Of(path.Get(baseline))[0].Key}");
            return null;
        }

        if (entry.Value is not MapNode map
            || map.Entries.Any(e => !FactorKeys.Contains(e.Key))
            || map.Entries.Count(e => e.Key is not ("weights" or WhenReader.Key)) != 1)
        {
            var unknown = (entry.Value as MapNode)?.Entries.FirstOrDefault(e => !FactorKeys.Contains(e.Key));
            log.Add(
                unknown?.Place ?? entry.Value.Place,
                entry.Key,
                $"factor {entry.Key} has {(unknown is null ? NodeTree.Describe(entry.Value) : $"the key \"{unknown.Key}\"")}; "
                + "allowed is one of levels: [...], range: {from, to, steps} and distribution: {kind: ...}, with when: {...} where it applies",
                unknown is null ? null : Spelling.Nearest(unknown.Key, FactorKeys));
            return null;
        }

        var spread = new SpreadReader(log, binder);
        return map["levels"] is { } levels ? WithLevels(entry.Key, ReadLevels(levels, entry.Key, path, baseline), map["weights"])
            : map["weights"] is { } weights ? Refuse(weights, entry.Key, $"the weights of {entry.Key} have no levels to weigh")
            : map["range"] is { } range ? spread.ReadRange(range, entry.Key, path)
            : spread.ReadDistribution(map["distribution"]!, entry.Key, path);
    }

    private Factor? WithLevels(string path, FactorLevel[]? levels, Node? weights)
    {
        if (levels is null || weights is null)
        {
            return levels is null ? null : new Factor(path, levels);
        }

        double[] numbers = [.. ((weights as ListNode)?.Items ?? []).Select(item => ScalarReader.Number(item) ?? -1)];
        return numbers.Length == levels.Length && numbers.All(n => n > 0)
            ? new Factor(path, levels) { Weights = numbers }
            : Refuse(weights, path, $"the weights of {path} are {NodeTree.Describe(weights)}; allowed is a list of {levels.Length} numbers above 0, one for each level");
    }

    private static bool IsOfChanges(ParameterPath path) => path.ValueType == typeof(ChangeTrigger) || path.ValueType == typeof(IReadOnlyList<ScenarioChange>);

    // A change has a tick, or a condition that holds for some ticks.
    private static string? WrongTrigger(ParameterPath path, Scenario baseline)
    {
        if (path.Owner(baseline) is not ScenarioChange change || path.Parameter is not { Path: "tick" or "forTicks" } parameter)
        {
            return null;
        }

        return (parameter.Path, change.When) switch
        {
            ("tick", not null) => $"{path.Text} varies the tick of a change that is made when {change.When.Text}; vary {path.Text[..^4]}when, with levels: [\"{change.When.Text}\", …]",
            ("forTicks", null) => $"{path.Text} is for a change with a condition; this one is made at a tick",
            _ => null,
        };
    }

    private Factor? Refuse(Node node, string path, string message)
    {
        log.Add(node.Place, path, message);
        return null;
    }

    // Under every kind that the experiment gives a part, the path must exist.
    private ParameterPath? FindEverywhere(MapEntry entry, Scenario baseline, IReadOnlyList<Factor> before)
    {
        var scenarios = before
            .Where(f => entry.Key.StartsWith(f.Path + ".", StringComparison.Ordinal))
            .SelectMany(f => f.Levels.Where(l => WhenReader.TextsOf(entry.Value, f.Path)?.Contains(Spelled.Of(l.Value)) ?? true).Select(l => (
                Name: $"{f.Path} {l.Value}",
                Scenario: ParameterPath.Find(baseline, f.Path, out _, out _)!.With(baseline, l.Setting))))
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
                    $"{name} has no parameter \"{entry.Key}\"; allowed there: {(allowed.Count == 0 ? "none" : string.Join(", ", allowed))}{HintOfWhen(entry, baseline, before)}",
                    near is null ? Elsewhere(scenario, missing!) : entry.Key.Replace(missing!, near, StringComparison.Ordinal));
                return null;
            }
        }

        return path;
    }

    // A parameter of some levels alone varies where these are.
    private static string HintOfWhen(MapEntry entry, Scenario baseline, IReadOnlyList<Factor> before)
    {
        var kind = before.FirstOrDefault(f => entry.Key.StartsWith(f.Path + ".", StringComparison.Ordinal));
        if (kind is null || WhenReader.TextsOf(entry.Value, kind.Path) is not null)
        {
            return "";
        }

        var path = ParameterPath.Find(baseline, kind.Path, out _, out _)!;
        var having = kind.Levels.Where(l => ParameterPath.Find(path.With(baseline, l.Setting), entry.Key, out _, out _) is not null)
            .Select(l => Spelled.Of(l.Value)).ToArray();
        return having.Length == 0 ? "" : $"; to vary it where it is there, write {WhenReader.Key}: {{{kind.Path}: [{string.Join(", ", having)}]}} beside its levels";
    }

    /// <summary>The baseline, and the baseline with each level of each factor that is chosen by kind.</summary>
    public static IReadOnlyList<Scenario> ScenariosOf(Scenario baseline, IReadOnlyList<Factor> factors) =>
    [
        baseline,
        .. from factor in factors
           let path = ParameterPath.Find(baseline, factor.Path, out _, out _)
           where path is { Parameter: null }
           from level in factor.Levels
           select path.With(baseline, level.Setting),
    ];

    private static string? Elsewhere(Scenario scenario, string key) =>
        ParameterCatalog.Of(scenario).Select(p => p.Path).FirstOrDefault(p => p.EndsWith("." + key, StringComparison.Ordinal));

    private FactorLevel[]? ReadLevels(Node node, string path, ParameterPath parameter, Scenario baseline)
    {
        if (node is not ListNode { Items.Count: > 0 } list)
        {
            log.Add(node.Place, path, $"levels of {path} are {NodeTree.Describe(node)}; allowed is a list of at least one level");
            return null;
        }

        var levels = list.Items.Select(item => (item.Place, Level: ReadLevel(item, path, parameter, baseline))).ToList();
        var isZipped = zipped?.Contains(path) == true;
        foreach (var twins in levels.Where(l => l.Level is not null && !isZipped).GroupBy(l => l.Level!.Value).Where(g => g.Count() > 1))
        {
            var hint = parameter.Parameter is null ? "; give one of them another name: {kind: ..., name: ...}" : "";
            log.Add(twins.Last().Place, path, $"level {Spelled.Of(twins.Key)} of {path} stands twice{hint}");
        }

        return levels.Any(l => l.Level is null) ? null : [.. levels.Select(l => l.Level!)];
    }

    private FactorLevel? ReadLevel(Node node, string path, ParameterPath parameter, Scenario baseline)
    {
        if (parameter.Parameter is { } declared)
        {
            return ScalarReader.Read(node, declared, path, log) is { } value ? new FactorLevel(Shown(value), value) : null;
        }

        if (parameter.ValueType == typeof(IReadOnlyList<ScenarioChange>))
        {
            return new ChangesReader(log, binder).ReadLevel(node, baseline);
        }

        if (parameter.ValueType == typeof(ChangeTrigger))
        {
            return new ChangesReader(log, binder).ReadTrigger(node, path) is { } trigger ? new FactorLevel(((ScalarNode)node).Text.Trim(), trigger) : null;
        }

        if (binder.BindKind(parameter.ValueType, node, path) is not { } part)
        {
            return null;
        }

        var kind = binder.Model.KindOf(parameter.ValueType, part).Kind;
        return LevelName((node as MapNode)?["name"], path, kind) is { } name ? new FactorLevel(name, part) : null;
    }

    // Null after logging why a name is not allowed.
    private string? LevelName(Node? node, string path, string kind)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return kind;
        }

        if (node is not ScalarNode { Text: { Length: > 0 } name })
        {
            log.Add(node.Place, path, $"the name of a level of {path} is {NodeTree.Describe(node)}; allowed is a text");
            return null;
        }

        if (Csv.IsFormula(name))
        {
            log.Add(node.Place, path, $"the name of a level of {path} is \"{name}\", which a spreadsheet takes for a formula; allowed are names that do not start with =, +, - or @");
            return null;
        }

        return name;
    }

    private static object Shown(object value) => value switch
    {
        int whole => (long)whole,
        Enum choice => Spelled.Of(choice),
        _ => value,
    };
}
