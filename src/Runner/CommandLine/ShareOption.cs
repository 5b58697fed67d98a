using System.CommandLine;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The option --shard: 3/10, or auto for the member of an array of jobs that the process is.</summary>
internal static class ShareOption
{
    private const string Auto = "auto";

    /// <summary>The option.</summary>
    /// <param name="whole">What is divided, in words.</param>
    public static Option<RunShare?> Create(string whole = "plan") => new("--shard")
    {
        Description = $"Run the I-th of N equal shares of the {whole} into a folder of its own; leadersim merge joins the shares. auto: the share is the array index of the job (Slurm, PBS, Grid Engine, LSF, Kubernetes, AWS Batch)",
        HelpName = "I/N|auto",
        CustomParser = result =>
        {
            var share = Read(result.Tokens[0].Value, BatchTask.Current, out var problem);
            if (share is null)
            {
                result.AddError($"--shard is {result.Tokens[0].Value}; {problem}");
            }

            return share;
        },
    };

    /// <summary>Reads a share; null when the text is not a share.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="task">The job the process runs in.</param>
    /// <param name="problem">Why the text is not a share.</param>
    internal static RunShare? Read(string text, BatchTask? task, out string? problem)
    {
        problem = null;
        if (text.Split('/') is [Auto, .. var rest] && rest.Length <= 1)
        {
            var of = rest is [var number] ? RunShare.Parse($"1/{number}")?.Of : null;
            problem = rest.Length > of.GetValueOrDefault(0) ? "allowed is auto, or auto/200 for 200 shares"
                : task is null ? "and the environment shows no job of Slurm, PBS, Grid Engine, LSF, Kubernetes or AWS Batch; outside of a job write the share, as in 3/10"
                : null;
            return problem is null ? task!.ShareOf(of, out problem) : null;
        }

        var share = RunShare.Parse(text);
        problem = share is not null ? null
            : RunShare.CountedFromZero(text) is { } shares ? Invariant($"shares count from 1. In an array from 0 use --shard $((SLURM_ARRAY_TASK_ID+1))/{shares}, or --shard auto")
            : "allowed is 1/10 … 10/10 for ten shares, or auto in a job of an array";
        return share;
    }
}
