using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Reads numbers off the outcome alone.</summary>
/// <param name="reads">One a number.</param>
internal sealed class OutcomeMeasurement(params IReadOnlyList<Func<ProgramOutcome, double>> reads) : IRunMeasurement
{
    /// <inheritdoc/>
    public int Count => reads.Count;

    /// <inheritdoc/>
    public ITickObserver? Observer => null;

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values)
    {
        for (var k = 0; k < reads.Count; k++)
        {
            values[k] = reads[k](run.Outcome);
        }
    }
}
