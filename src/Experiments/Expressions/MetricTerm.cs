using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A metric of the organization, such as vitality.</summary>
internal sealed record MetricTerm(SeriesMetric Metric) : IOrganizationTerm
{
    public MetricUnit? Unit { get; } = MetricUnit.Of(Metric.Unit);

    // As conditions that a file defines.
    public bool IsCondition => Metric.Unit == MetricUnit.Condition;

    public double Of(in TickView view) => Metric.Value(view);
}
