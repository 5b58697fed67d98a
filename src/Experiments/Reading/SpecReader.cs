using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Makes the experiment of merged nodes.</summary>
internal sealed partial class SpecReader
{
    /// <summary>The keys of an experiment.</summary>
    public static readonly string[] Keys =
    [
        "name", "question", "expectation", "extends", "baseline", "factors", "constraints", "design", "replicates", "seed", "seeding", "analyses", "figures",
        "execution",
    ];

    private static readonly string[] Required = ["name", "question", "expectation", "factors", "design", "replicates", "seed"];
    private static readonly string[] ExecutionKeys = ["workers", "maxRuns"];
    private readonly ProblemLog _log;
    private readonly ScenarioBinder _binder;

    public SpecReader(ProblemLog log) => (_log, _binder) = (log, new ScenarioBinder(log));

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
        var table = design is FileDesign file ? PointTableReader.Read(file, root["design"]!, _log) : null;
        var factorNode = root["factors"] is null or ScalarNode { IsEmpty: true } ? new MapNode(root.Place, []) : root["factors"]!;
        var factors = new FactorReader(_log, _binder).Read(table?.AddColumns(factorNode) ?? factorNode, baseline);
        design = table is null ? design : table.Fill((FileDesign)design, factors, _log);
        var spec = new ExperimentSpec
        {
            Name = ReadName(root["name"]),
            Question = ReadText(root["question"], "question"),
            Expectation = ReadText(root["expectation"], "expectation"),
            Baseline = baseline,
            Factors = factors,
            Design = design,
            Constraints = new ConstraintReader(_log).Read(root["constraints"], FactorReader.ScenariosOf(baseline, factors)),
            Replicates = (int)(ReadWhole(root["replicates"], "replicates", 1, 100_000_000) ?? 1),
            Seed = seed ?? ReadSeed(root["seed"]),
            Seeding = ReadSeeding(root["seeding"]),
            Analyses = ReadNames(root["analyses"], "analyses", AnalysisCatalog.Analyses),
            Figures = ReadNames(root["figures"], "figures", AnalysisCatalog.Figures),
            Execution = ReadExecution(root["execution"]),
            SourceText = text,
        };
        designs.Check(spec, root["design"]?.Place ?? root.Place);
        return spec;
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

    private string ReadName(Node? node)
    {
        if (node is ScalarNode { IsEmpty: false } name)
        {
            if (Name().IsMatch(name.Text))
            {
                return name.Text;
            }

            _log.Add(name.Place, "name", $"name is \"{name.Text}\"; allowed are 1 to 64 of a-z, 0-9 and -, as it is used in paths");
        }

        return "";
    }

    private string ReadText(Node? node, string key)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return "";
        }

        if (node is ScalarNode scalar)
        {
            return scalar.Text.Trim();
        }

        _log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a text");
        return "";
    }

    private long? ReadWhole(Node? node, string key, long min, long max)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return null;
        }

        if (ScalarReader.WholeNumber(node) is { } number && number >= min && number <= max)
        {
            return number;
        }

        _log.Add(node.Place, key, string.Create(CultureInfo.InvariantCulture, $"{key} is {NodeTree.Describe(node)}; allowed is a whole number from {min} to {max}"));
        return null;
    }

    private ulong ReadSeed(Node? node)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return 0;
        }

        if (node is ScalarNode { IsQuoted: false } scalar && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            return seed;
        }

        _log.Add(node.Place, "seed", $"seed is {NodeTree.Describe(node)}; allowed is a whole number from 0 to {ulong.MaxValue}");
        return 0;
    }

    private Seeding ReadSeeding(Node? node)
    {
        switch (node)
        {
            case null or ScalarNode { Text: "common" }:
                return Seeding.Common;
            case ScalarNode { Text: "independent" }:
                return Seeding.Independent;
            default:
                _log.Add(node.Place, "seeding", $"seeding is {NodeTree.Describe(node)}; allowed: common, independent", Spelling.Nearest((node as ScalarNode)?.Text ?? "", ["common", "independent"]));
                return Seeding.Common;
        }
    }

    private List<string> ReadNames(Node? node, string key, IReadOnlyList<CatalogItem> catalog)
    {
        var allowed = catalog.Select(c => c.Name).ToList();
        if (node is null)
        {
            return allowed;
        }

        if (node is not ListNode list)
        {
            _log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed is a list of {string.Join(", ", allowed)}");
            return [];
        }

        foreach (var item in list.Items.Where(i => i is not ScalarNode scalar || !allowed.Contains(scalar.Text)))
        {
            _log.Add(item.Place, key, $"{key} has {NodeTree.Describe(item)}; allowed: {string.Join(", ", allowed)}", Spelling.Nearest((item as ScalarNode)?.Text ?? "", allowed));
        }

        return [.. list.Items.OfType<ScalarNode>().Select(s => s.Text).Distinct()];
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
            Workers = (int)(ReadWhole(map["workers"], "execution.workers", 1, 1024) ?? standard.Workers),
            MaxRuns = ReadWhole(map["maxRuns"], "execution.maxRuns", 1, 1_000_000_000_000) ?? standard.MaxRuns,
        };
    }

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex Name();
}
