using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>One call of a verb that works stage by stage: where it works, and where its messages go.</summary>
internal abstract record StagedCall
{
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

    /// <summary>Progress of simulations, on standard error.</summary>
    /// <param name="runs">Runs of a simulation.</param>
    public StageProgress Progress(int runs) => new(new SweepProgress(Error, Verbosity, UsesColour), runs, LiveProgress.IsPossible(Error));

    /// <summary>Writes a message that is neither data nor an error nor a warning.</summary>
    public void Say(string message)
    {
        if (Verbosity != Verbosity.Quiet)
        {
            Error.WriteLine(message);
        }
    }
}
