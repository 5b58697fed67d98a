using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>
/// A number or a condition on the state of a run, as in <c>sum(power where founder) / sum(power)</c>. It reads and changes no bit of a
/// run. Aggregates (<c>sum mean min max count share gini effective</c>) go over occupied seats. It keeps its arrays: one a thread.
/// </summary>
public sealed class MetricExpression
{
    private readonly IOrganizationTerm _term;

    private MetricExpression(string text, IOrganizationTerm term) => (Text, _term) = (text, term);

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Unit of its values.</summary>
    public string Unit => IsCondition ? MetricUnit.Condition : (_term.Unit ?? MetricUnit.One).ToString();

    /// <summary>Whether it holds or does not hold; its values are 1 and 0.</summary>
    public bool IsCondition => _term.IsCondition;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="metrics">What can be named of the organization, beside the quantities of seats.</param>
    /// <exception cref="ExpressionException">It cannot be read, its units do not fit, or it has a value for every seat and not one for all.</exception>
    public static MetricExpression Parse(string text, IReadOnlyList<SeriesMetric> metrics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(metrics);
        return ExpressionParser.Parse(text, metrics) is IOrganizationTerm term
            ? new MetricExpression(text, term)
            : throw new ExpressionException($"\"{text}\" has a value for every seat; sum(…), mean(…), max(…), count(…), share(…) or gini(…) make one of them", 0, null);
    }

    /// <summary>The value after a tick; NaN where it does not exist, as a mean over nobody.</summary>
    public double Of(in TickView view) => _term.Of(view);
}
