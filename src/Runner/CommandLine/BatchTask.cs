using System.Globalization;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>What a batch system or a container scheduler says of the job a process runs in, by the variables it sets.</summary>
/// <param name="Engine">The system.</param>
/// <param name="Job">The job.</param>
internal sealed record BatchTask(string Engine, string Job)
{
    /// <summary>Which member of an array of jobs it is, counted as the engine counts; null when it is in none.</summary>
    public int? Index { get; init; }

    /// <summary>What the engine calls its first member.</summary>
    public int First { get; init; } = 1;

    /// <summary>Members of the array; null when the engine does not say.</summary>
    public int? Count { get; init; }

    /// <summary>How often it was started again.</summary>
    public int Restarts { get; init; }

    /// <summary>CPUs it was given; null when the engine does not say.</summary>
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
            ?? (In("PBS", "PBS_JOBID") is { } pbs ? pbs with { Index = Number("PBS_ARRAY_INDEX") ?? Number("PBS_ARRAYID"), Cpus = Number("NCPUS") } : null)
            ?? (In("LSF", "LSB_JOBID") is { } lsf ? lsf with { Index = Number("LSB_JOBINDEX") is > 0 and var member ? member : null, Count = Number("LSB_JOBINDEX_END"), Cpus = Number("LSB_DJOB_NUMPROC"), Restarts = variable("LSB_RESTART") == "Y" ? 1 : 0 } : null)

            // Outside of an array Grid Engine says "undefined".
            ?? (variable("SGE_TASK_ID") is null ? null : In("Grid Engine", "JOB_ID") is { } sge ? sge with { Index = Number("SGE_TASK_ID"), First = Number("SGE_TASK_FIRST") ?? 1, Count = Number("SGE_TASK_LAST") - Number("SGE_TASK_FIRST") + 1, Cpus = Number("NSLOTS"), Restarts = Number("RESTARTED") ?? 0 } : null)
            ?? (In("AWS Batch", "AWS_BATCH_JOB_ID") is { } aws ? aws with { Index = Number("AWS_BATCH_JOB_ARRAY_INDEX"), First = 0, Count = Number("AWS_BATCH_JOB_ARRAY_SIZE"), Restarts = (Number("AWS_BATCH_JOB_ATTEMPT") ?? 1) - 1 } : null)

            // Kubernetes sets the index alone; leadersim's own template adds the number.
            ?? (Number("JOB_COMPLETION_INDEX") is { } completion ? new("Kubernetes", variable("HOSTNAME") ?? "") { Index = completion, First = 0, Count = Number("JOB_COMPLETIONS") } : null);
    }

    /// <summary>The share that a member of an array has to run: as many shares as members, or a number that is given.</summary>
    /// <param name="shares">Shares of the plan; null: the members of the array.</param>
    /// <param name="problem">Why there is none.</param>
    public RunShare? ShareOf(int? shares, out string? problem)
    {
        problem = Index is null ? $"job {Job} of {Engine} is no member of an array"
            : shares is null && Count is null ? $"{Engine} does not say how many members its array has; say it: --shard auto/N"
            : Place < 1 || Place > (shares ?? Count) ? string.Create(CultureInfo.InvariantCulture, $"array index {Index} of {Engine} is share {Place}, and there are {shares ?? Count}; an array that is not from {First} on without gaps needs --shard auto/N")
            : null;
        return problem is null ? new RunShare(Place, shares ?? Count!.Value) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Engine} job {Job}{(Index is { } index ? $", array index {index}" : "")}{(Restarts > 0 ? $", restart {Restarts}" : "")}");

    private int Place => Index!.Value - First + 1;

    private static BatchTask? Slurm(Func<string, string?> variable, Func<string, int?> number)
    {
        if (string.IsNullOrEmpty(variable("SLURM_JOB_ID")))
        {
            return null;
        }

        // An array that is a list, as when single members are submitted again, says nothing of the shares.
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
