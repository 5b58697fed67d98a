using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>1 for a run that differs in any bit of any output or of its final state from the same run without an observer, else 0.</summary>
internal sealed class UnobservedTwin : IRunMeasurement, ITickObserver
{
    private readonly TickEngine _engine = new();
    private double _seen;

    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        // Whatever can be looked at, with derived quantities and searches.
        var organization = view.Organization;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            _seen += organization.Authority[seat] + organization.Power[seat] + organization.Experience[seat] + organization.Strain[seat]
                + organization.Sharing[seat] + view.Responsibility(seat) + organization.MostTrustedExperienced(seat);
        }

        _seen += view.Vitality + view.NeedLevel + view.CodeKnowledge + view.MeanKnowledge + view.CodeScore + organization.VacantAuthority
            + organization.MostExperienced() + view.DecisionsResolved + view.DecisionsSucceeded + view.DecisionsFailed;
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values)
    {
        var twin = _engine.Run(run.Scenario, run.Seed);
        var same = !double.IsNaN(_seen) && twin.StateDigest == run.Outcome.StateDigest && twin.CoreExitTicks.SequenceEqual(run.Outcome.CoreExitTicks)
            && OutputCatalog.All.All(o => BitConverter.DoubleToInt64Bits(o.Value(twin)) == BitConverter.DoubleToInt64Bits(o.Value(run.Outcome)));
        values[0] = same ? 0 : 1;
    }
}
