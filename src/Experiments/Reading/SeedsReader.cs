using System.Globalization;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads <c>seeds</c>: a root seed for each replicate, in the place of <c>seed</c> and <c>replicates</c>.</summary>
internal sealed class SeedsReader(ProblemLog log)
{
    private const string Key = "seeds";
    private const int Most = 1_000_000;

    /// <summary>The seeds; null where there is no list, or after logging the problem.</summary>
    /// <param name="root">The experiment.</param>
    /// <param name="option">Value of --seed.</param>
    public IReadOnlyList<ulong>? Read(MapNode root, ulong? option)
    {
        if (root[Key] is not { } node || node is ScalarNode { IsEmpty: true })
        {
            return null;
        }

        foreach (var entry in root.Entries.Where(e => e.Key is "seed" or "replicates" && e.Value is not ScalarNode { IsEmpty: true }))
        {
            log.Add(entry.Place, entry.Key, $"{Key} gives every replicate a seed of its own, and there is {entry.Key}, too; leave one of them out");
        }

        if (option is { } seed)
        {
            log.Add(node.Place, Key, Invariant($"--seed is {seed}, and the experiment lists seeds; give the list, as in --set 'seeds=[{seed}]'"));
        }

        if (node is not ListNode { Items: { Count: > 0 and <= Most } items })
        {
            log.Add(node.Place, Key, Invariant($"{Key} is {NodeTree.Describe(node)}; allowed is a list of 1 to {Most} whole numbers from 0, one for each replicate, as in seeds: [11, 12, 13]"));
            return null;
        }

        var (seeds, seen) = (new List<ulong>(), new HashSet<ulong>());
        foreach (var item in items)
        {
            if (item is not ScalarNode { IsQuoted: false } scalar || ScalarReader.HasLeadingZero(scalar.Text)
                || !ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                log.Add(item.Place, Key, Invariant($"{Key} has {ScalarReader.DescribeNumber(item)}; allowed are whole numbers from 0 to {ulong.MaxValue}"));
            }
            else if (!seen.Add(value))
            {
                log.Add(item.Place, Key, Invariant($"{Key} has {value} twice: its runs would count as two, and are the same"));
            }
            else
            {
                seeds.Add(value);
            }
        }

        return seeds.Count == items.Count ? seeds : null;
    }
}
