using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A function of a value of every seat.</summary>
internal sealed record SeatFunction(Func<double, double> Function, ISeatTerm Argument, MetricUnit? Unit, bool IsCondition) : ISeatTerm
{
    public void Fill(in TickView view, Span<double> values)
    {
        Argument.Fill(view, values);
        for (var seat = 0; seat < values.Length; seat++)
        {
            values[seat] = Function(values[seat]);
        }
    }
}
