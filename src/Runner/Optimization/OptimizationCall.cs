using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Optimization;

/// <summary>One call of <c>leadersim optimize</c>: what it optimizes, and where its messages go.</summary>
internal sealed record OptimizationCall : StagedCall
{
    /// <summary>The optimization.</summary>
    public required OptimizationInput Input { get; init; }

    /// <summary>Writes how many runs there would be, and how long they would take.</summary>
    public int Plan()
    {
        var time = PlainProgress.Duration(TimeProbe.Estimate(Input.Spec) * Input.Spec.Budget / Workers);
        Output.WriteLine(Input.Size);
        Output.WriteLine($"up to {time} on {Counted.Of(Workers, "worker")}");
        Say($"nothing was run; results would go to {Folder}");
        return ExitCode.Complete;
    }
}
