using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads conditions on the state of a run, with the ticks for which they have to hold: <c>vitality &lt; 0.6 for 4 ticks</c>.</summary>
internal sealed partial class ConditionReader(ProblemLog log, ModelCatalog model)
{
    private const int MostTicks = 1_000_000;

    /// <summary>What is wrong with ticks that are no number.</summary>
    public static string WrongTicks { get; } = Invariant($"for … ticks is allowed with a whole number from 1 to {MostTicks}");

    /// <summary>A condition and for how many ticks it has to hold; null ticks: what stands there is no number of ticks.</summary>
    public static (string Condition, int? ForTicks) Split(string text)
    {
        var match = Duration().Match(text);
        if (match.Groups["ticks"] is not { Success: true } digits)
        {
            return (text, 1);
        }

        var isCount = int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks is >= 1 and <= MostTicks;
        return (match.Groups["condition"].Value, isCount ? ticks : null);
    }

    /// <summary>The condition; null after logging the problem.</summary>
    public ChangeTrigger? Read(Node node, string path)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            log.Add(node.Place, path, $"{path} is {NodeTree.Describe(node)}; allowed is a condition, as in \"vitality < 0.6 for 4 ticks\"");
            return null;
        }

        var (condition, ticks) = Split(scalar.Text);
        if (ticks is null)
        {
            log.Add(node.Place, path, $"{path} is \"{scalar.Text}\"; {WrongTicks}");
            return null;
        }

        try
        {
            var text = Blanks().Replace(condition, " ").Trim();
            var expression = SharedExpression.Parse(text, model.Metrics);
            if (!expression.IsCondition)
            {
                log.Add(node.Place, path, $"{path} is \"{text}\", which is a number; allowed is a condition, as in \"{text} < 0.5\"");
                return null;
            }

            return new(new StateCondition(model.Expand(text), (in view) => expression.Of(view) != 0), ticks.Value);
        }
        catch (ExpressionException error)
        {
            log.Add(node.Place, path, $"{path}: {error.Message}", error.Suggestion);
            return null;
        }
    }

    [GeneratedRegex(@"^(?<condition>.*?)(\s+for\s+(?<ticks>\S+)\s+ticks?\s*)?$", RegexOptions.Singleline)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
