using System.CommandLine;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim plan FILE</c>: the design points of an experiment, its runs and about how long they take.</summary>
internal static class PlanCommand
{
    private const int PointsShown = 40;

    public static Command Create()
    {
        var (file, set, seed, json) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Json());
        var (workers, output, reuse) = (SharedOptions.Workers(), SharedOptions.ResultsRoot(), new ReuseOptions());
        var command = new Command("plan", "Show design points, number of runs and estimated time; keeps no result") { file, output, set, seed, workers, json };
        foreach (var option in reuse.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var inputs = ExperimentInput.ReadDesigns(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var documents = new List<object>();
            foreach (var input in inputs)
            {
                var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
                var time = TimeProbe.Estimate(input.Plan, threads);
                var folder = ResultsFolder.PathOf(parsed.GetRequiredValue(output), input);
                var known = KnownRuns.Of(folder, input.Plan, ReuseFolders.Of(folder, input.Plan, reuse.Read(parsed), Messages.Of(parsed).WriteLine));
                if (parsed.GetValue(json))
                {
                    documents.Add(Document(input, threads, time, known));
                }
                else
                {
                    parsed.InvocationConfiguration.Output.Write(AsText(input, threads, time, known));
                }

                if (SharedWorlds.Of(input.Spec) is { } caution)
                {
                    Messages.Of(parsed).WriteLine($"caution: {caution.Message}");
                }
            }

            if (documents.Count > 0)
            {
                parsed.InvocationConfiguration.Output.WriteLine(JsonText.Of(documents is [var only] ? only : new { Designs = documents }));
            }

            Messages.Of(parsed).WriteLine(NextCommand.Of("run", parsed.GetRequiredValue(file), parsed.GetValue(set), parsed.GetValue(seed)));
        });
        return command;
    }

    /// <summary>Points, replicates, runs and time in one line; then what is known of the runs.</summary>
    public static string Summary(ExperimentInput input, int workers, TimeSpan? time, KnownRuns known)
    {
        var (about, left) = (input.Spec.Replication is null ? "about" : "from about", PlainProgress.Duration(known.TimeLeft(time) ?? TimeSpan.Zero));
        string[] lines = [$"{input.Size}; {about} {left} with {Counted.Of(workers, "worker")}", .. known.Lines];
        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }

    private static string AsText(ExperimentInput input, int workers, TimeSpan? time, KnownRuns known)
    {
        var points = ResultTable.Of("points", "Design points", "", input.Plan.Points,
        [
            new(TableColumn.Label("point", "point"), p => p.Index),
            .. input.Spec.Factors.Select(
                (f, k) => new ColumnOf<DesignPoint>(
                    TableColumn.Words(f.Path, f.Path), p => p.Values[k].Value is { } value ? ParameterRow.ValueText(value) : FactorValue.Absent)),
            new(TableColumn.Words("id", "id"), p => p.Id),
        ]);
        return (input.Design.Length == 0 ? "" : $"design {input.Design}{Environment.NewLine}") + TextTable.OnTerminal(points, PointsShown)
            + (points.Count > PointsShown ? $"(--json lists all){Environment.NewLine}" : "")
            + Summary(input, workers, time, known);
    }

    private static object Document(ExperimentInput input, int workers, TimeSpan? time, KnownRuns known) => new
    {
        input.Spec.Name,
        Design = input.Design.Length == 0 ? null : input.Design,
        input.Plan.ExperimentId,
        Points = input.Plan.Points.Select(p => new { p.Index, p.Id, Values = p.Values.ToDictionary(v => v.Path, v => v.Value) }),
        input.Spec.Replicates,
        Runs = input.Plan.Count,
        RunsThere = known.There,
        RunsReused = known.Reused.Select(r => new { r.Source.Folder, r.Runs }),
        Workers = workers,
        EstimatedSeconds = known.TimeLeft(time)?.TotalSeconds,
    };
}
