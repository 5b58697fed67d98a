using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Makes the experiment of merged nodes.</summary>
internal sealed class SpecReader
{
    /// <summary>The keys of an experiment.</summary>
    public static readonly string[] Keys =
    [
        "name", "question", "expectation", "extends", "metrics", "baseline", "changes", "stop", "factors", ZipReader.Key, "constraints", "design",
        DesignsReader.Key, "replicates", "seed", "seeds",
        "seeding", "outputs", "leadership", "meaningful", "intervention",
        "analyses", "figures",
        "execution", "calibration", "optimize", PatternReader.Section,
    ];

    private static readonly string[] Required = ["name", "question", "expectation", "factors", "design", "replicates", "seed"];
    private readonly ProblemLog _log;
    private readonly KeyReader _keys;
    private readonly ScenarioBinder _binder;

    public SpecReader(ProblemLog log, ModelCatalog model) => (_log, _keys, _binder) = (log, new KeyReader(log, model), new ScenarioBinder(log, model));

    public ExperimentSpec Read(MapNode root, string text, ulong? seed)
    {
        AddUnknownKeys(root, _log);
        var designs = new DesignReader(_log, _binder);
        var design = designs.Read(root["design"]);
        var seeds = new SeedsReader(_log).Read(root, seed);
        string[] needed =
        [
            .. Required.Where(k => (k != "factors" || design.Environments is not IListedPoints) && (seeds is null || k is not ("seed" or "replicates"))),
        ];
        foreach (var key in needed.Where(k => root[k] is null or ScalarNode { IsEmpty: true }))
        {
            _log.Add(root[key]?.Place ?? root.Place, key, $"the key \"{key}\" is missing; an experiment needs {string.Join(", ", Required)}");
        }

        var baseline = new BaselineReader(_log, _binder).Read(root);
        (var factors, var zip, design) = ReadFactors(root, baseline, design);
        var axes = new DesignAxes(design, factors, zip);
        var seeding = _keys.SeedingOf(root["seeding"]);
        var sharesRandomNumbers = seeding == Seeding.Common && axes.ArmOf(0) is null;
        var (replicates, replication) = new ReplicationReader(_log, _keys).Read(root["replicates"], sharesRandomNumbers, factors);
        var spec = new ExperimentSpec
        {
            Name = _keys.Name(root["name"]),
            Question = _keys.Text(root["question"], "question"),
            Expectation = _keys.Text(root["expectation"], "expectation"),
            Baseline = baseline,
            Factors = factors,
            Zip = zip,
            Design = design,
            Constraints = new ConstraintReader(_log).Read(root["constraints"], FactorReader.ScenariosOf(baseline, factors)),
            Replicates = seeds?.Count ?? replicates,
            Replication = replication,
            Seed = seeds?[0] ?? seed ?? _keys.Seed(root["seed"]),
            Seeds = seeds,
            Seeding = seeding,
            Outputs = new OutputsReader(_log, _keys).Read(root["outputs"]),
            Leadership = LeadershipReader.EventOf(root["leadership"], _log),
            Meaningful = LeadershipReader.MeaningfulOf(root["meaningful"], _log),
            Intervention = new LeadershipReader(_log, _keys).InterventionOf(root["intervention"], baseline.HorizonTicks),
            Analyses = new AnalysesReader(_log, _keys).Read(root["analyses"], axes),
            Figures = new FiguresReader(_log, _keys.Model).Read(root["figures"], _keys),
            Execution = new ExecutionReader(_keys).Read(root["execution"]),
            SourceText = text,
            Model = _keys.Model,
        };
        spec = spec with { Pattern = new PatternReader(_log, _keys).Read(root[PatternReader.Section], factors, spec.Intervention is not null) };
        new ChangesReader(_log, _binder).Check(FactorReader.ScenariosOf(baseline, factors), (root[ChangesReader.Key] ?? root).Place);
        designs.Check(spec, root["design"]?.Place ?? root.Place);
        return spec;
    }

    /// <summary>Reports keys that no experiment has.</summary>
    public static void AddUnknownKeys(MapNode root, ProblemLog log)
    {
        var parts = ParameterCatalog.Of(new Scenario()).Select(p => p.Path.Split('.')[0]).ToHashSet();
        foreach (var entry in root.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, "", Keys, parts.Contains(entry.Key) ? $"baseline.{entry.Key}" : null);
        }
    }

    // A design from a file has factors of its own: its columns.
    private (IReadOnlyList<Factor> Factors, IReadOnlyList<IReadOnlyList<string>> Zip, IExperimentDesign Design) ReadFactors(
        MapNode root, Scenario baseline, IExperimentDesign design)
    {
        var table = design.Environments is IListedPoints file ? PointTableReader.Read(file, root["design"]!, _log) : null;
        var node = root["factors"] is null or ScalarNode { IsEmpty: true } ? new MapNode(root.Place, []) : root["factors"]!;
        var (reader, nodes) = (new FactorReader(_log, _binder, ZipReader.PathsIn(root[ZipReader.Key])), table?.AddColumns(node) ?? node);
        var factors = reader.Read(nodes, baseline);
        if (table is not null && factors.Any(f => f.Distribution is not null) && _log.IsEmpty)
        {
            factors = reader.Read(table.WithValues((MapNode)nodes, factors, _log), baseline);
        }

        var zip = _log.IsEmpty ? new ZipReader(_log).Read(root[ZipReader.Key], factors) : [];
        if (table is null)
        {
            return (factors, zip, design);
        }

        var axes = new DesignAxes(design, factors, zip).Groups.Where(g => !design.CrossedWith.Contains(g[0].Path));
        var filled = table.Fill((IListedPoints)design.Environments, [.. axes], _log);
        return (factors, zip, design is CrossedDesign crossed ? crossed with { Environments = filled } : filled);
    }
}
