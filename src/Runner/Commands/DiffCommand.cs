using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim diff A B</c>: how two experiments and their results differ.</summary>
internal static class DiffCommand
{
    // Means that differ in the seventh digit look equal; the runs that differ are counted beside them.
    private const int MeanDigits = 7;

    public static Command Create()
    {
        var first = ResultsPlace.Argument("first", "Results folder", "A");
        var second = ResultsPlace.Argument("second", "Results folder to compare with the first", "B");
        var json = SharedOptions.Json();
        var command = new Command("diff", "Show how two experiments differ: settings, runs and outputs") { first, second, json };
        command.SetAction(parsed =>
        {
            var found = ExperimentComparison.Of(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? JsonText.Of(found) + Environment.NewLine : AsText(found));
        });
        return command;
    }

    private static string AsText(ExperimentComparison found)
    {
        var settings = ResultTable.Of("settings", "Settings that differ", "", found.Settings,
        [
            new(TableColumn.Label("setting", "setting"), s => s.Path),
            new(TableColumn.Words("first", "first"), s => s.First),
            new(TableColumn.Words("second", "second"), s => s.Second),
        ]);
        var outputs = ResultTable.Of("outputs", "Outputs that differ", "", [.. found.Outputs.Where(o => o.RunsDiffering > 0 || o.FirstMean != o.SecondMean)],
        [
            new(TableColumn.Label("output", "output"), o => o.Output),
            new(TableColumn.Count("runsDiffering", "runs differing"), o => o.RunsDiffering),
            new(TableColumn.Measure("firstMean", "mean of first", digits: MeanDigits), o => o.FirstMean),
            new(TableColumn.Measure("secondMean", "mean of second", digits: MeanDigits), o => o.SecondMean),
        ]);
        return (settings.Count > 0 ? TextTable.OnTerminal(settings) + Environment.NewLine : "")
            + (outputs.Count > 0 ? TextTable.OnTerminal(outputs) + Environment.NewLine : "")
            + (found.OutputsOfOne.Count > 0 ? $"only one of the two reports {string.Join(", ", found.OutputsOfOne)}{Environment.NewLine}" : "")
            + Invariant($"{Counted.Of(found.Settings.Count, "setting differs", "settings differ")}; {Counted.Of(found.RunsInBoth, "run")} in both, ")
                + Invariant($"{found.RunsDiffering} of them different; {found.RunsOnlyInFirst} only in the first, {found.RunsOnlyInSecond} only in the second{Environment.NewLine}");
    }
}
