using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Runner.Cluster;

/// <summary>Something that starts numbered tasks, for which there is a template of a script.</summary>
/// <param name="Name">As in --for and --print-template.</param>
/// <param name="Template">The resource that holds the template.</param>
/// <param name="Command">The command that takes the script; {0} is its path.</param>
/// <param name="Merges">Whether the script also merges.</param>
internal sealed record ShareEngine(string Name, string Template, string Command, bool Merges = false)
{
    /// <summary>Slurm, which has a verb of its own.</summary>
    public static ShareEngine Slurm { get; } = new("slurm", "shares.slurm.sh", "sbatch {0}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ShareEngine> All { get; } =
    [
        Slurm,
        new("pbs", "shares.pbs.sh", "qsub {0}"),
        new("sge", "shares.sge.sh", "qsub {0}"),
        new("lsf", "shares.lsf.sh", "bsub < {0}"),
        new("k8s", "shares.k8s.yaml", "kubectl apply -f {0}"),
        new("aws", "shares.aws.sh", "bash {0} QUEUE DEFINITION"),
        new("parallel", "shares.parallel.sh", "bash {0}", Merges: true),
        new("xargs", "shares.xargs.sh", "bash {0}", Merges: true),
    ];

    /// <summary>The one of a name.</summary>
    public static ShareEngine Of(string name) => All.First(e => e.Name == name);

    /// <summary>The command for a script, to be pasted.</summary>
    public string CommandFor(string script) => Command.Replace("{0}", ShellText.Quote(script), StringComparison.Ordinal);
}
