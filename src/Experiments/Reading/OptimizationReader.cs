using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads files with a section <c>optimize</c>.</summary>
internal sealed class OptimizationReader
{
    /// <summary>The section.</summary>
    public const string Section = "optimize";

    /// <summary>Most finalists.</summary>
    public const int MostFinalists = 100;

    private static readonly string[] Keys =
        ["name", "question", "expectation", "extends", "metrics", "baseline", "changes", "stop", "factors", "constraints", "seed", "execution", Section];

    private static readonly string[] Required = ["name", "question", "expectation", "factors", "seed"];
    private static readonly string[] SectionKeys = [GoalsReader.Maximize, GoalsReader.Minimize, "limits", "method", "budget", "confirm", "finalists"];
    private static readonly string[] SectionRequired = ["method", "budget"];

    private readonly ProblemLog _log;
    private readonly KeyReader _keys;
    private readonly ScenarioBinder _binder;

    public OptimizationReader(ProblemLog log, ModelCatalog model) => (_log, _keys, _binder) = (log, new KeyReader(log, model), new ScenarioBinder(log, model));

    public OptimizationSpec? Read(MapNode root, Node section, string text, ulong? seed)
    {
        CheckKeys(root);
        var baseline = new BaselineReader(_log, _binder).Read(root);
        if (_keys.Mapping(section, Section, SectionKeys) is not { } map)
        {
            return null;
        }

        AddMissing(map, SectionRequired, $"{Section}.");
        var factors = root["factors"] is { } node and not ScalarNode { IsEmpty: true } ? ReadFactors(node, baseline) : [];
        var goals = new GoalsReader(_log, _keys);
        var spec = new OptimizationSpec
        {
            Name = _keys.Name(root["name"]),
            Question = _keys.Text(root["question"], "question"),
            Expectation = _keys.Text(root["expectation"], "expectation"),
            Baseline = baseline,
            Factors = factors,
            Constraints = new ConstraintReader(_log).Read(root["constraints"], FactorReader.ScenariosOf(baseline, factors)),
            Goals = goals.ReadGoals(map),
            Limits = goals.ReadLimits(map["limits"]),
            Method = map["method"] is { } method and not ScalarNode { IsEmpty: true }
                ? _binder.BindKind(typeof(IOptimizationMethod), method, $"{Section}.method") as IOptimizationMethod ?? new RaceSettings() : new RaceSettings(),
            Budget = _keys.Whole(map["budget"], $"{Section}.budget", 1, 1_000_000_000_000) ?? 1,
            Confirmation = (int?)_keys.Whole(map["confirm"], $"{Section}.confirm", 2, 100_000_000) ?? OptimizationSpec.UsualConfirmation,
            Finalists = (int?)_keys.Whole(map["finalists"], $"{Section}.finalists", 1, MostFinalists) ?? OptimizationSpec.UsualFinalists,
            Seed = seed ?? _keys.Seed(root["seed"]),
            Execution = new ExecutionReader(_keys).Read(root["execution"]),
            SourceText = text,
            Model = _keys.Model,
        };
        new ChangesReader(_log, _binder).Check(FactorReader.ScenariosOf(baseline, factors), (root[ChangesReader.Key] ?? root).Place);
        Check(spec, map);
        return spec;
    }

    private IReadOnlyList<Factor> ReadFactors(Node node, Scenario baseline)
    {
        var factors = new FactorReader(_log, _binder).Read(node, baseline);
        foreach (var factor in factors)
        {
            var place = (node as MapNode)?.Entries.First(e => e.Key == factor.Path).Value.Place ?? node.Place;
            if (factor.Weights is not null)
            {
                _log.Add(place, factor.Path, $"the levels of {factor.Path} have weights, which say how often a design draws them; an optimization looks for the best: leave them out");
            }

            if (factor.When.Count > 0)
            {
                _log.Add(place, factor.Path, $"{factor.Path} applies only at some points (when), and an optimization moves every factor at every point; leave it out, or write its levels into policies of several names");
            }

            var parameters = FactorReader.ScenariosOf(baseline, factors).Select(s => ParameterPath.Find(s, factor.Path, out _, out _)?.Parameter);
            if (factor.Distribution is not null && parameters.FirstOrDefault(p => p is not null) is { } parameter)
            {
                CheckRange(factor, parameter, place);
            }
        }

        return factors;
    }

    // The ends of what a draw can be: a search has no list of points to check beforehand.
    private void CheckRange(Factor factor, Parameter parameter, Place place)
    {
        var ends = new[] { Factor.LeastShare, Factor.GreatestShare }.Select(factor.At).ToList();
        if (ends.Exists(e => !DesignReader.IsAllowed(parameter, e.Setting)))
        {
            _log.Add(place, factor.Path, $"the values of {factor.Path} reach from {Spelled.Of(ends[0].Value)} to {Spelled.Of(ends[1].Value)}; allowed is {parameter.Allowed}. Take a range within it");
        }
    }

    private void Check(OptimizationSpec spec, MapNode map)
    {
        if (!_log.IsEmpty)
        {
            return;
        }

        var budget = map["budget"]!.Place;
        if (spec.SearchRuns < 1)
        {
            _log.Add(budget, $"{Section}.budget", Invariant($"the budget of {spec.Budget} runs leaves none for the search: the confirmation takes {spec.Finalists} finalists × {spec.Confirmation} runs. Raise the budget, or lower confirm or finalists"));
        }
        else if (spec.Budget > spec.Execution.MaxRuns)
        {
            _log.Add(budget, $"{Section}.budget", Invariant($"the budget is {spec.Budget} runs; allowed are {spec.Execution.MaxRuns} runs. Lower it, or raise execution.maxRuns"));
        }
        else if (spec.Method.Refusal(spec.Factors, spec.SearchRuns) is { } refusal)
        {
            _log.Add(map["method"]!.Place, $"{Section}.method", $"{Section}.method: {refusal}");
        }
        else if (spec.Goals.Count > 1 && spec.Method.Race.Indifference > 0)
        {
            _log.Add(map["method"]!.Place, $"{Section}.method.indifference", "indifference is a difference of one goal, and there are several; leave it out");
        }
    }

    private void CheckKeys(MapNode root)
    {
        SpecReader.AddUnknownKeys(root, _log);
        AddMissing(root, Required, "");
        foreach (var entry in root.Entries.Where(e => SpecReader.Keys.Contains(e.Key) && !Keys.Contains(e.Key) && e.Value is not ScalarNode { IsEmpty: true }))
        {
            var instead = entry.Key is "design" or "replicates" or "seeding" ? "; which points are run, and how often, optimize.method and budget say" : "";
            _log.Add(entry.Place, entry.Key, $"an optimization has no {entry.Key}{instead}; leave it out");
        }
    }

    private void AddMissing(MapNode map, string[] required, string above)
    {
        foreach (var key in required.Where(k => map[k] is null or ScalarNode { IsEmpty: true }))
        {
            _log.Add(map[key]?.Place ?? map.Place, above + key, $"the key \"{key}\" is missing; an optimization needs {string.Join(", ", required)}");
        }
    }
}
