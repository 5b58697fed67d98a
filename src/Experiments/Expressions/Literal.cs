using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A number as written.</summary>
internal sealed record Literal(double Value) : IOrganizationTerm
{
    public MetricUnit? Unit => null;

    public bool IsCondition => false;

    public double Of(in TickView view) => Value;
}
