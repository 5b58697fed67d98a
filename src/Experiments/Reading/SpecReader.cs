using System.Globalization;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Makes the experiment of merged nodes.</summary>
internal sealed class SpecReader
{
    /// <summary>The keys of an experiment.</summary>
    public static readonly string[] Keys =
    [
        "name", "question", "expectation", "extends", "baseline", "factors", "constraints", "design", "replicates", "seed", "seeding", "outputs", "analyses", "figures",
        "execution",
    ];

    private static readonly string[] Required = ["name", "question", "expectation", "factors", "design", "replicates", "seed"];
    private static readonly string[] ExecutionKeys = ["workers", "maxRuns"];
    private readonly ProblemLog _log;
    private readonly KeyReader _keys;
    private readonly ScenarioBinder _binder;

    public SpecReader(ProblemLog log) => (_log, _keys, _binder) = (log, new KeyReader(log), new ScenarioBinder(log));

    public ExperimentSpec Read(MapNode root, string text, ulong? seed)
    {
        foreach (var entry in root.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            var elsewhere = ParameterCatalog.Of(new Scenario()).Any(p => p.Path.Split('.')[0] == entry.Key) ? $"baseline.{entry.Key}" : null;
            _log.AddUnknownKey(entry, "", Keys, elsewhere);
        }

        var designs = new DesignReader(_log, _binder);
        var design = designs.Read(root["design"]);
        foreach (var key in Required.Where(k => root[k] is null or ScalarNode { IsEmpty: true } && (k != "factors" || design is not FileDesign)))
        {
            _log.Add(root[key]?.Place ?? root.Place, key, $"the key \"{key}\" is missing; an experiment needs {string.Join(", ", Required)}");
        }

        var baseline = root["baseline"] is { } node ? (Scenario)_binder.Bind(new Scenario(), node, "") : new Scenario();
        baseline = FitToFile(baseline, root);
        (var factors, design) = ReadFactors(root, baseline, design);
        var seeding = _keys.SeedingOf(root["seeding"]);
        var (replicates, replication) = new ReplicationReader(_log, _keys).Read(root["replicates"], seeding == Seeding.Common && design.ArmOf(0, factors.Count) is null, factors);
        var spec = new ExperimentSpec
        {
            Name = _keys.Name(root["name"]),
            Question = _keys.Text(root["question"], "question"),
            Expectation = _keys.Text(root["expectation"], "expectation"),
            Baseline = baseline,
            Factors = factors,
            Design = design,
            Constraints = new ConstraintReader(_log).Read(root["constraints"], FactorReader.ScenariosOf(baseline, factors)),
            Replicates = replicates,
            Replication = replication,
            Seed = seed ?? _keys.Seed(root["seed"]),
            Seeding = seeding,
            Outputs = new OutputsReader(_log).Read(root["outputs"]),
            Analyses = new AnalysesReader(_log, _keys).Read(root["analyses"], design, factors),
            Figures = _keys.Names(root["figures"], "figures", AnalysisCatalog.Figures),
            Execution = ReadExecution(root["execution"]),
            SourceText = text,
        };
        designs.Check(spec, root["design"]?.Place ?? root.Place);
        return spec;
    }

    // A design from a file has factors of its own: its columns.
    private (IReadOnlyList<Factor> Factors, IExperimentDesign Design) ReadFactors(MapNode root, Scenario baseline, IExperimentDesign design)
    {
        var table = design is FileDesign file ? PointTableReader.Read(file, root["design"]!, _log) : null;
        var node = root["factors"] is null or ScalarNode { IsEmpty: true } ? new MapNode(root.Place, []) : root["factors"]!;
        var factors = new FactorReader(_log, _binder).Read(table?.AddColumns(node) ?? node, baseline);
        return (factors, table?.Fill((FileDesign)design, factors, _log) ?? design);
    }

    // Sizes follow from the organization's file; a file that says otherwise contradicts it.
    private Scenario FitToFile(Scenario baseline, MapNode root)
    {
        var fitted = NetworkSize.Fit(baseline);
        var stated = (root["baseline"] as MapNode)?["organization"] as MapNode;
        foreach (var (key, given, read) in new[] { ("seats", baseline.Organization.Seats, fitted.Organization.Seats), ("sites", baseline.Organization.Sites, fitted.Organization.Sites) })
        {
            if (stated?[key] is { } node && given != read)
            {
                _log.Add(node.Place, $"organization.{key}", string.Create(CultureInfo.InvariantCulture, $"organization.{key} is {given}, but the network's file has {read}; leave it out"));
            }
        }

        return fitted;
    }

    private ExecutionOptions ReadExecution(Node? node)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return new ExecutionOptions();
        }

        if (node is not MapNode map)
        {
            _log.Add(node.Place, "execution", $"execution is {NodeTree.Describe(node)}; allowed is a mapping of {string.Join(", ", ExecutionKeys)}");
            return new ExecutionOptions();
        }

        foreach (var entry in map.Entries.Where(e => !ExecutionKeys.Contains(e.Key)))
        {
            _log.AddUnknownKey(entry, "execution", ExecutionKeys);
        }

        var standard = new ExecutionOptions();
        return new ExecutionOptions
        {
            Workers = (int)(_keys.Whole(map["workers"], "execution.workers", 1, 1024) ?? standard.Workers),
            MaxRuns = _keys.Whole(map["maxRuns"], "execution.maxRuns", 1, 1_000_000_000_000) ?? standard.MaxRuns,
        };
    }
}
