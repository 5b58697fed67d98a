using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads constraints: two sums of parameters and numbers with a relation between them.</summary>
internal sealed partial class ConstraintReader(ProblemLog log)
{
    private const string Number = @"(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)";
    private const string Allowed = "allowed is a relation of two sums, as in \"demand.decisionsPerSeat <= 0.5 * channels.remote + 0.1\", with one of";

    /// <summary>The constraints; their parameters must exist in at least one of the scenarios.</summary>
    public IReadOnlyList<ParameterConstraint> Read(Node? node, IReadOnlyList<Scenario> scenarios)
    {
        switch (node)
        {
            case null or ScalarNode { IsEmpty: true }:
                return [];
            case ListNode list:
                return [.. list.Items.Select(item => ReadOne(item, scenarios)).OfType<ParameterConstraint>()];
            default:
                log.Add(node.Place, "constraints", $"constraints is {NodeTree.Describe(node)}; allowed is a list of relations");
                return [];
        }
    }

    private ParameterConstraint? ReadOne(Node node, IReadOnlyList<Scenario> scenarios)
    {
        var parts = node is ScalarNode { Text: var text } ? Relation().Split(text) : [];
        if (parts.Length != 3 || Sum(parts[0]) is not { } left || Sum(parts[2]) is not { } right)
        {
            log.Add(node.Place, "constraints", $"the constraint is {NodeTree.Describe(node)}; {Allowed} {string.Join(" ", ParameterConstraint.Relations)}");
            return null;
        }

        var constraint = new ParameterConstraint(((ScalarNode)node).Text.Trim(), left, parts[1], right);
        var missing = constraint.Paths.Where(p => !scenarios.Any(s => IsNumber(s, p))).ToList();
        foreach (var path in missing)
        {
            var numbers = scenarios.SelectMany(s => ParameterCatalog.Of(s)).Where(p => p.IsNumeric).Select(p => p.Path).Distinct();
            log.Add(node.Place, "constraints", $"the constraint names \"{path}\", which is not a parameter with a number", Spelling.Nearest(path, numbers));
        }

        return missing.Count == 0 ? constraint : null;
    }

    private static bool IsNumber(Scenario scenario, string path) => ParameterPath.Find(scenario, path, out _, out _)?.Parameter?.IsNumeric == true;

    private static List<ParameterConstraint.Term>? Sum(string text)
    {
        var terms = new List<ParameterConstraint.Term>();
        var at = 0;
        foreach (Match match in Term().Matches(text))
        {
            if (match.Index != at || (terms.Count > 0 && match.Groups["sign"].Length == 0))
            {
                return null;
            }

            at += match.Length;
            var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
            var number = match.Groups["number"] is { Length: > 0 } digits ? double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1;
            terms.Add(new ParameterConstraint.Term(sign * number, match.Groups["path"] is { Length: > 0 } path ? path.Value : null));
        }

        return terms.Count > 0 && at == text.Length ? terms : null;
    }

    [GeneratedRegex("(<=|>=|!=|==|<|>)")]
    private static partial Regex Relation();

    [GeneratedRegex(@"\s*(?<sign>[+-]?)\s*(?:(?:" + Number + @"\s*\*\s*)?(?<path>[a-zA-Z][\w.\[\]]*)|" + Number + @")\s*")]
    private static partial Regex Term();
}
