using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Reads which factors vary together: <c>zip: [[organization.seats, organization.coreSize]]</c>, the first level of each with the first of the others,
/// and so on.
/// </summary>
internal sealed class ZipReader(ProblemLog log)
{
    /// <summary>The key of an experiment.</summary>
    public const string Key = "zip";

    /// <summary>Paths in all groups, before factors are read: these may have a level twice, as combinations are what has to differ.</summary>
    public static IReadOnlyList<string> PathsIn(Node? node) => [.. GroupsIn(node).SelectMany(g => g.Items).OfType<ScalarNode>().Select(s => s.Text)];

    /// <summary>Its JSON Schema.</summary>
    public static JsonObject Schema() => new()
    {
        ["description"] = "Groups of factors that vary together, the first level of each with the first of the others, and so on, "
            + "as in [[organization.seats, organization.coreSize]]",
        ["anyOf"] = new JsonArray(Group(), SchemaParts.ListOf(Group())),
    };

    private static JsonObject Group()
    {
        var group = SchemaParts.ListOf(SchemaParts.Text("Path of a factor with levels"));
        group["minItems"] = 2;
        return group;
    }

    /// <summary>The groups; none after logging what is wrong with any.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Read(Node? node, IReadOnlyList<Factor> factors)
    {
        if (node is null or ScalarNode { IsEmpty: true } or ListNode { Items.Count: 0 })
        {
            return [];
        }

        var groups = GroupsIn(node);
        if (groups.Count == 0 || groups.Any(g => g.Items.Count < 2 || g.Items.Any(i => i is not ScalarNode { IsEmpty: false })))
        {
            log.Add(node.Place, Key, $"{Key} is {NodeTree.Describe(node)}; allowed are groups of at least two factors, as in {Key}: [[organization.seats, organization.coreSize]]");
            return [];
        }

        var before = log.Count;
        var seen = new HashSet<string>();
        foreach (var item in groups.SelectMany(g => g.Items).Cast<ScalarNode>())
        {
            if (factors.All(f => f.Path != item.Text))
            {
                log.Add(item.Place, Key, $"{Key} names {item.Text}, which is not a factor; allowed are {string.Join(", ", factors.Select(f => f.Path))}", Spelling.Nearest(item.Text, factors.Select(f => f.Path)));
            }
            else if (!seen.Add(item.Text))
            {
                log.Add(item.Place, Key, $"{Key} names {item.Text} twice; a factor varies with the others of one group");
            }
        }

        foreach (var group in log.Count == before ? groups : [])
        {
            Check(group, [.. group.Items.Select(i => factors.First(f => f.Path == ((ScalarNode)i).Text))]);
        }

        return log.Count > before ? [] : [.. groups.Select(g => (string[])[.. g.Items.Select(i => ((ScalarNode)i).Text)])];
    }

    private void Check(ListNode group, IReadOnlyList<Factor> factors)
    {
        var names = string.Join(" and ", factors.Select(f => f.Path));
        if (factors.FirstOrDefault(f => f.Levels.Count == 0) is { } spread)
        {
            log.Add(group.Place, Key, $"{names} vary together, and {spread.Path} has a distribution or a range without steps; give it as many levels as the others");
        }
        else if (factors.DistinctBy(f => f.Levels.Count).Count() > 1)
        {
            log.Add(group.Place, Key, $"{names} vary together, and have {string.Join(" and ", factors.Select(f => f.Levels.Count))} levels; give each as many, the first level of one goes with the first of the others");
        }
        else if (factors.Count(f => f.Weights is not null) > 1)
        {
            log.Add(group.Place, Key, $"{names} vary together, and more than one has weights; give weights to one, they are those of all");
        }
        else if (factors.Select(TextOfWhen).Distinct().Count() > 1)
        {
            log.Add(group.Place, Key, $"{names} vary together, and do not apply at the same points; give each the same {WhenReader.Key}");
        }
        else if (Enumerable.Range(0, factors[0].Levels.Count).Select(k => string.Join(", ", factors.Select(f => Spelled.Of(f.Levels[k].Value))))
            .CountBy(levels => levels).FirstOrDefault(c => c.Value > 1) is { Key: { } twin })
        {
            log.Add(group.Place, Key, $"{names} have the levels {twin} twice; take one of the two away from each");
        }
    }

    private static string TextOfWhen(Factor factor) => string.Join(';', factor.When.OrderBy(c => c.Path, StringComparer.Ordinal)
        .Select(c => $"{c.Path}: {string.Join(", ", c.Values.Select(Spelled.Of).Order(StringComparer.Ordinal))}"));

    // A list of names is one group.
    private static IReadOnlyList<ListNode> GroupsIn(Node? node) => node is not ListNode list ? []
        : list.Items.Any(i => i is ScalarNode) ? [list]
        : [.. list.Items.OfType<ListNode>()];
}
