using LeadershipSim.Analysis.Replication;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>An experiment file that was read without problems, and its plan.</summary>
/// <param name="Spec">The experiment.</param>
/// <param name="Plan">Its runs.</param>
internal sealed record ExperimentInput(ExperimentSpec Spec, ExperimentPlan Plan)
{
    /// <summary>Name of its design, where its file has several; empty otherwise.</summary>
    public string Design { get; init; } = "";

    /// <summary>Its name, and that of its design where its file has several.</summary>
    public string Title => Design.Length == 0 ? Spec.Name : $"{Spec.Name}, design {Design}";

    /// <summary>The value of --set that chooses it among those of its file; none where there is one.</summary>
    public IReadOnlyList<string> Choice => Design.Length == 0 ? [] : [$"design={Design}"];

    /// <summary>How the plan grows while its runs are judged; null where the number of replicates is fixed.</summary>
    public Func<RunPlan, RunStore, RunPlan?>? Growth =>
        Spec.Replication is null ? null : new AdaptiveReplication(Spec, new PrecisionJudge(Spec, Plan.Points)).Next;

    /// <summary>The files that are kept with its results.</summary>
    public IReadOnlyDictionary<string, string> Documents => new Dictionary<string, string>(Plan.Inputs)
    {
        [ResultsFolder.SourceFile] = Spec.SourceText,
        [ResultsFolder.ResolvedFile] = Plan.ResolvedJson,
    };

    /// <summary>Design points, replicates and runs in words.</summary>
    public string Size => SizeOf(Spec, Plan) + LeftOut;

    // A weighted level that is drawn several times is run once, as one that is drawn once.
    private string LeftOut =>
        (Plan.PointsRefused == 0 ? "" : $"; left out: {Counted.Of(Plan.PointsRefused, "point that breaks", "points that break")} a constraint")
        + (Plan.PointsRepeated == 0 ? "" : $"; left out: {Counted.Of(Plan.PointsRepeated, "point that repeats", "points that repeat")} "
            + (Spec.Factors.Any(f => f.Weights is not null || f.Distribution is not null)
                ? "another, so that weights and distributions of the factors do not hold" : "another"));

    private static string Points(ExperimentSpec spec, ExperimentPlan plan) =>
        Counted.Of(plan.Points.Count, "design point")
        + (spec.Design.CrossedWith.Count == 0 ? ""
            : $" ({Counted.Of(plan.Points.DistinctBy(p => p.Environment).Count(), "environment")}"
                + $" under {Counted.Of(spec.Design.ArmsPerEnvironment(spec.Factors), "arm")})");

    /// <summary>Design points, replicates and runs in words.</summary>
    public static string SizeOf(ExperimentSpec spec, ExperimentPlan plan) => spec.Replication is { } rule
        ? Invariant($"{Points(spec, plan)} × {rule.Min} to {rule.Max} replicates = {(long)plan.Points.Count * rule.Min} to {(long)plan.Points.Count * rule.Max} runs")
        : $"{Points(spec, plan)} × {Counted.Of(spec.Replicates, "replicate")} = {Counted.Of(plan.Count, "run")}";

    /// <summary>Reads an experiment file with one design.</summary>
    /// <param name="file">The file.</param>
    /// <param name="overrides">Values that replace those of the file.</param>
    /// <param name="seed">Root seed instead of the file's.</param>
    /// <param name="model">What the file can name; null: what comes with the program.</param>
    /// <param name="verb">The verb that asks, for a command that chooses one of several designs.</param>
    /// <exception cref="CommandException">The file has problems: the message holds all of them, one a line; or it has several designs.</exception>
    public static ExperimentInput Read(string file, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model = null, string verb = "run")
    {
        var inputs = ReadDesigns(file, overrides, seed, model);
        return inputs is [var only] ? only : throw new CommandException(
            ExitCode.Invalid,
            $"error: {file} has the designs {string.Join(", ", inputs.Select(i => i.Design))}, and {verb} takes one.{Environment.NewLine}"
            + NextCommand.Of(verb, file, [.. overrides, .. inputs[0].Choice], seed));
    }

    /// <summary>Reads an experiment file, of several designs each as an experiment of its own.</summary>
    /// <exception cref="CommandException">The file has problems: the message holds all of them, one a line.</exception>
    public static IReadOnlyList<ExperimentInput> ReadDesigns(string file, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model = null)
    {
        var result = ExperimentReader.Read(file, overrides, seed, model);
        return result.Spec is { } spec ? [new(spec, new ExperimentPlan(spec))]
            : result.Designs.Count > 0 ? [.. result.Designs.Select(d => new ExperimentInput(d.Spec, new ExperimentPlan(d.Spec)) { Design = d.Design })]
            : result.Calibration is not null
                ? throw new CommandException(ExitCode.Invalid, $"error: {file} asks for a calibration, which has no design points to run.{Environment.NewLine}{NextCommand.Of("calibrate", file, overrides, seed)}")
            : result.Optimization is not null
                ? throw new CommandException(ExitCode.Invalid, $"error: {file} asks for an optimization, which has no design points to run.{Environment.NewLine}{NextCommand.Of("optimize", file, overrides, seed)}")
            : throw new CommandException(ExitCode.Invalid, Message(file, result.Problems));
    }

    /// <summary>Reads several experiment files.</summary>
    /// <exception cref="CommandException">Some have problems: the message holds those of all.</exception>
    public static IReadOnlyList<ExperimentInput> ReadAll(IReadOnlyList<string> files, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model = null)
    {
        var (inputs, problems) = (new List<ExperimentInput>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                inputs.AddRange(ReadDesigns(file, overrides, seed, model));
            }
            catch (CommandException error)
            {
                problems.Add(error.Message);
            }
        }

        return problems.Count == 0 ? inputs : throw new CommandException(ExitCode.Invalid, string.Join(Environment.NewLine, problems));
    }

    /// <summary>Reads the experiment that is kept in a results folder, with the ids that its runs have there.</summary>
    /// <exception cref="CommandException">It has problems: the message holds all of them, one a line.</exception>
    public static ExperimentInput ReadArchived(string file, int modelRevision, ModelCatalog? model = null)
    {
        var result = ExperimentReader.ReadArchived(file, model);
        return result.Spec is { } spec
            ? new(spec, new ExperimentPlan(spec, modelRevision)) { PassedOver = result.PassedOver }
            : throw new CommandException(ExitCode.Invalid, Message(file, result.Problems));
    }

    /// <summary>Keys of an archived experiment that this version does not know and ignores.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>All problems, one a line, and how many there are.</summary>
    public static string Message(string file, IReadOnlyList<Problem> problems) =>
        string.Join(Environment.NewLine, problems) + Environment.NewLine
            + $"error: {Counted.Of(problems.Count, "problem")} in {file}";
}
