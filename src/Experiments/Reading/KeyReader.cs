using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the values of an experiment's own keys.</summary>
internal sealed partial class KeyReader(ProblemLog log, ModelCatalog model)
{
    /// <summary>What can be named.</summary>
    public ModelCatalog Model => model;

    /// <summary>The name of an experiment; empty after logging why it is not valid.</summary>
    public string Name(Node? node)
    {
        if (node is ScalarNode { IsEmpty: false } name)
        {
            if (NamePattern().IsMatch(name.Text))
            {
                return name.Text;
            }

            log.Add(name.Place, "name", $"name is \"{name.Text}\"; allowed are 1 to 64 of a-z, 0-9 and -, as it is used in paths");
        }
        else if (node is ListNode or MapNode)
        {
            log.Add(node.Place, "name", $"name is {NodeTree.Describe(node)}; allowed are 1 to 64 of a-z, 0-9 and -");
        }

        return "";
    }

    /// <summary>A text.</summary>
    public string Text(Node? node, string key)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return "";
        }

        if (node is ScalarNode scalar)
        {
            return scalar.Text.Trim();
        }

        log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a text");
        return "";
    }

    /// <summary>A whole number in a range; null when it is absent, or after logging why it is not valid.</summary>
    public long? Whole(Node? node, string key, long min, long max)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return null;
        }

        if (ScalarReader.WholeNumber(node) is { } number && number >= min && number <= max)
        {
            return number;
        }

        log.Add(node.Place, key, Invariant($"{key} is {ScalarReader.DescribeNumber(node)}; allowed is a whole number from {min} to {max}"));
        return null;
    }

    /// <summary>A number in a range; null when it is absent, or after logging why it is not valid.</summary>
    public double? Number(Node? node, string key, double above, double most = double.MaxValue)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return null;
        }

        if (ScalarReader.Number(node) is { } number && number > above && number <= most)
        {
            return number;
        }

        var range = most == double.MaxValue ? Invariant($"above {above}") : Invariant($"above {above}, up to {most}");
        log.Add(node.Place, key, $"{key} is {ScalarReader.DescribeNumber(node)}; allowed is a number {range}");
        return null;
    }

    /// <summary>A mapping of known keys; null when it is absent, or after logging why it is not valid.</summary>
    public MapNode? Mapping(Node? node, string key, IReadOnlyList<string> allowed)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return null;
        }

        if (node is not MapNode map)
        {
            log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a mapping of {string.Join(", ", allowed)}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !allowed.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, key, allowed);
        }

        return map;
    }

    /// <summary>An output of runs by its name; null after logging why it cannot be read.</summary>
    /// <param name="map">The mapping with the key "output".</param>
    /// <param name="key">Where it stands.</param>
    /// <param name="what">What needs the output, in words.</param>
    public Output? OutputOf(MapNode map, string key, string what)
    {
        var name = (map["output"] as ScalarNode)?.Text ?? "";
        if (model.Outputs.FirstOrDefault(o => o.Name == name) is { } output)
        {
            return output;
        }

        var given = map["output"] is { } node ? $"output is {NodeTree.Describe(node)}, which no run has" : $"{what} names no output";
        var names = model.Outputs.Select(o => o.Name).ToList();
        log.Add((map["output"] ?? map).Place, key, $"{given}; allowed are the outputs of a run, such as failed, endTick, residualLife or vitality", Spelling.Nearest(name, names));
        return null;
    }

    /// <summary>A seed: any number of 64 bits.</summary>
    public ulong Seed(Node? node)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return 0;
        }

        if (node is ScalarNode { IsQuoted: false } scalar && !ScalarReader.HasLeadingZero(scalar.Text)
            && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            return seed;
        }

        log.Add(node.Place, "seed", $"seed is {ScalarReader.DescribeNumber(node)}; allowed is a whole number from 0 to {ulong.MaxValue}");
        return 0;
    }

    /// <summary>Whether design points share random numbers.</summary>
    public Seeding SeedingOf(Node? node)
    {
        switch (node)
        {
            case null or ScalarNode { Text: "common" }:
                return Seeding.Common;
            case ScalarNode { Text: "independent" }:
                return Seeding.Independent;
            default:
                log.Add(node.Place, "seeding", $"seeding is {NodeTree.Describe(node)}; allowed: common, independent", Spelling.Nearest((node as ScalarNode)?.Text ?? "", ["common", "independent"]));
                return Seeding.Common;
        }
    }

    /// <summary>Names out of a catalog; all of them when the key is absent.</summary>
    public List<string> Names(Node? node, string key, IReadOnlyList<CatalogItem> catalog)
    {
        var allowed = catalog.Select(c => c.Name).ToList();
        if (node is null)
        {
            return allowed;
        }

        if (node is not ListNode list)
        {
            log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a list of {string.Join(", ", allowed)}");
            return [];
        }

        foreach (var item in list.Items.Where(i => i is not ScalarNode scalar || (!allowed.Contains(scalar.Text) && !log.PassOver($"{key}: {scalar.Text}"))))
        {
            log.Add(item.Place, key, $"{key} has {NodeTree.Describe(item)}; allowed: {string.Join(", ", allowed)}",
                Spelling.Nearest((item as ScalarNode)?.Text ?? "", allowed));
        }

        return [.. list.Items.OfType<ScalarNode>().Select(s => s.Text).Where(allowed.Contains).Distinct()];
    }

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex NamePattern();
}
