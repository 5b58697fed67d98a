using System.Globalization;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The job that a process runs in, as a batch system or a container scheduler describes it by variables.</summary>
/// <param name="Engine">The system.</param>
/// <param name="Job">The job.</param>
internal sealed record BatchTask(string Engine, string Job)
{
    /// <summary>Which member of an array of jobs it is, counted as the engine counts; null when it is in none.</summary>
    public int? Index { get; init; }

    /// <summary>The index of its first member.</summary>
    public int First { get; init; } = 1;

    /// <summary>Members of the array; null when the engine does not say.</summary>
    public int? Count { get; init; }

    /// <summary>Number of restarts.</summary>
    public int Restarts { get; init; }

    /// <summary>CPUs of the job; null when the engine does not say.</summary>
    public int? Cpus { get; init; }

    /// <summary>The job this process runs in; null when in none.</summary>
    public static BatchTask? Current { get; } = Of(Environment.GetEnvironmentVariable);

    /// <summary>The job that variables describe; null when they describe none.</summary>
    /// <param name="variable">Looks up a variable of the environment.</param>
    public static BatchTask? Of(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        int? Number(string name) => int.TryParse(variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        BatchTask? In(string engine, string name) => string.IsNullOrEmpty(variable(name)) ? null : new(engine, variable(name)!);
        return Slurm(variable, Number)
            ?? In("PBS", "PBS_JOBID") switch
            {
                { } pbs => pbs with { Index = Number("PBS_ARRAY_INDEX") ?? Number("PBS_ARRAYID"), Cpus = Number("NCPUS") },
                _ => null,
            }
            ?? In("LSF", "LSB_JOBID") switch { { } lsf => MemberOfLsf(lsf, variable, Number), _ => null }
            ?? In("Grid Engine", "JOB_ID") switch { { } sge when variable("SGE_TASK_ID") is not null => MemberOfGridEngine(sge, Number), _ => null }
            ?? In("AWS Batch", "AWS_BATCH_JOB_ID") switch { { } aws => MemberOfAwsBatch(aws, Number), _ => null }

            // Kubernetes sets the index alone; leadersim's own template adds the number.
            ?? (Number("JOB_COMPLETION_INDEX") is { } completion
                ? new("Kubernetes", variable("HOSTNAME") ?? "") { Index = completion, First = 0, Count = Number("JOB_COMPLETIONS") }
                : null);
    }

    /// <summary>The share that a member of an array has to run: as many shares as members, or a number that is given.</summary>
    /// <param name="shares">Shares of the plan; null: the members of the array.</param>
    /// <param name="problem">Why there is no share.</param>
    public RunShare? ShareOf(int? shares, out string? problem)
    {
        problem = Index is null ? $"job {Job} of {Engine} is not a member of an array"
            : shares is null && Count is null ? $"{Engine} does not say how many members its array has; give their number: --shard auto/N"
            : Place < 1 || Place > (shares ?? Count) ? Invariant($"array index {Index} of {Engine} is share {Place}, and there are {shares ?? Count}; an array with gaps, or one that does not begin at {First}, needs --shard auto/N")
            : null;
        return problem is null ? new RunShare(Place, shares ?? Count!.Value) : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Invariant($"{Engine} job {Job}{(Index is { } index ? $", array index {index}" : "")}{(Restarts > 0 ? $", restart {Restarts}" : "")}");

    private int Place => Index!.Value - First + 1;

    // Outside of an array the index is 0.
    private static BatchTask MemberOfLsf(BatchTask job, Func<string, string?> variable, Func<string, int?> number) => job with
    {
        Index = number("LSB_JOBINDEX") is > 0 and var index ? index : null,
        Count = number("LSB_JOBINDEX_END"),
        Cpus = number("LSB_DJOB_NUMPROC"),
        Restarts = variable("LSB_RESTART") == "Y" ? 1 : 0,
    };

    // Outside of an array the index is "undefined".
    private static BatchTask MemberOfGridEngine(BatchTask job, Func<string, int?> number) => job with
    {
        Index = number("SGE_TASK_ID"),
        First = number("SGE_TASK_FIRST") ?? 1,
        Count = number("SGE_TASK_LAST") - number("SGE_TASK_FIRST") + 1,
        Cpus = number("NSLOTS"),
        Restarts = number("RESTARTED") ?? 0,
    };

    private static BatchTask MemberOfAwsBatch(BatchTask job, Func<string, int?> number) => job with
    {
        Index = number("AWS_BATCH_JOB_ARRAY_INDEX"),
        First = 0,
        Count = number("AWS_BATCH_JOB_ARRAY_SIZE"),
        Restarts = (number("AWS_BATCH_JOB_ATTEMPT") ?? 1) - 1,
    };

    private static BatchTask? Slurm(Func<string, string?> variable, Func<string, int?> number)
    {
        if (string.IsNullOrEmpty(variable("SLURM_JOB_ID")))
        {
            return null;
        }

        // An array that is a list, as when single members are submitted again, says nothing about the shares.
        var (least, most, count) = (number("SLURM_ARRAY_TASK_MIN"), number("SLURM_ARRAY_TASK_MAX"), number("SLURM_ARRAY_TASK_COUNT"));
        var isRange = most - least + 1 == count;
        return new("Slurm", variable("SLURM_ARRAY_JOB_ID") ?? variable("SLURM_JOB_ID")!)
        {
            Index = number("SLURM_ARRAY_TASK_ID"),
            First = isRange ? least ?? 1 : 1,
            Count = isRange ? count : null,
            Restarts = number("SLURM_RESTART_COUNT") ?? 0,
            Cpus = number("SLURM_CPUS_PER_TASK") ?? number("SLURM_CPUS_ON_NODE"),
        };
    }
}
