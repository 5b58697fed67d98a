using System.Globalization;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads which figures an experiment asks for: names, or mappings with a kind and what is to be seen.</summary>
/// <param name="log">Takes the problems.</param>
/// <param name="model">Says which figures there are.</param>
internal sealed class FiguresReader(ProblemLog log, ModelCatalog model)
{
    private static readonly string[] Keys =
        ["kind", "name", "x", "y", "value", "by", "where", "title", "order", "rename", "size", "tick", "meaningful"];

    private List<string> Kinds { get; } = [.. model.Figures.Select(f => f.Name)];

    /// <summary>The figures; the usual ones when the key is absent.</summary>
    public IReadOnlyList<FigureSpec> Read(Node? node, KeyReader keys)
    {
        if (node is null)
        {
            return [.. AnalysisCatalog.UsualFigures.Concat(Kinds.Except(AnalysisCatalog.Figures.Select(f => f.Name))).Select(name => new FigureSpec(name))];
        }

        if (node is not ListNode list)
        {
            log.Add(node.Place, "figures", $"figures is {NodeTree.Describe(node)}; allowed is a list of {string.Join(", ", Kinds)}, or of mappings with a kind");
            return [];
        }

        return [.. list.Items.Select((item, k) =>
            item is MapNode ? OfMap(item, Invariant($"figures[{k}]"), keys) : OfName(item)).OfType<FigureSpec>()
            .DistinctBy(f => f.IsPlain ? (object)f.Kind : f)];
    }

    private FigureSpec? OfName(Node item)
    {
        if (item is ScalarNode scalar && Kinds.Contains(scalar.Text))
        {
            return new(scalar.Text);
        }

        log.Add(item.Place, "figures", $"figures has {NodeTree.Describe(item)}; allowed: {string.Join(", ", Kinds)}",
            Spelling.Nearest((item as ScalarNode)?.Text ?? "", Kinds));
        return null;
    }

    private FigureSpec? OfMap(Node item, string key, KeyReader keys)
    {
        if (keys.Mapping(item, key, Keys) is not { } map)
        {
            return null;
        }

        if (map["kind"] is not ScalarNode kind || !Kinds.Contains(kind.Text))
        {
            var found = map["kind"] is { } other ? $"has the kind {NodeTree.Describe(other)}" : "has no kind";
            log.Add((map["kind"] ?? item).Place, key, $"{key} {found}; allowed: {string.Join(", ", Kinds)}",
                Spelling.Nearest((map["kind"] as ScalarNode)?.Text ?? "", Kinds));
            return null;
        }

        string? Text(string name) => map[name] is ScalarNode { IsEmpty: false } scalar ? scalar.Text : null;
        return new(kind.Text)
        {
            Name = Text("name"),
            X = Text("x"),
            Y = Text("y"),
            Value = Text("value"),
            By = Text("by"),
            Title = Text("title"),
            Size = Text("size"),
            Where = Texts(map["where"], $"{key}.where"),
            Order = Texts(map["order"], $"{key}.order"),
            Rename = Texts(map["rename"], $"{key}.rename"),
            Tick = Number(map["tick"], $"{key}.tick") is { } tick ? (int)tick : null,
            Meaningful = Number(map["meaningful"], $"{key}.meaningful"),
        };
    }

    private IReadOnlyList<string> Texts(Node? node, string key)
    {
        switch (node)
        {
            case null:
                return [];
            case ScalarNode { IsEmpty: false } scalar:
                return [scalar.Text];
            case ListNode list when list.Items.All(i => i is ScalarNode):
                return [.. list.Items.Cast<ScalarNode>().Select(s => s.Text)];
            default:
                log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a text or a list of texts");
                return [];
        }
    }

    private double? Number(Node? node, string key)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ScalarNode scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 1e9)
        {
            return number;
        }

        log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a number from 0");
        return null;
    }
}
