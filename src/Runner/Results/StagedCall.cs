using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
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

    /// <summary>Its command line, and where its messages go.</summary>
    public required CallTerminal Terminal { get; init; }

    /// <summary>Whether one JSON document is asked for.</summary>
    public required bool IsJson { get; init; }

    /// <summary>The command line.</summary>
    public IReadOnlyList<string> Arguments => Terminal.Arguments;

    /// <summary>Standard output.</summary>
    public TextWriter Output => Terminal.Output;

    /// <summary>Standard error.</summary>
    public TextWriter Error => Terminal.Error;

    /// <summary>How much to say.</summary>
    public Verbosity Verbosity => Terminal.Verbosity;

    /// <summary>Whether progress on a terminal has colours.</summary>
    public bool UsesColour => Terminal.UsesColour;

    /// <summary>The share of the next stage to do; null: all stages.</summary>
    public RunShare? Share { get; init; }

    /// <summary>The exit code of a share that is not complete.</summary>
    public int IncompleteCode { get; init; } = ExitCode.Incomplete;

    /// <summary>Folders of shares whose parts are put together, instead of doing them; null: do them.</summary>
    public IReadOnlyList<string>? Shares { get; init; }

    /// <summary>Takes the parts of stages from the folders of shares; null where they are done here.</summary>
    /// <param name="id">What is calibrated or optimized.</param>
    /// <param name="stage">Number of the stage that is worked on.</param>
    public StageWork? Gathered(string id, Func<int> stage) =>
        Shares is { } folders ? (parts, _, _) => StageShare.Gather(folders, id, stage(), parts) : null;

    /// <summary>Says that shares of the next stage are missing.</summary>
    /// <param name="missing">Which parts are there.</param>
    /// <param name="kept">What is kept, in words.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int NotGathered(PartsMissingException missing, string kept)
    {
        Error.WriteLine(Invariant($"not complete: {missing.Done} of {missing.Parts} parts of the next stage are there; {kept} in {Folder}"));
        Error.WriteLine($"next: run the shares of the next stage, then {ShellText.Command("merge", Folder)}");
        return ExitCode.Incomplete;
    }

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
