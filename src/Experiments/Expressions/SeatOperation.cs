using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>An operation on two values of every seat.</summary>
internal sealed record SeatOperation<TOperator>(ISeatTerm Left, ISeatTerm Right, MetricUnit? Unit, bool IsCondition) : ISeatTerm
    where TOperator : IOperator
{
    private double[] _right = [];

    public void Fill(in TickView view, Span<double> values)
    {
        if (_right.Length < values.Length)
        {
            _right = new double[values.Length];
        }

        var right = _right.AsSpan(0, values.Length);
        Left.Fill(view, values);
        Right.Fill(view, right);
        for (var seat = 0; seat < values.Length; seat++)
        {
            values[seat] = TOperator.Apply(values[seat], right[seat]);
        }
    }
}
