using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A quantity of every seat, such as authority.</summary>
internal sealed record QuantityTerm(SeatQuantity Quantity) : ISeatTerm
{
    public MetricUnit? Unit { get; } = Quantity.IsCondition ? MetricUnit.One : MetricUnit.Of(Quantity.Unit);

    public bool IsCondition => Quantity.IsCondition;

    public void Fill(in TickView view, Span<double> values) => Quantity.Values(view, values);
}
