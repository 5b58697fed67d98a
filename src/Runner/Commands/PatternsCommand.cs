using System.CommandLine;
using System.Text;
using LeadershipSim.Analysis.Patterns;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Patterns;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim patterns [PATH]</c>: what was observed in the world against what the model gives.</summary>
internal static class PatternsCommand
{
    private const string UsualFolder = "experiments/patterns";

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("PATH")
        {
            Description = $"A file with a pattern, or a folder of such files (default: {UsualFolder})",
            DefaultValueFactory = _ => UsualFolder,
        };
        var (set, seed, json, workers) = (SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Json(), SharedOptions.Workers());
        var output = new Option<string?>("--output", "-o") { Description = "Write the table and all that stands behind it to this Markdown file", HelpName = "FILE" };
        var command = new Command("patterns", "Compare what was observed in the world with what the model gives; failures stay in the table")
        {
            path, output, workers, seed, set, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var from = parsed.GetRequiredValue(path);
            var files = PatternFile.Of(from, parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var patterns = new List<(PatternFile File, PatternResult Result)>();
            foreach (var file in files)
            {
                Messages.Of(parsed).WriteLine($"{file.Input.Spec.Name}: {file.Input.Size}");
                patterns.Add((file, file.Run(SharedOptions.WorkersOf(parsed.GetValue(workers), file.Input.Spec), cancellation)));
            }

            var table = PatternTables.Of([.. patterns.Select(p => (p.File.Input.Spec.Name, p.Result))]);
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json) ? AsJson(patterns) : TextTable.OnTerminal(table).TrimEnd());
            if (parsed.GetValue(output) is { } page)
            {
                var text = PatternPage.Of(ShellText.Command("patterns", from, "--output", page), patterns);
                OutputFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
                Messages.Of(parsed).WriteLine($"wrote {page}");
            }

            return Task.FromResult(ExitCode.Complete);
        });
        return command;
    }

    private static string AsJson(IReadOnlyList<(PatternFile File, PatternResult Result)> patterns) => JsonText.Of(patterns.Select(p => new
    {
        Pattern = p.File.Input.Spec.Name,
        p.Result.Spec.Role,
        p.Result.Spec.Claim,
        p.Result.Spec.Source,
        p.Result.Spec.Mapping,
        p.Result.Spec.Target.Value,
        p.Result.Spec.Target.Tolerance,
        p.Result.Spec.Target.AtLeast,
        p.Result.Spec.Target.AtMost,
        p.Result.Result,
        p.Result.Runs,
        p.Result.Verdict,
    }));
}
