using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Reads the metrics that an experiment defines:
/// <c>{founderVoice: "sum(power where founder) / sum(power)", trouble: "first tick when vitality &lt; 0.6 for 4 ticks"}</c>.
/// </summary>
internal sealed partial class MetricsReader(ProblemLog log)
{
    /// <summary>Its key in experiment files.</summary>
    public const string Key = "metrics";

    // Columns that every table has.
    private static readonly string[] Reserved =
        ["runId", "runIndex", "pointIndex", "replicate", "tick", "environment", "endCause", "coreExitTicks", "stateDigest", "policy", "network", "changes"];

    /// <summary>The catalog with the metrics of a file; a metric may name those before it.</summary>
    public ModelCatalog Read(Node? node, ModelCatalog model)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return model;
        }

        if (node is not MapNode map)
        {
            log.Add(node.Place, Key, $"{Key} is {NodeTree.Describe(node)}; allowed is a mapping of names and expressions, as in {{quiet: \"count(authority < 0.001)\"}}");
            return model;
        }

        foreach (var entry in map.Entries)
        {
            if (ReadOne(entry, model) is { } metric)
            {
                model = model.With(metric);
            }
        }

        return model;
    }

    private OwnMetric? ReadOne(MapEntry entry, ModelCatalog model)
    {
        var path = $"{Key}.{entry.Key}";
        if (WrongName(entry.Key, model) is { } wrong)
        {
            log.Add(entry.Place, path, wrong);
            return null;
        }

        if (entry.Value is not ScalarNode { IsEmpty: false, Text: var text })
        {
            log.Add(entry.Value.Place, path, $"{path} is {NodeTree.Describe(entry.Value)}; allowed is an expression, as in \"sum(power where founder) / sum(power)\"");
            return null;
        }

        try
        {
            return Parse(entry, path, text, model);
        }
        catch (ExpressionException error)
        {
            log.Add(entry.Value.Place, path, $"{path}: {error.Message}", error.Suggestion);
            return null;
        }
    }

    private OwnMetric? Parse(MapEntry entry, string path, string text, ModelCatalog model)
    {
        var match = Prefix().Match(text);
        var fold = match.Success ? FoldOf(Blanks().Replace(match.Groups["fold"].Value, " ")) : MetricFold.AtEnd;
        var (condition, ticks) = fold == MetricFold.FirstTick ? ConditionReader.Split(text) : (text, 1);
        if (ticks is null)
        {
            log.Add(entry.Value.Place, path, $"{path}: {ConditionReader.WrongTicks}");
            return null;
        }

        // Blanks in place of the fold keep the places in messages.
        var expression = SharedExpression.Parse(new string(' ', match.Length) + condition[match.Length..], model.Metrics);
        if (fold is MetricFold.Ticks or MetricFold.FirstTick && !expression.IsCondition)
        {
            log.Add(entry.Value.Place, path, $"{path}: \"{match.Value.Trim()}\" needs a condition, as in vitality < 0.5, and finds a number");
            return null;
        }

        return new(entry.Key, Blanks().Replace(text, " ").Trim(), fold, expression, ticks.Value);
    }

    private static MetricFold FoldOf(string spelled) => MetricFolds.All.First(f => f.Value.Spelled.StartsWith(spelled + " ", StringComparison.Ordinal)).Key;

    private static string? WrongName(string name, ModelCatalog model)
    {
        if (!Name().IsMatch(name))
        {
            return $"{Key} has \"{name}\"; allowed are names of up to 64 letters and digits that start with a letter";
        }

        var taken = model.Outputs.Select(o => o.Name).Concat(model.Metrics.Select(m => m.Name)).Concat(SeatQuantityCatalog.All.Select(q => q.Name))
            .Concat(ExpressionWords.Reserved).Concat(Reserved).Concat(TwinOutputs.All.Select(o => o.Name));
        return taken.Contains(name)
            ? $"{Key} has \"{name}\", which is the name of something else; give it another, such as own{char.ToUpperInvariant(name[0])}{name[1..]}"
            : null;
    }

    [GeneratedRegex(@"^\s*(?<fold>(mean|min|max|sum)\s+over\s+time\s+of|(first\s+tick|ticks)\s+when)\s")]
    private static partial Regex Prefix();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9]{0,63}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
