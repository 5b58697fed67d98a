using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>An expression that threads may share: each has arrays of its own.</summary>
public sealed class SharedExpression : IDisposable
{
    private readonly MetricExpression _first;
    private readonly ThreadLocal<MetricExpression> _own;

    private readonly IReadOnlyList<SeriesMetric> _metrics;

    private SharedExpression(MetricExpression first, IReadOnlyList<SeriesMetric> metrics) => (_first, _metrics, _own) = (first, metrics, new(Copy));

    /// <summary>The expression as written.</summary>
    public string Text => _first.Text;

    /// <summary>Unit of its values.</summary>
    public string Unit => _first.Unit;

    /// <summary>Whether it holds or does not hold; its values are 1 and 0.</summary>
    public bool IsCondition => _first.IsCondition;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="metrics">What can be named of the organization, beside the quantities of seats.</param>
    /// <exception cref="ExpressionException">It cannot be read, its units do not fit, or it has a value for every seat and not one for all.</exception>
    public static SharedExpression Parse(string text, IReadOnlyList<SeriesMetric> metrics) => new(MetricExpression.Parse(text, metrics), metrics);

    /// <summary>The value after a tick; NaN where it does not exist, as a mean over nobody.</summary>
    public double Of(in TickView view) => _own.Value!.Of(view);

    /// <summary>The same expression with arrays of its own, for one thread.</summary>
    public MetricExpression Copy() => MetricExpression.Parse(_first.Text, _metrics);

    /// <inheritdoc/>
    public void Dispose() => _own.Dispose();
}
