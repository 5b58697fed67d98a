namespace LeadershipSim.Experiments.Expressions;

/// <summary>Something that expressions can say.</summary>
/// <param name="Spelled">How it is spelled.</param>
/// <param name="Meaning">What it is, in a sentence without a final stop.</param>
public sealed record ExpressionItem(string Spelled, string Meaning);

/// <summary>What expressions can say, beside the names of quantities.</summary>
public static class ExpressionCatalog
{
    /// <summary>What makes one value of those of the occupied seats, or of those where a condition holds.</summary>
    public static IReadOnlyList<ExpressionItem> Aggregates { get; } =
    [
        new("sum(x)", "Sum; 0 over nobody"),
        new("mean(x)", "Mean; does not exist over nobody"),
        new("min(x)", "Smallest value; does not exist over nobody"),
        new("max(x)", "Largest value; does not exist over nobody"),
        new("count(c)", "Number of agents for whom a condition holds [agents]"),
        new("share(c)", "Share of agents for whom a condition holds; does not exist over nobody [share]"),
        new("gini(x)", "Gini coefficient Σ_k (2k − n − 1) x_(k) / (n Σ x); 0 where there is nothing to share [1]"),
        new("effective(x)", "Effective number of holders (Σ x)² / Σ x²; 0 where there is nothing to share [agents]"),
    ];

    /// <summary>Functions of numbers.</summary>
    public static IReadOnlyList<ExpressionItem> Functions { get; } =
    [
        new("abs(x)", "Absolute value, in the unit of x"),
        new("sqrt(x)", "Square root of a number without a unit"),
        new("log(x)", "Natural logarithm of a number without a unit"),
        new("exp(x)", "Exponential of a number without a unit"),
        new("min(x, y)", "The smaller of two values of one unit"),
        new("max(x, y)", "The larger of two values of one unit"),
    ];

    /// <summary>Operators, from the loosest to the tightest.</summary>
    public static IReadOnlyList<ExpressionItem> Operators { get; } =
    [
        new("c or d", "Either condition holds"),
        new("c and d", "Both conditions hold"),
        new("not c", "The condition does not hold"),
        new("x < y, x <= y, x > y, x >= y, x == y, x != y", "Comparison of two values of one unit; false where one does not exist, but for !="),
        new("x + y, x - y", "Sum and difference of two values of one unit"),
        new("x * y, x / y", "Product and quotient; units multiply and divide"),
        new("-x", "The opposite"),
        new("x ^ k", "Power; a value with a unit takes whole exponents"),
        new("… where c", "In an aggregate: only agents for whom the condition holds"),
    ];

    internal static IEnumerable<string> NamesOf(IEnumerable<ExpressionItem> items) =>
        items.Select(i => i.Spelled[..i.Spelled.IndexOf('(', StringComparison.Ordinal)]).Distinct();
}
