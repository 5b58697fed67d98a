using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>A part of an expression. Conditions are 1 where they hold and 0 where they do not.</summary>
internal interface ITerm
{
    /// <summary>Unit; null for numbers that are written out, which fit every unit.</summary>
    MetricUnit? Unit { get; }

    /// <summary>Whether it holds or does not hold, rather than being a number.</summary>
    bool IsCondition { get; }
}

/// <summary>A part with one value for the whole organization.</summary>
internal interface IOrganizationTerm : ITerm
{
    /// <summary>The value after a tick.</summary>
    double Of(in TickView view);
}

/// <summary>A part with one value a seat.</summary>
internal interface ISeatTerm : ITerm
{
    /// <summary>Writes the values after a tick, one a seat.</summary>
    void Fill(in TickView view, Span<double> values);
}
