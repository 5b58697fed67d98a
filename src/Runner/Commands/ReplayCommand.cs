using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim replay DIR RUNID</c>: runs one run again, and compares every value bit for bit.</summary>
internal static class ReplayCommand
{
    private const string StandardOutput = "-";

    public static Command Create()
    {
        var (folder, json) = (SharedOptions.ResultsFolder(), SharedOptions.Json());
        var run = new Argument<string>("run") { Description = "Run id, or a prefix of it that is unique", HelpName = "RUNID" };
        var trace = new Option<string?>("--trace") { Description = "Also write a table of ticks as CSV; - is standard output", HelpName = "FILE" };
        var command = new Command("replay", "Run one run again and compare it with its stored row, bit for bit") { folder, run, trace, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(run) is { } id && string.IsNullOrWhiteSpace(id))
            {
                result.AddError("the run id is empty; the column runId of runs.csv lists them");
            }

            if (result.GetValue(trace) == StandardOutput && result.GetValue(json))
            {
                result.AddError("--trace - and --json both write to standard output; give the trace a file");
            }
        });
        command.SetAction(parsed =>
        {
            var results = ResultsFolder.Open(parsed.GetRequiredValue(folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
            var configuration = parsed.InvocationConfiguration;
            var row = Replay.Find(results.Table, parsed.GetRequiredValue(run));
            var result = Traced(parsed.GetValue(trace), parsed, observer => Replay.Run(results.Plan, results.Table, row, observer));
            if (parsed.GetValue(json))
            {
                configuration.Output.WriteLine(JsonText.Of(result));
            }
            else
            {
                var writer = parsed.GetValue(trace) == StandardOutput ? configuration.Error : configuration.Output;
                writer.WriteLine(Verdict(result));
            }

            return result.Agrees ? ExitCode.Complete : ExitCode.Mismatch;
        });
        return command;
    }

    private static ReplayResult Traced(string? file, ParseResult parsed, Func<TickTrace?, ReplayResult> replay)
    {
        if (file is null)
        {
            return replay(null);
        }

        if (file == StandardOutput)
        {
            return replay(new TickTrace(parsed.InvocationConfiguration.Output, LeaderSimCommand.ExtensionOf(parsed).Model.Metrics));
        }

        using var writer = OpenTrace(file);
        var result = replay(new TickTrace(writer, LeaderSimCommand.ExtensionOf(parsed).Model.Metrics));
        Messages.Of(parsed).WriteLine($"wrote {file}");
        return result;
    }

    private static StreamWriter OpenTrace(string file)
    {
        try
        {
            return new StreamWriter(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.ResultsUnusable, $"error: the trace {file} cannot be written: {WriteFailure.OfFile(file, error)}. Choose another place");
        }
    }

    private static string Verdict(ReplayResult result) => result.Agrees
        ? $"{result.RunId} agrees: every output and the digest of the final state have the same bits"
        : $"{result.RunId} does not agree:" + string.Concat(
            result.Differences.Select(d => $"{Environment.NewLine}  {d.Column}: stored {d.Stored}, replayed {d.Replayed}"));
}
