using System.Globalization;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Calibration;

/// <summary>One call of <c>leadersim calibrate</c>: what it calibrates, and where its messages go.</summary>
internal sealed record CalibrationCall
{
    /// <summary>The calibration.</summary>
    public required CalibrationInput Input { get; init; }

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
    public CalibrationProgress Progress() => new(new SweepProgress(Error, Verbosity, UsesColour), Input.Spec.Runs, LiveProgress.IsPossible(Error));

    /// <summary>Writes a message that is neither data nor an error nor a warning.</summary>
    public void Say(string message)
    {
        if (Verbosity != Verbosity.Quiet)
        {
            Error.WriteLine(message);
        }
    }

    /// <summary>Writes how many simulations there would be, and how long they would take.</summary>
    /// <param name="datasets">Data sets of a self-test; null: a calibration.</param>
    public int Plan(int? datasets)
    {
        var spec = Input.Spec;
        var oneSimulation = TimeProbe.Estimate(CalibrationStudy.Of(spec, 1));
        var simulations = datasets is { } count ? SelfTest.SimulationsOf(spec, count) : spec.MostSimulations + spec.PredictiveDraws;
        var time = PlainProgress.Duration(oneSimulation * (simulations ?? spec.Method.SimulationsOf(0)!.Value) / Workers);
        Output.WriteLine(datasets is null ? Input.Size : SelfTest.SizeOf(spec, datasets.Value));
        Output.WriteLine(simulations is null ? $"about {time} on {Workers} workers for the first population" : string.Create(CultureInfo.InvariantCulture, $"about {time} on {Workers} workers"));
        Say($"nothing was run; results would go to {Folder}");
        return ExitCode.Complete;
    }
}
