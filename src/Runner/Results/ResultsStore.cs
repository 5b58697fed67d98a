using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Runner.Results;

/// <summary>Opens results folders for writing: every verb that makes one writes the same documents into it.</summary>
internal static class ResultsStore
{
    /// <summary>Opens the folder of an experiment, or creates it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="input">The experiment.</param>
    /// <param name="overrides">Values that replace those of its file.</param>
    /// <param name="source">Its file as its author wrote it.</param>
    /// <param name="stated">What was stated of it before; null: what it says now.</param>
    /// <exception cref="StoreException">It cannot be written, belongs to another experiment, or somebody works in it.</exception>
    public static RunStore Open(string folder, ExperimentInput input, IReadOnlyList<string> overrides, string source, IReadOnlyList<Statement>? stated = null)
    {
        var manifest = RunManifest.Of(input.Spec, input.Plan) with
        {
            Statements = stated ?? [Statement.Of(input.Spec, TimeProvider.System.GetUtcNow())],
            Overrides = overrides,
        };
        var documents = new Dictionary<string, string>(input.Documents) { [ResultsFolder.SourceFile] = source };
        if (input.Plan.Extension is { Source: { } code } extension)
        {
            documents[extension.Name] = code;
        }

        return RunStore.Open(folder, input.Plan, manifest, documents);
    }

    /// <summary>Opens a folder for the experiment that another folder holds.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="input">The experiment.</param>
    /// <param name="other">The other folder.</param>
    /// <exception cref="StoreException">It cannot be written, belongs to another experiment, or somebody works in it.</exception>
    public static RunStore OpenLike(string folder, ExperimentInput input, string other)
    {
        // Shares of a cluster run the frozen experiment; what its author wrote is kept next to it.
        var frozen = Path.Combine(ResultsParts.PartsOf(folder), ResultsFolder.SourceFile);
        var source = File.Exists(frozen) ? frozen : Path.Combine(other, ResultsFolder.SourceFile);
        var overrides = ResultsParts.OverridesOf(folder) ?? RunTable.ManifestOf(other).Overrides;
        return Open(folder, input, overrides, File.Exists(source) ? File.ReadAllText(source) : input.Spec.SourceText);
    }
}
