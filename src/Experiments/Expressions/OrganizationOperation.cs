using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>An operation on two values of the organization.</summary>
internal sealed record OrganizationOperation<TOperator>(IOrganizationTerm Left, IOrganizationTerm Right, MetricUnit? Unit, bool IsCondition) : IOrganizationTerm
    where TOperator : IOperator
{
    public double Of(in TickView view) => TOperator.Apply(Left.Of(view), Right.Of(view));
}
