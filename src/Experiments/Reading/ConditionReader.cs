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

    /// <summary>The condition; null after logging why it is none.</summary>
    public ChangeTrigger? Read(ScalarNode node, string path)
    {
        var match = Duration().Match(node.Text);
        var text = Blanks().Replace(match.Groups["condition"].Value, " ").Trim();
        var ticks = 1L;
        if (match.Groups["ticks"] is { Success: true } digits
            && (!long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out ticks) || ticks is < 1 or > MostTicks))
        {
            log.Add(node.Place, path, string.Create(CultureInfo.InvariantCulture, $"{path} is to hold for {digits.Value} ticks; allowed is a whole number from 1 to {MostTicks}"));
            return null;
        }

        try
        {
            var expression = SharedExpression.Parse(text, model.Metrics);
            if (!expression.IsCondition)
            {
                log.Add(node.Place, path, $"{path} is \"{text}\", which is a number; allowed is a condition, as in \"{text} < 0.5\"");
                return null;
            }

            return new(new StateCondition(text, (in view) => expression.Of(view) != 0), (int)ticks);
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
