using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.Extensions;

/// <summary>What a program of a researcher adds to the command line. Immutable: each method returns a longer extension.</summary>
public sealed partial record Extension
{
    private Extension()
    {
    }

    /// <summary>Nothing besides what comes with the program.</summary>
    public static Extension None { get; } = new();

    /// <summary>What experiment files can name.</summary>
    internal ModelCatalog Model { get; private init; } = ModelCatalog.Standard;

    /// <summary>Figures.</summary>
    internal IReadOnlyList<(string Name, Func<FinishedExperiment, OwnFigure> Draw)> Figures { get; private init; } = [];

    /// <summary>An extension that is still empty.</summary>
    internal static Extension Of(ExtensionSource source) => new()
    {
        Model = ModelCatalog.Standard with { Extension = new(source.Name, source.Hash, []) { Source = source.Text } },
    };

    /// <summary>Adds a policy; its parameters at their defaults are those of a new instance.</summary>
    /// <param name="summary">What it is, in a sentence without a final stop.</param>
    /// <typeparam name="T">The policy, a record; experiment files name it by this name in camelCase.</typeparam>
    /// <exception cref="ArgumentException">There is a policy of this name, or the type is not a record.</exception>
    public Extension Policy<T>(string? summary = null)
        where T : class, ILeadershipPolicy, new()
    {
        var kind = char.ToLowerInvariant(typeof(T).Name[0]) + typeof(T).Name[1..];
        Check("policy", kind, Model.Policies.Select(p => p.Kind));
        if (typeof(T).GetMethod("<Clone>$") is null)
        {
            throw new ArgumentException($"the policy {typeof(T).Name} is not a record; declare it as a sealed record, whose properties with a [Parameter] are its parameters");
        }

        return With("policy", kind, Model with { Policies = [.. Model.Policies, new CatalogEntry<ILeadershipPolicy>(kind, new T(), summary ?? From)] });
    }

    /// <summary>Adds a design; its parameters at their defaults are those of a new instance. It gets the analyses of its shape.</summary>
    /// <param name="summary">What it is, in a sentence without a final stop.</param>
    /// <typeparam name="T">The design, a record; experiment files name it by its <see cref="IExperimentDesign.Kind"/>.</typeparam>
    /// <exception cref="ArgumentException">There is a design of this name.</exception>
    public Extension Design<T>(string? summary = null)
        where T : class, IExperimentDesign, new()
    {
        var design = new T();
        Check("design", design.Kind, Model.Designs.Select(d => d.Kind));
        return With(
            "design", design.Kind, Model with { Designs = [.. Model.Designs, new CatalogEntry<IExperimentDesign>(design.Kind, design, summary ?? From)] });
    }

    /// <summary>Adds an output: one number that every run reports, stored as a column.</summary>
    /// <param name="name">Its name, in camelCase.</param>
    /// <param name="unit">Its unit, such as <c>share</c> or <c>tick</c>; 1: none.</param>
    /// <param name="value">Reads it from the outcome of a run; NaN where it does not exist.</param>
    /// <param name="meaning">What it means, in a sentence without a final stop.</param>
    /// <exception cref="ArgumentException">There is an output of this name.</exception>
    public Extension Output(string name, string unit, Func<ProgramOutcome, double> value, string? meaning = null)
    {
        Check("output", name, Model.Outputs.Select(o => o.Name));
        return With("output", name, Model with { Outputs = [.. Model.Outputs, new Output(name, OutputKind.Real, unit, meaning ?? From, value)] });
    }

    /// <summary>Adds a metric: one number that can be followed from tick to tick, in <c>outputs: {series: {every: 1}}</c> and in traces.</summary>
    /// <param name="name">Its name, in camelCase.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="value">Reads it from the state after a tick.</param>
    /// <param name="meaning">What it means, in a sentence without a final stop.</param>
    /// <exception cref="ArgumentException">There is a metric of this name.</exception>
    public Extension Metric(string name, string unit, SeriesValue value, string? meaning = null)
    {
        Check("metric", name, Model.Metrics.Select(m => m.Name));
        return With("metric", name, Model with { Metrics = [.. Model.Metrics, new SeriesMetric(name, false, unit, meaning ?? From, value)] });
    }

    /// <summary>Adds a figure: drawn with the others of every experiment, and named in <c>figures:</c>.</summary>
    /// <param name="name">Its name, in camelCase; its files have it too.</param>
    /// <param name="draw">Makes it of a finished experiment.</param>
    /// <param name="summary">What it shows, in a sentence without a final stop.</param>
    /// <exception cref="ArgumentException">There is a figure of this name.</exception>
    public Extension Figure(string name, Func<FinishedExperiment, OwnFigure> draw, string? summary = null)
    {
        Check("figure", name, Model.Figures.Select(f => f.Name));
        var model = Model with { Figures = [.. Model.Figures, new CatalogItem(name, summary ?? From)] };
        return With("figure", name, model) with { Figures = [.. Figures, (name, draw)] };
    }

    private string From => $"From {Model.Extension?.Name}";

    private Extension With(string what, string name, ModelCatalog model) =>
        this with { Model = model with { Extension = model.Extension! with { Brings = [.. model.Extension.Brings, $"{what} {name}"] } } };

    private static void Check(string what, string name, IEnumerable<string> known)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new ArgumentException($"the {what} \"{name}\" needs another name; allowed are letters and digits, the first a small letter, as in founderVoice");
        }

        if (known.Contains(name))
        {
            throw new ArgumentException($"the name of the {what} {name} is taken; give the new one another name");
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    private static partial Regex NamePattern();
}
