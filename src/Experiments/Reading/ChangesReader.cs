using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Reads what changes in the course of a run: <c>[{tick: 60, set: {policy: distributed}}, {when: "vitality &lt; 0.6 for 4 ticks", set: …}]</c>.
/// </summary>
internal sealed class ChangesReader(ProblemLog log, ScenarioBinder binder)
{
    /// <summary>Its key in experiment files.</summary>
    public const string Key = "changes";

    private static readonly string[] ChangeKeys = ["tick", "when", ParameterSettings.Key];
    private static readonly string[] LevelKeys = ["name", Key];

    /// <summary>The changes; a change can set what the changes before it have left.</summary>
    public IReadOnlyList<ScenarioChange> Read(Node? node, Scenario baseline, string path = Key)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return [];
        }

        if (node is not ListNode list)
        {
            log.Add(node.Place, path, $"{path} is {NodeTree.Describe(node)}; allowed is a list, as in - {{tick: 60, set: {{policy: distributed}}}}");
            return [];
        }

        var (changes, scenario) = (new List<ScenarioChange>(), baseline);
        foreach (var (k, item) in list.Items.Index())
        {
            if (ReadOne(item, scenario, Invariant($"{path}[{k}]")) is { } change)
            {
                changes.Add(change);
                scenario = change.Edit.Of(scenario);
            }
        }

        return changes;
    }

    /// <summary>A level of the factor <c>changes</c>: a name and a list of changes.</summary>
    public FactorLevel? ReadLevel(Node node, Scenario baseline)
    {
        var example = $"{{name: switch, {Key}: [{{tick: 60, set: {{policy: distributed}}}}]}}";
        if (node is not MapNode map || map.Entries.Any(e => !LevelKeys.Contains(e.Key)) || map[Key] is null
            || map["name"] is not ScalarNode { IsEmpty: false } name)
        {
            log.Add(node.Place, Key, $"a level of {Key} is {NodeTree.Describe(node)} without name and {Key}, or with more; allowed is {example}, and {Key}: [] for none");
            return null;
        }

        var before = log.Count;
        var changes = Read(map[Key], baseline, $"{Key} {name.Text}");
        return log.Count == before ? new FactorLevel(name.Text, changes) : null;
    }

    /// <summary>When a change is made: a condition, and for how many ticks it has to hold; null after logging the problem.</summary>
    public ChangeTrigger? ReadTrigger(Node node, string path) => new ConditionReader(log, binder.Model).Read(node, path);

    /// <summary>Reports what changes set that does not exist, or is not live, under the levels of other factors.</summary>
    public void Check(IEnumerable<Scenario> scenarios, Place place)
    {
        var seen = new HashSet<string>();
        foreach (var scenario in scenarios.Where(s => s.Changes.Count > 0))
        {
            try
            {
                var (before, problems) = (scenario, new List<string>());
                foreach (var change in scenario.Changes)
                {
                    var after = change.Edit.Of(before);
                    problems.AddRange(change is { Tick: 0, When: null } ? [] : ScenarioChange.Problems(before, after));
                    before = after;
                }

                foreach (var problem in problems.Where(seen.Add))
                {
                    log.Add(place, Key, $"{Key}: {problem}");
                }
            }
            catch (ArgumentException error)
            {
                if (seen.Add(error.Message))
                {
                    log.Add(place, Key, $"{Key}: {error.Message}");
                }
            }
        }
    }

    private ScenarioChange? ReadOne(Node node, Scenario scenario, string path)
    {
        if (node is not MapNode map)
        {
            log.Add(node.Place, path, $"{path} is {NodeTree.Describe(node)}; allowed is a mapping of {string.Join(", ", ChangeKeys)}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !ChangeKeys.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, path, ChangeKeys);
        }

        if ((map["tick"] is null) == (map["when"] is null))
        {
            var found = map["tick"] is null ? "neither tick nor when" : "both tick and when";
            log.Add(map.Place, path, $"{path} has {found}; allowed is one of tick: (the first tick at which it holds; 0: the founding) and when: (a condition on the state; the word tick may stand in it)");
            return null;
        }

        var tick = map["tick"] is { } at ? TickOf(at, $"{path}.tick") : 0;
        var trigger = map["when"] is { } when ? ReadTrigger(when, $"{path}.when") : null;
        if (map[ParameterSettings.Key] is not MapNode { Entries.Count: > 0 } set)
        {
            log.Add((map[ParameterSettings.Key] ?? map).Place, path, $"{path}.set is {(map[ParameterSettings.Key] is { } other ? NodeTree.Describe(other) : "missing")}; allowed is a mapping of what changes, as in set: {{policy: distributed}}");
            return null;
        }

        var settings = new List<ParameterSetting>();
        var isFounding = tick == 0 && map["when"] is null;
        var reader = new SettingsReader(log, binder, isFounding);
        reader.Read(set, "", $"{path}.{ParameterSettings.Key}", ref scenario, settings);
        return tick is null || (map["when"] is not null && trigger is null) || settings.Count == 0
            ? null
            : new ScenarioChange { Tick = tick.Value, When = trigger?.Condition, ForTicks = trigger?.ForTicks ?? 1, Edit = new ParameterSettings(settings) };
    }

    private int? TickOf(Node node, string path)
    {
        var declared = ParameterCatalog.OfRecord(new ScenarioChange { Edit = new ParameterSettings([]) }).First(p => p.Path == "tick");
        return (int?)ScalarReader.Read(node, declared, path, log);
    }
}
