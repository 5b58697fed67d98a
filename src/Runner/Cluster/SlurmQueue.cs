using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>A task of the queue.</summary>
/// <param name="Job">The job, or the array it is a member of.</param>
/// <param name="Index">Its index; null when it is in no array.</param>
/// <param name="State">What Slurm says of it, as PENDING or RUNNING.</param>
/// <param name="Reason">Why it waits.</param>
/// <param name="Node">Where it runs.</param>
internal sealed record QueuedTask(string Job, int? Index, string State, string Reason, string Node)
{
    /// <summary>Whether it waits.</summary>
    public bool Waits => State is "PENDING" or "REQUEUED" or "REQUEUE_HOLD" or "REQUEUE_FED" or "CONFIGURING" or "SPECIAL_EXIT";

    /// <summary>Whether it runs.</summary>
    public bool Runs => State is "RUNNING" or "COMPLETING" or "STOPPED" or "SUSPENDED" or "SIGNALING" or "STAGE_OUT" or "RESIZING";
}

/// <summary>Slurm's commands: nothing else is known of a cluster, and accounting (sacct) is not needed.</summary>
internal static partial class SlurmQueue
{
    private const int UsualMaxArraySize = 1001;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The tasks of this user that Slurm remembers; null when the queue does not answer.</summary>
    public static IReadOnlyList<QueuedTask>? Tasks()
    {
        var (code, output, _) = Call("squeue", ["--noheader", "--array", "--states=all", $"--user={Environment.UserName}", "--format=%F|%K|%T|%r|%N"]);
        return code != 0 ? null : [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<QueuedTask>()];
    }

    /// <summary>One more than the largest index of an array; Slurm's default where it does not answer.</summary>
    public static int MaxArraySize()
    {
        var (code, output, _) = Call("scontrol", ["show", "config"]);
        var match = ArraySize().Match(output);
        return code == 0 && match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : UsualMaxArraySize;
    }

    /// <summary>Submits a script.</summary>
    /// <param name="options">Options of sbatch.</param>
    /// <param name="script">The script.</param>
    /// <returns>The number of the job.</returns>
    /// <exception cref="CommandException">It was refused; the message holds the words of sbatch.</exception>
    public static string Submit(IReadOnlyList<string> options, string script)
    {
        var (code, output, error) = Call("sbatch", ["--parsable", .. options, script]);
        var id = output.Trim().Split(';')[0];
        return code == 0 && JobNumber().IsMatch(id)
            ? id
            : throw new CommandException(ExitCode.Invalid, $"error: sbatch did not take {script}: {(error.Trim().Length > 0 ? error.Trim() : $"exit {code}, {output.Trim()}")}");
    }

    /// <summary>Cancels jobs; what has ended already is no error.</summary>
    /// <returns>What scancel says when it fails; null otherwise.</returns>
    public static string? Cancel(IReadOnlyList<string> jobs)
    {
        var (code, _, error) = Call("scancel", [.. jobs]);
        return code == 0 ? null : error.Trim();
    }

    /// <summary>Reads a line of squeue; null when it is not one.</summary>
    internal static QueuedTask? Parse(string line) => line.Trim().Split('|') is [var job, var index, var state, var reason, var node]
        ? new(job, int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, state, reason, node)
        : null;

    private static (int Code, string Output, string Error) Call(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return (-1, "", $"{program} did not answer within {PlainProgress.Duration(Patience)}");
            }

            return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return (-1, "", $"there is no {program} on this machine; give the command on a login node of the cluster");
        }
    }

    [GeneratedRegex(@"^MaxArraySize\s*=\s*(\d+)", RegexOptions.Multiline)]
    private static partial Regex ArraySize();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex JobNumber();
}
