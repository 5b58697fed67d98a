using System.Globalization;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the baseline: the parameters that do not vary.</summary>
internal sealed class BaselineReader(ProblemLog log, ScenarioBinder binder)
{
    public Scenario Read(MapNode root) =>
        FitToFile(root["baseline"] is { } node ? (Scenario)binder.Bind(new Scenario(), node, "") : new Scenario(), root);

    // Sizes follow from the organization's file; a file that says otherwise contradicts it.
    private Scenario FitToFile(Scenario baseline, MapNode root)
    {
        var fitted = NetworkSize.Fit(baseline);
        var stated = (root["baseline"] as MapNode)?["organization"] as MapNode;
        foreach (var (key, given, read) in new[] { ("seats", baseline.Organization.Seats, fitted.Organization.Seats), ("sites", baseline.Organization.Sites, fitted.Organization.Sites) })
        {
            if (stated?[key] is { } node && given != read)
            {
                log.Add(node.Place, $"organization.{key}", string.Create(CultureInfo.InvariantCulture, $"organization.{key} is {given}, but the network's file has {read}; leave it out"));
            }
        }

        return fitted;
    }
}
