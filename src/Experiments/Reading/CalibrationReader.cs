using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads files with a section <c>calibration</c>.</summary>
internal sealed class CalibrationReader
{
    /// <summary>Most draws from the posterior that can be simulated again.</summary>
    public const int MostPredictiveDraws = 1_000_000;

    private const string Section = "calibration";
    private static readonly string[] Keys =
    [
        "name", "question", "expectation", "extends", "metrics", "baseline", "changes", "stop", "seed", "execution", Section,
    ];
    private static readonly string[] Required = ["name", "question", "expectation", "seed"];
    private static readonly string[] SectionKeys = ["priors", "runs", "summaries", "method", "stop", "predictiveDraws"];
    private static readonly string[] SectionRequired = ["priors", "runs", "summaries", "method"];
    private static readonly string[] StopKeys = ["populations", "simulations", "epsilon", "seconds"];
    private static readonly string[] PriorKeys = ["range", "distribution"];

    private readonly ProblemLog _log;
    private readonly KeyReader _keys;
    private readonly ScenarioBinder _binder;

    public CalibrationReader(ProblemLog log, ModelCatalog model) => (_log, _keys, _binder) = (log, new KeyReader(log, model), new ScenarioBinder(log, model));

    public CalibrationSpec? Read(MapNode root, Node section, string text, ulong? seed)
    {
        CheckKeys(root);
        var baseline = new BaselineReader(_log, _binder).Read(root);
        if (_keys.Mapping(section, Section, SectionKeys) is not { } map)
        {
            return null;
        }

        AddMissing(map, SectionRequired, $"{Section}.", "a calibration");
        var priors = ReadPriors(map["priors"], baseline);
        var method = map["method"] is { } node and not ScalarNode { IsEmpty: true }
            ? _binder.BindKind(typeof(ICalibrationMethod), node, $"{Section}.method") as ICalibrationMethod : null;
        CheckMethod(method, priors, map);
        var spec = new CalibrationSpec
        {
            Name = _keys.Name(root["name"]),
            Question = _keys.Text(root["question"], "question"),
            Expectation = _keys.Text(root["expectation"], "expectation"),
            Baseline = baseline,
            Priors = priors,
            Runs = (int)(_keys.Whole(map["runs"], $"{Section}.runs", 1, 1_000_000) ?? 1),
            Summaries = new SummaryReader(_log, _keys).Read(map["summaries"], baseline.HorizonTicks, method is HistoryMatchingSettings),
            Method = method ?? new RejectionSettings(),
            Stop = ReadStop(map["stop"], method),
            Seed = seed ?? _keys.Seed(root["seed"]),
            Execution = new ExecutionReader(_keys).Read(root["execution"]),
            SourceText = text,
            Model = _keys.Model,
        };
        CheckCount(spec, section.Place);
        return _keys.Whole(map["predictiveDraws"], $"{Section}.predictiveDraws", 0, MostPredictiveDraws) is { } draws
            ? spec with { PredictiveDraws = (int)draws } : spec;
    }

    private void CheckCount(CalibrationSpec spec, Place place)
    {
        if (_log.IsEmpty && spec.MostSimulations is { } simulations && simulations > spec.Execution.MaxRuns / spec.Runs)
        {
            _log.Add(place, Section, Invariant($"the calibration has up to {simulations} simulations of {spec.Runs} runs; allowed are {spec.Execution.MaxRuns} runs. Take fewer, or raise execution.maxRuns"));
        }
    }

    private void CheckKeys(MapNode root)
    {
        SpecReader.AddUnknownKeys(root, _log);
        AddMissing(root, Required, "", "a calibration");
        foreach (var entry in root.Entries.Where(e => SpecReader.Keys.Contains(e.Key) && !Keys.Contains(e.Key) && e.Value is not ScalarNode { IsEmpty: true }))
        {
            var instead = entry.Key is "factors" or "design" or "replicates" or "constraints" ? "; what varies, and how often, calibration.priors, method and runs say" : "";
            _log.Add(entry.Place, entry.Key, $"a calibration has no {entry.Key}{instead}; leave it out");
        }
    }

