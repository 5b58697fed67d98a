using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A function of a value of the organization.</summary>
internal sealed record OrganizationFunction(Func<double, double> Function, IOrganizationTerm Argument, MetricUnit? Unit, bool IsCondition) : IOrganizationTerm
{
    public double Of(in TickView view) => Function(Argument.Of(view));
}
