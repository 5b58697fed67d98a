using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Factors;

/// <summary>
/// A condition on parameters, as in <c>demand.decisionsPerSeat &lt;= 0.5 * channels.remote + 0.1</c>: design points that break it are not run.
/// </summary>
public sealed class ParameterConstraint
{
    private readonly IReadOnlyList<Term> _left;
    private readonly IReadOnlyList<Term> _right;
    private readonly string _relation;

    internal ParameterConstraint(string text, IReadOnlyList<Term> left, string relation, IReadOnlyList<Term> right) =>
        (Text, _left, _relation, _right) = (text, left, relation, right);

    /// <summary>The relations it can have.</summary>
    public static IReadOnlyList<string> Relations { get; } = ["<=", ">=", "!=", "==", "<", ">"];

    /// <summary>The condition as written.</summary>
    public string Text { get; }

    /// <summary>The parameters it names.</summary>
    public IEnumerable<string> Paths => _left.Concat(_right).Select(t => t.Path).OfType<string>().Distinct();

    /// <summary>Whether a scenario keeps it; a scenario without one of its parameters has nothing to break.</summary>
    public bool Holds(Scenario scenario) => Holds(scenario, path => ParameterPath.Find(scenario, path, out _, out _));

    internal bool Holds(Scenario scenario, Func<string, ParameterPath?> find)
    {
        if (Sum(_left, scenario, find) is not { } left || Sum(_right, scenario, find) is not { } right)
        {
            return true;
        }

        return _relation switch
        {
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            ">=" => left >= right,
            "==" => left == right,
            _ => left != right,
        };
    }

    private static double? Sum(IReadOnlyList<Term> terms, Scenario scenario, Func<string, ParameterPath?> find)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            if (term.Path is null)
            {
                sum += term.Factor;
            }
            else if (find(term.Path) is { } path)
            {
                sum += term.Factor * Convert.ToDouble(path.Get(scenario), null);
            }
            else
            {
                return null;
            }
        }

        return sum;
    }

    /// <summary>A number, or a number times a parameter.</summary>
    internal sealed record Term(double Factor, string? Path);
}