    private void AddMissing(MapNode map, string[] required, string above, string what)
    {
        foreach (var key in required.Where(k => map[k] is null or ScalarNode { IsEmpty: true }))
        {
            _log.Add(map[key]?.Place ?? map.Place, above + key, $"the key \"{key}\" is missing; {what} needs {string.Join(", ", required)}");
        }
    }

    private IReadOnlyList<Factor> ReadPriors(Node? node, Scenario baseline)
    {
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            if (node is not null and not ScalarNode { IsEmpty: true })
            {
                _log.Add(node.Place, $"{Section}.priors", $"{Section}.priors is {NodeTree.Describe(node)}; allowed is a mapping of parameter paths, each with a range or a distribution");
            }

            return [];
        }

        var spread = map.Entries.Where(IsSpread).ToList();
        var priors = new FactorReader(_log, _binder).Read(map with { Entries = spread }, baseline);
        foreach (var prior in priors)
        {
            CheckRange(prior, ParameterPath.Find(baseline, prior.Path, out _, out _)!.Parameter!, map.Entries.First(e => e.Key == prior.Path).Value.Place);
        }

        return priors;
    }

    // A prior spreads over numbers; between listed levels there is nothing to calibrate.
    private bool IsSpread(MapEntry entry)
    {
        List<string> keys =
        [
            .. (entry.Value as MapNode)?.Entries.Select(e => e.Key == "range" && (e.Value as MapNode)?["steps"] is not null ? "range with steps" : e.Key) ?? [],
        ];
        if (keys.Count == 1 && PriorKeys.Contains(keys[0]))
        {
            return true;
        }

        var found = keys.Count > 0 ? $"has {string.Join(" and ", keys)}" : $"is {NodeTree.Describe(entry.Value)}";
        _log.Add(entry.Value.Place, entry.Key, $"the prior of {entry.Key} {found}; allowed is one of range: {{from, to}}, with scale: log where every order of magnitude is equally likely, and distribution: {{kind: ...}}");
        return false;
    }

    // The ends of what a draw can be: a calibration has no list of points to check beforehand.
    private void CheckRange(Factor prior, Parameter parameter, Place place)
    {
        var ends = new[] { Factor.LeastShare, Factor.GreatestShare }.Select(prior.At).ToList();
        if (ends.Exists(e => !DesignReader.IsAllowed(parameter, e.Setting)))
        {
            _log.Add(place, prior.Path, $"the prior of {prior.Path} reaches from {Spelled.Of(ends[0].Value)} to {Spelled.Of(ends[1].Value)}; allowed is {parameter.Allowed}. Take a bounded distribution such as truncatedNormal");
        }
    }

    private void CheckMethod(ICalibrationMethod? method, IReadOnlyList<Factor> priors, MapNode map)
    {
        if (method is not null && priors.Count > 0 && method.Refusal(priors.Count) is { } refusal)
        {
            _log.Add(map["method"]!.Place, $"{Section}.method", $"{Section}.method: {refusal}");
        }
    }

    private StoppingRule ReadStop(Node? node, ICalibrationMethod? method)
    {
        const string key = $"{Section}.stop";
        if (_keys.Mapping(node, key, StopKeys) is not { } map)
        {
            return new StoppingRule();
        }

        if (map["epsilon"] is { } epsilon && method is { HasTolerance: false })
        {
            var kind = _binder.Model.KindOf(typeof(ICalibrationMethod), method).Kind;
            _log.Add(epsilon.Place, $"{key}.epsilon", $"{key}.epsilon is a tolerance to stop at, and {kind} has none that falls; {(method is RejectionSettings ? "write it as method.epsilon" : "leave it out")}");
        }

        return new StoppingRule
        {
            Populations = (int?)_keys.Whole(map["populations"], $"{key}.populations", 1, 1_000_000),
            Simulations = _keys.Whole(map["simulations"], $"{key}.simulations", 1, 1_000_000_000_000),
            Epsilon = _keys.Number(map["epsilon"], $"{key}.epsilon", 0),
            Seconds = _keys.Number(map["seconds"], $"{key}.seconds", 0),
        };
    }
}
