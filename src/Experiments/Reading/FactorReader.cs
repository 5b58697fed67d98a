using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
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
        return map["levels"] is { } levels ? WithLevels(entry.Key, LevelsOf(levels), map["weights"])
            : map["weights"] is { } weights ? Refuse(weights, entry.Key, $"the weights of {entry.Key} have no levels to weigh")
            : map["range"] is { } range ? spread.ReadRange(range, entry.Key, path)
            : spread.ReadDistribution(map["distribution"]!, entry.Key, path);

        FactorLevel[]? LevelsOf(Node levels) =>
            new LevelReader(log, binder).Read(levels, entry.Key, path, baseline, mayRepeat: zipped?.Contains(entry.Key) == true);
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
}
