using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Reads some numbers off every run. One instance a thread; it is used for one run after another.</summary>
internal interface IRunMeasurement
{
    /// <summary>How many numbers.</summary>
    int Count { get; }

    /// <summary>Observes the run; null when the outcome is enough.</summary>
    ITickObserver? Observer { get; }

    /// <summary>Fills in the numbers of the run that has just ended.</summary>
    void Read(FinishedRun run, Span<double> values);
}
