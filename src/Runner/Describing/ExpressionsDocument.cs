using System.Text;
using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Runner.Describing;

/// <summary>What metrics and conditions of experiment files can say, as Markdown.</summary>
internal static class ExpressionsDocument
{
    private const string Opening = """
        # Metrics, conditions and what they can name
        <!-- Written by .ci/generate (leadersim expressions). -->
        An experiment file can define metrics, and conditions on which a running program changes or stops:
        ```yaml
        metrics:
          founderVoice: "sum(power where founder) / sum(power)"      # a value every tick: in series, and at the end of runs
          meanVoice: "mean over time of founderVoice"                # one value a run
          silent: "first tick when founderVoice < 0.5 for 3 ticks"
        changes:
          - {when: "vitality < 0.6 for 4 ticks", set: {policy: distributed}}
        stop: {when: "founderVoice == 0 for 8 ticks", cause: silence}
        ```
        Metrics change no bit of a run. They are columns of the tables of runs and series, and can stand wherever an output can: in `until:`, figures,
        sensitivity analyses and calibrations. A metric can name those above it. Runs keep their ids when metrics change; the experiment's id changes, and so
        its folder, so that one name with two definitions never shares a table; `columns.json` records definitions and units. Numbers that are written out
        take the unit they meet; what does not fit is an error that says where.

        """;

    /// <summary>The document.</summary>
    public static string Text(ModelCatalog model)
    {
        var text = new StringBuilder(Opening);
        Section(text, "Over the ticks of a run", "metric", MetricFolds.All.Values);
        text.Append("Ticks 1 to the last count; the founding, tick 0, does not, and neither do ticks in which a value does not exist.\n");
        Section(text, "Quantities of agents", "name", SeatQuantityCatalog.All.Select(q => new ExpressionItem(q.Name, $"{q.Meaning} [{q.Unit}]")));
        Section(text, "Quantities of the organization", "name",
            model.Metrics.Select(m => new ExpressionItem(m.Name, $"{m.Meaning} [{m.Unit}]")).Append(new("tick", "The present tick, 0 at the founding [tick]")));
        Section(text, "Over agents", "aggregate", ExpressionCatalog.Aggregates);
        Section(text, "Functions", "function", ExpressionCatalog.Functions);
        Section(text, "Operators, the loosest first", "operator", ExpressionCatalog.Operators);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, string heading, IEnumerable<ExpressionItem> items)
    {
        text.Append("\n## ").Append(title).Append("\n| ").Append(heading).Append(" | meaning |\n| --- | --- |\n");
        foreach (var item in items)
        {
            text.Append("| `").Append(item.Spelled).Append("` | ").Append(item.Meaning.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
    }
}
