using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Calibration;

/// <summary>One call of <c>leadersim calibrate</c>: what it calibrates, and where its messages go.</summary>
internal sealed record CalibrationCall : StagedCall
{
    /// <summary>The calibration.</summary>
    public required CalibrationInput Input { get; init; }

    /// <summary>Writes how many simulations there would be, and how long they would take.</summary>
    /// <param name="datasets">Data sets of a self-test; null: a calibration.</param>
    public int Plan(int? datasets)
    {
        var spec = Input.Spec;
        var oneSimulation = TimeProbe.Estimate(CalibrationStudy.Of(spec, 1));
        var simulations = datasets is { } count ? SelfTest.SimulationsOf(spec, count) : spec.MostSimulations + spec.PredictiveDraws;
        var time = PlainProgress.Duration(oneSimulation * (simulations ?? spec.Method.SimulationsOf(0)!.Value) / Workers);
        Output.WriteLine(datasets is null ? Input.Size : SelfTest.SizeOf(spec, datasets.Value));
        Output.WriteLine($"about {time} on {Counted.Of(Workers, "worker")}{(simulations is null ? " for the first population" : "")}");
        Say($"nothing was run; results would go to {Folder}");
        return ExitCode.Complete;
    }
}
