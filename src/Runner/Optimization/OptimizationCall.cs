using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.Calibration;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Optimization;

/// <summary>One call of <c>leadersim optimize</c>: what it optimizes, and where its messages go.</summary>
internal sealed record OptimizationCall
{
    /// <summary>The optimization.</summary>
    public required OptimizationInput Input { get; init; }

    /// <summary>Its results folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Worker threads.</summary>
    public required int Workers { get; init; }

    /// <summary>Values that replace those of its file.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>The command line.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Whether one JSON document is asked for.</summary>
    public required bool IsJson { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>How much to say.</summary>
    public required Verbosity Verbosity { get; init; }

    /// <summary>Whether progress on a terminal has colours.</summary>
    public required bool UsesColour { get; init; }

    /// <summary>Progress of runs, on standard error.</summary>
    public CalibrationProgress Progress() => new(new SweepProgress(Error, Verbosity, UsesColour), 1, LiveProgress.IsPossible(Error));

    /// <summary>Writes a message that is neither data nor an error nor a warning.</summary>
    public void Say(string message)
    {
        if (Verbosity != Verbosity.Quiet)
        {
            Error.WriteLine(message);
        }
    }

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
