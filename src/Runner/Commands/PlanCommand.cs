using System.CommandLine;
using System.Globalization;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim plan FILE</c>: the design points of an experiment, its runs and about how long they take.</summary>
internal static class PlanCommand
{
    private const int PointsShown = 40;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var (file, set, seed, json) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Json());
        var workers = SharedOptions.Workers();
        var command = new Command("plan", "Show design points, number of runs and estimated time, without keeping any result") { file, set, seed, workers, json };
        command.SetAction(parsed =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var input = ExperimentInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
            var time = TimeProbe.Estimate(input.Plan, threads);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? AsJson(input, threads, time) : AsText(input, threads, time));
            Messages.Of(parsed).WriteLine(NextCommand.Of("run", parsed.GetRequiredValue(file), parsed.GetValue(set), parsed.GetValue(seed)));
        });
        return command;
    }

    /// <summary>Points, replicates, runs and time in one line.</summary>
    public static string Summary(ExperimentInput input, int workers, TimeSpan? time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{input.Size}; {(input.Spec.Replication is null ? "about" : "from about")} {PlainProgress.Duration(time ?? TimeSpan.Zero)} with {workers} workers");

    private static string AsText(ExperimentInput input, int workers, TimeSpan? time)
    {
        IReadOnlyList<string> header = ["point", .. input.Spec.Factors.Select(f => f.Path), "id"];
        var rows = input.Plan.Points.Take(PointsShown).Select(Row);
        var rest = input.Plan.Points.Count - PointsShown;
        return TextTable.Of([header, .. rows])
            + (rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"... and {rest} more (--json lists all){Environment.NewLine}") : "")
            + Summary(input, workers, time) + Environment.NewLine;
    }

    private static IReadOnlyList<string> Row(DesignPoint point) =>
        [ParameterRow.ValueText(point.Index), .. point.Values.Select(v => ParameterRow.ValueText(v.Value)), point.Id];

    private static string AsJson(ExperimentInput input, int workers, TimeSpan? time) => JsonText.Of(new
    {
        input.Spec.Name,
        input.Plan.ExperimentId,
        Points = input.Plan.Points.Select(p => new { p.Index, p.Id, Values = p.Values.ToDictionary(v => v.Path, v => v.Value) }),
        input.Spec.Replicates,
        Runs = input.Plan.Count,
        Workers = workers,
        EstimatedSeconds = time?.TotalSeconds,
    }) + Environment.NewLine;
}
