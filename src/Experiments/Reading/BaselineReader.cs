using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the baseline: the parameters that do not vary.</summary>
internal sealed class BaselineReader(ProblemLog log, ScenarioBinder binder)
{
    public Scenario Read(MapNode root) =>
        WithChanges(FitToFile(root["baseline"] is { } node ? (Scenario)binder.Bind(new Scenario(), WithoutRules(node), "") : new Scenario(), root), root);

    // What changes in a run is read last: it may set whatever the baseline has.
    private Scenario WithChanges(Scenario baseline, MapNode root)
    {
        if (SectionOf(root, ChangesReader.Key) is { } changes)
        {
            baseline = baseline with { Changes = new ChangesReader(log, binder).Read(changes, baseline) };
        }

        return SectionOf(root, StopReader.Key) is { } stop ? baseline with { Stop = new StopReader(log, binder.Model).Read(stop) } : baseline;
    }

    private Node? SectionOf(MapNode root, string key)
    {
        var (above, within) = (root[key], (root["baseline"] as MapNode)?[key]);
        if (above is not null && within is not null)
        {
            log.Add(above.Place, key, $"{key} stands beside the baseline and in it, in line {within.Place.Line}; write it once");
        }

        return above ?? within;
    }

    private static Node WithoutRules(Node node) =>
        node is MapNode map ? map with { Entries = [.. map.Entries.Where(e => e.Key is not (ChangesReader.Key or StopReader.Key))] } : node;

    // Sizes follow from the organization's file; a file that says otherwise contradicts it.
    private Scenario FitToFile(Scenario baseline, MapNode root)
    {
        var fitted = NetworkSize.Fit(baseline);
        var stated = (root["baseline"] as MapNode)?["organization"] as MapNode;
        var (given, read) = (baseline.Organization, fitted.Organization);
        foreach (var (key, size, ofFile) in new[] { ("seats", given.Seats, read.Seats), ("sites", given.Sites, read.Sites) })
        {
            if (stated?[key] is { } node && size != ofFile)
            {
                log.Add(node.Place, $"organization.{key}", Invariant($"organization.{key} is {size}, but the network's file has {ofFile}; leave it out"));
            }
        }

        return fitted;
    }
}
