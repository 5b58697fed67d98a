using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Plans;

/// <summary>Puts the levels of design points into the baseline, and leaves out points that break a constraint.</summary>
public sealed class PointScenarios
{
    private readonly Scenario _baseline;
    private readonly IReadOnlyList<Factor> _factors;
    private readonly int[] _order;

    // A path depends on the kinds in force: policy.shareRate is another property under another policy.
    private readonly Dictionary<(string Path, Type Policy, Type Network), ParameterPath?> _paths = [];

    /// <summary>Scenarios made of a baseline and factors; not to be shared by threads.</summary>
    public PointScenarios(Scenario baseline, IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(factors);
        (_baseline, _factors) = (baseline, factors);

        // A part chosen by kind is put in first: other factors may be its parameters.
        _order = [.. Enumerable.Range(0, factors.Count).OrderBy(k => IsKind(factors[k]) ? 0 : 1)];

        bool IsKind(Factor factor) => ParameterPath.Find(baseline, factor.Path, out _, out _) is { Parameter: null };
    }

    /// <summary>The scenarios of an experiment in the order of its design, each with its position there and the levels it has.</summary>
    public static IEnumerable<(long Position, FactorLevel?[] Levels, Scenario Scenario)> Of(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var scenarios = new PointScenarios(spec.Baseline, spec.Factors);
        return from entry in spec.Axes.Expand().Index()
               let levels = entry.Item
               let scenario = scenarios.At(levels)
               where spec.Constraints.All(c => c.Holds(scenario, path => scenarios.Find(scenario, path)))
               select ((long)entry.Index, levels, scenario);
    }

    /// <summary>The baseline with a level of each factor; null: the factor does not apply, and the parameter is the baseline's.</summary>
    public Scenario At(IReadOnlyList<FactorLevel?> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var scenario = _baseline;
        foreach (var k in _order)
        {
            if (levels[k] is not { } level)
            {
                continue;
            }

            var path = Find(scenario, _factors[k].Path)
                ?? throw new ArgumentException($"factor {_factors[k].Path} is not a parameter of {scenario.Policy.GetType().Name} and {scenario.Network.GetType().Name}");
            scenario = path.With(scenario, level.Setting);
        }

        return NetworkSize.Fit(Founded(scenario));
    }

    // A change at tick 0 is how a run is founded.
    private static Scenario Founded(Scenario scenario)
    {
        if (!scenario.Changes.Any(IsFounding))
        {
            return scenario;
        }

        var founded = scenario.Changes.Where(IsFounding).Aggregate(scenario, (before, change) => change.Edit.Of(before));
        return founded with { Changes = [.. scenario.Changes.Where(c => !IsFounding(c))] };

        static bool IsFounding(ScenarioChange change) => change is { Tick: 0, When: null };
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
