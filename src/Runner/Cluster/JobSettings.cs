namespace LeadershipSim.Runner.Cluster;

/// <summary>How the jobs of an experiment are to be submitted; kept, so that what is missing can be submitted the same way.</summary>
internal sealed record JobSettings
{
    /// <summary>Shares of the plan.</summary>
    public required int Shares { get; init; }

    /// <summary>CPUs of a task.</summary>
    public required int Cpus { get; init; }

    /// <summary>Tasks at once; null: as many as the cluster allows.</summary>
    public int? AtMost { get; init; }

    /// <summary>Limit of a task in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Limit of the merge in minutes; null, as earlier versions wrote it: that of a task.</summary>
    public int? MergeMinutes { get; init; }

    /// <summary>Memory of a task as Slurm writes it; null: what the partition gives.</summary>
    public string? Memory { get; init; }

    /// <summary>Options for sbatch, as they were given.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Lines before the program.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>File with the user's own template; null: the program's.</summary>
    public string? Template { get; init; }

    /// <summary>A folder of the node to work in, in the words of the node's shell; null: the results folder.</summary>
    public string? Scratch { get; init; }

    /// <summary>How often a task starts again by itself.</summary>
    public int Requeues { get; init; } = 20;

    /// <summary>One more than the largest index of an array.</summary>
    public int MaxArraySize { get; init; } = 1001;
}
