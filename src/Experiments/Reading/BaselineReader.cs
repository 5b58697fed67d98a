using System.Globalization;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the baseline: the parameters that do not vary.</summary>
internal sealed class BaselineReader(ProblemLog log, ScenarioBinder binder)
{
    public Scenario Read(MapNode root) =>
        WithChanges(FitToFile(root["baseline"] is { } node ? (Scenario)binder.Bind(new Scenario(), Without(node, ChangesReader.Key), "") : new Scenario(), root), root);

    // What changes in a run is read last: it may set whatever the baseline has.
    private Scenario WithChanges(Scenario baseline, MapNode root)
    {
        var (above, within) = (root[ChangesReader.Key], (root["baseline"] as MapNode)?[ChangesReader.Key]);
        if (above is not null && within is not null)
        {
            log.Add(above.Place, ChangesReader.Key, $"{ChangesReader.Key} stands beside the baseline and in it, in line {within.Place.Line}; write it once");
        }

        return (above ?? within) is { } node ? baseline with { Changes = new ChangesReader(log, binder).Read(node, baseline) } : baseline;
    }

    private static Node Without(Node node, string key) => node is MapNode map ? map with { Entries = [.. map.Entries.Where(e => e.Key != key)] } : node;

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
                log.Add(node.Place, $"organization.{key}", string.Create(CultureInfo.InvariantCulture, $"organization.{key} is {size}, but the network's file has {ofFile}; leave it out"));
            }
        }

        return fitted;
    }
}
