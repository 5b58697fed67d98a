using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A value of the organization, the same at every seat.</summary>
internal sealed record Everywhere(IOrganizationTerm Term) : ISeatTerm
{
    public MetricUnit? Unit => Term.Unit;

    public bool IsCondition => Term.IsCondition;

    public void Fill(in TickView view, Span<double> values) => values.Fill(Term.Of(view));
}
