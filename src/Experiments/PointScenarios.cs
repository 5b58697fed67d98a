using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments;

/// <summary>Puts the levels of design points into the baseline, and leaves out points that break a constraint.</summary>
internal sealed class PointScenarios
{
    private readonly ExperimentSpec _spec;
    private readonly int[] _order;

    // A path depends on the kinds in force: policy.shareRate is another property under another policy.
    private readonly Dictionary<(string Path, Type Policy, Type Network), ParameterPath?> _paths = [];

    public PointScenarios(ExperimentSpec spec)
    {
        _spec = spec;

        // A part chosen by kind is put in first: other factors may be its parameters.
        _order = [.. Enumerable.Range(0, spec.Factors.Count).OrderBy(k => ParameterPath.Find(spec.Baseline, spec.Factors[k].Path, out _, out _) is { Parameter: null } ? 0 : 1)];
    }

    /// <summary>The scenarios in the order of the design, each with the levels it has.</summary>
    public IEnumerable<(FactorLevel[] Levels, Scenario Scenario)> All() =>
        from levels in _spec.Design.Expand(_spec.Factors)
        let scenario = Scenario(levels)
        where _spec.Constraints.All(c => c.Holds(scenario, path => Find(scenario, path)))
        select (levels, scenario);

    private Scenario Scenario(FactorLevel[] levels)
    {
        var scenario = _spec.Baseline;
        foreach (var k in _order)
        {
            var path = Find(scenario, _spec.Factors[k].Path)
                ?? throw new ArgumentException($"factor {_spec.Factors[k].Path} is not a parameter of {scenario.Policy.GetType().Name} and {scenario.Network.GetType().Name}");
            scenario = path.With(scenario, levels[k].Setting);
        }

        return NetworkSize.Fit(scenario);
    }

    private ParameterPath? Find(Scenario scenario, string path)
    {
        var key = (path, scenario.Policy.GetType(), scenario.Network.GetType());
        if (!_paths.TryGetValue(key, out var found))
        {
            found = ParameterPath.Find(scenario, path, out _, out _);
            _paths.Add(key, found);
        }

        return found;
    }
}
