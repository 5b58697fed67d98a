using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the levels of a factor: values of a parameter, parts chosen by kind, changes or their triggers.</summary>
internal sealed class LevelReader(ProblemLog log, ScenarioBinder binder)
{
    /// <summary>The levels in the order of the file; null after logging what is wrong.</summary>
    /// <param name="node">What the file has.</param>
    /// <param name="path">The factor.</param>
    /// <param name="parameter">Where its levels are set.</param>
    /// <param name="baseline">The scenario without it.</param>
    /// <param name="mayRepeat">Whether a level may stand twice, as in a factor that varies together with others.</param>
    public FactorLevel[]? Read(Node node, string path, ParameterPath parameter, Scenario baseline, bool mayRepeat)
    {
        if (node is not ListNode { Items.Count: > 0 } list)
        {
            log.Add(node.Place, path, $"levels of {path} are {NodeTree.Describe(node)}; allowed is a list of at least one level");
            return null;
        }

        var levels = list.Items.Select(item => (item.Place, Level: ReadLevel(item, path, parameter, baseline))).ToList();
        foreach (var twins in levels.Where(l => l.Level is not null && !mayRepeat).GroupBy(l => l.Level!.Value).Where(g => g.Count() > 1))
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
