using System.CommandLine;
using System.Globalization;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim diff A B</c>: in what two experiments, and their results, differ.</summary>
internal static class DiffCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var first = new Argument<string>("first") { Description = "Results folder", HelpName = "A" };
        var second = new Argument<string>("second") { Description = "Results folder to compare it with", HelpName = "B" };
        var json = SharedOptions.Json();
        var command = new Command("diff", "Show in what two experiments differ: settings, runs, and outputs") { first, second, json };
        command.SetAction(parsed =>
        {
            var found = ExperimentComparison.Of(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? JsonText.Of(found) + Environment.NewLine : AsText(found));
        });
        return command;
    }

    private static string AsText(ExperimentComparison found)
    {
        IReadOnlyList<string> settings = ["setting", "first", "second"];
        IReadOnlyList<string> outputs = ["output", "runs differing", "mean of first", "mean of second"];
        var changed = found.Settings.Select(s => (IReadOnlyList<string>)[s.Path, s.First ?? "–", s.Second ?? "–"]).ToList();
        var moved = found.Outputs.Where(o => o.RunsDiffering > 0 || o.FirstMean != o.SecondMean)
            .Select(o => (IReadOnlyList<string>)[o.Output, Text(o.RunsDiffering), Mean(o.FirstMean), Mean(o.SecondMean)]).ToList();
        return (changed.Count > 0 ? TextTable.Of([settings, .. changed]) + Environment.NewLine : "")
            + (moved.Count > 0 ? TextTable.Of([outputs, .. moved]) + Environment.NewLine : "")
            + (found.OutputsOfOne.Count > 0 ? $"only one of the two reports {string.Join(", ", found.OutputsOfOne)}{Environment.NewLine}" : "")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Settings.Count} settings differ; {found.RunsInBoth} runs in both, {found.RunsDiffering} of them different; {found.RunsOnlyInFirst} only in the first, {found.RunsOnlyInSecond} only in the second{Environment.NewLine}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Mean(double? mean) => mean?.ToString("0.######", CultureInfo.InvariantCulture) ?? "–";
}
