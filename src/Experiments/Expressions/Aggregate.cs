using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>One value of the occupied seats at which a condition holds. Keeps its arrays from tick to tick.</summary>
internal sealed record Aggregate(AggregateKind Kind, ISeatTerm Argument, ISeatTerm? Where, MetricUnit? Unit) : IOrganizationTerm
{
    private double[] _values = [];
    private double[] _where = [];

    public bool IsCondition => false;

    public double Of(in TickView view)
    {
        var values = Selected(view);
        return Kind switch
        {
            AggregateKind.Sum or AggregateKind.Count => Sum(values),
            AggregateKind.Mean or AggregateKind.Share => values.Length == 0 ? double.NaN : Sum(values) / values.Length,
            AggregateKind.Min => Extreme<Smaller>(values),
            AggregateKind.Max => Extreme<Larger>(values),
            AggregateKind.Gini => Gini(values),
            _ => HeldShares.EffectiveNumber(values),
        };
    }

    private Span<double> Selected(in TickView view)
    {
        var organization = view.Organization;
        var seats = organization.Seats;
        if (_values.Length < seats)
        {
            (_values, _where) = (new double[seats], new double[seats]);
        }

        var values = _values.AsSpan(0, seats);
        var where = _where.AsSpan(0, seats);
        Argument.Fill(view, values);
        if (Where is null)
        {
            where.Fill(1);
        }
        else
        {
            Where.Fill(view, where);
        }

        var count = 0;
        for (var seat = 0; seat < seats; seat++)
        {
            // Written always, counted only if selected: nothing to mispredict.
            values[count] = values[seat];
            count += organization.IsOccupied(seat) && where[seat] != 0 ? 1 : 0;
        }

        return values[..count];
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double Extreme<TOperator>(ReadOnlySpan<double> values)
        where TOperator : IOperator
    {
        var extreme = values.Length == 0 ? double.NaN : values[0];
        foreach (var value in values)
        {
            extreme = TOperator.Apply(extreme, value);
        }

        return extreme;
    }

    private static double Gini(Span<double> values)
    {
        values.Sort();
        return HeldShares.GiniOfSorted(values);
    }
}
