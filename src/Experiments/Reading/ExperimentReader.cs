using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>The result of reading an experiment file.</summary>
/// <param name="Spec">The experiment; null where there is a problem, several designs, a calibration or an optimization.</param>
/// <param name="Problems">Every problem, in the order of the file.</param>
public sealed record ReadResult(ExperimentSpec? Spec, IReadOnlyList<Problem> Problems)
{
    /// <summary>The experiments of a file with several designs, by the names of these; none when there is any problem, or one design.</summary>
    public IReadOnlyList<(string Design, ExperimentSpec Spec)> Designs { get; init; } = [];

    /// <summary>The calibration; null when there is any problem, or the file asks for none.</summary>
    public CalibrationSpec? Calibration { get; init; }

    /// <summary>The optimization; null when there is any problem, or the file asks for none.</summary>
    public OptimizationSpec? Optimization { get; init; }

    /// <summary>Names that this version does not know, in a file that is part of results.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];
}

/// <summary>Reads experiment files, reporting every problem with its place at once.</summary>
public static class ExperimentReader
{
    /// <summary>Reads an experiment.</summary>
    /// <param name="file">Path of the YAML or JSON file.</param>
    /// <param name="overrides">Values laid over the file, as <c>path=value</c>: a key of the experiment, or a parameter of the baseline.</param>
    /// <param name="seed">Root seed instead of the file's.</param>
    /// <param name="model">What the file can name; null: what comes with the program.</param>
    public static ReadResult Read(string file, IReadOnlyList<string>? overrides = null, ulong? seed = null, ModelCatalog? model = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file, overrides ?? [], seed, model ?? ModelCatalog.Standard, new ProblemLog());
    }

    /// <summary>Reads the experiment that is kept with results. Another version may have written it: what this version does not know is passed over.</summary>
    /// <param name="file">Path of the JSON file.</param>
    /// <param name="model">What the file can name; null: what comes with the program.</param>
    public static ReadResult ReadArchived(string file, ModelCatalog? model = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file, [], null, model ?? ModelCatalog.Standard, new ProblemLog(passesOverUnknown: true));
    }

    private static ReadResult Read(string file, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog model, ProblemLog log)
    {
        if (TextFile.Read(file, log) is not { } text || NodeTree.Parse(file, text, log) is not { } root)
        {
            return new ReadResult(null, log.Problems);
        }

        root = new ExtendsReader(log).Resolve(root, file);
        root = OverrideReader.Apply(root, overrides, log);
        model = new MetricsReader(log).Read(root[MetricsReader.Key], model);
        if (root["calibration"] is { } section and not ScalarNode { IsEmpty: true })
        {
            var calibration = new CalibrationReader(log, model).Read(root, section, text, seed);
            return new ReadResult(null, log.Problems) { Calibration = log.IsEmpty ? calibration : null };
        }

        if (root[OptimizationReader.Section] is { } optimize and not ScalarNode { IsEmpty: true })
        {
            var optimization = new OptimizationReader(log, model).Read(root, optimize, text, seed);
            return new ReadResult(null, log.Problems) { Optimization = log.IsEmpty ? optimization : null };
        }

        var designs = new DesignsReader(log).Read(root);
        var specs = log.IsEmpty ? designs.Select(d => (d.Name, Spec: new SpecReader(log, model).Read(d.Root, text, seed))).ToArray() : [];
        return !log.IsEmpty ? new ReadResult(null, log.Problems) { PassedOver = log.PassedOver }
            : specs is [var only] ? new ReadResult(only.Spec, []) { PassedOver = log.PassedOver }
            : new ReadResult(null, []) { PassedOver = log.PassedOver, Designs = specs };
    }
}
