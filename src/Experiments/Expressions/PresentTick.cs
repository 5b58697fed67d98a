using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>The present tick, 0 at founding.</summary>
internal sealed record PresentTick : IOrganizationTerm
{
    public MetricUnit? Unit { get; } = MetricUnit.Of("tick");

    public bool IsCondition => false;

    public double Of(in TickView view) => view.Tick;
}
