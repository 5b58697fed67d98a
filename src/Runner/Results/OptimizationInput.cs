using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>An optimization file that was read without problems.</summary>
/// <param name="Plan">The optimization and its id.</param>
internal sealed record OptimizationInput(OptimizationPlan Plan)
{
    /// <summary>The optimization.</summary>
    public OptimizationSpec Spec => Plan.Spec;

    /// <summary>Factors, goals and runs in words.</summary>
    public string Size =>
        $"{Counted.Of(Spec.Factors.Count, "factor")}, {Goals}, {(Spec.Limits.Count == 0 ? "" : Counted.Of(Spec.Limits.Count, "limit") + ", ")}"
        + $"at most {Counted.Of(Spec.SearchRuns, "run")} to search and {Spec.Finalists} × {Counted.Of(Spec.Confirmation, "run")} to confirm";

    /// <summary>What is to be large or small, in words.</summary>
    public string Goals => string.Join(" and ", Spec.Goals.Select(g => $"{(g.IsMaximized ? "largest" : "smallest")} {g.Output.Name}"));

    /// <summary>The files that are kept with its results.</summary>
    public IReadOnlyDictionary<string, string> Documents => new Dictionary<string, string>(Plan.Inputs)
    {
        [ResultsFolder.SourceFile] = Spec.SourceText,
        [ResultsFolder.ResolvedFile] = Plan.ResolvedJson,
    };

    /// <summary>Its manifest, before there are waves.</summary>
    /// <param name="overrides">Values that replaced those of its file.</param>
    public OptimizationManifest Manifest(IReadOnlyList<string> overrides) => new()
    {
        Name = Spec.Name,
        OptimizationId = Plan.OptimizationId,
        Seed = Spec.Seed,
        Parameters = [.. Spec.Factors.Select(f => f.Path)],
        Overrides = overrides,
    };

    /// <summary>Reads an optimization file.</summary>
    /// <exception cref="CommandException">The file has problems, or asks for no optimization.</exception>
    public static OptimizationInput Read(string file, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model = null)
    {
        var result = ExperimentReader.Read(file, overrides, seed, model);
        return result.Optimization is { } optimization ? new(new OptimizationPlan(optimization))
            : throw new CommandException(
                ExitCode.Invalid, result is { Spec: null, Calibration: null } ? ExperimentInput.Message(file, result.Problems) : Missing(file));
    }

    private static string Missing(string file) =>
        $"error: {file} has no section \"optimize\".{Environment.NewLine}"
        + "Add one in the place of design, replicates, seeding, analyses and figures, as in:" + Environment.NewLine
        + """
          optimize: {maximize: endTick, method: race, budget: 20000}
          """;
}
