using System.Globalization;
using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Replication;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Figures.Kinds;
using LeadershipSim.Runner.Report;

namespace LeadershipSim.Runner.Results;

/// <summary>The results folder of a complete experiment: what was run, and what is made of it.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Spec">The experiment.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Table">Its runs.</param>
internal sealed record ResultsFolder(string Path, ExperimentSpec Spec, ExperimentPlan Plan, RunTable Table)
{
    /// <summary>File with the experiment, every default filled in; it can be run itself.</summary>
    public const string ResolvedFile = "experiment.resolved.json";

    /// <summary>File with the experiment as its author wrote it.</summary>
    public const string SourceFile = "experiment.yaml";

    private const string AnalysisFolder = "analysis";
    private const string FiguresFolder = "figures";
    /// <summary>The report, the last that is made of results.</summary>
    public const string ReportFile = "report.html";

    private const int IdLength = 8;

    private readonly Lazy<SensitivityStudy> _sensitivity = new(() => SensitivityStudy.Of(
        SensitivityRuns.Of(Spec, Plan, Table, SensitivityRuns.UsualOutputs), Spec.Analyses, new BootstrapSettings(Resamples: 1000), refuse: false));

    /// <summary>Where the results of an experiment belong.</summary>
    public static string PathOf(string output, ExperimentInput input) => PathOf(output, input.Spec.Name, input.Plan.ExperimentId);

    /// <summary>Where results of a name and a hash belong.</summary>
    public static string PathOf(string output, string name, string id) => System.IO.Path.Combine(output, name, id[..IdLength]);

    /// <summary>The plan of the experiment in a results folder, complete or not.</summary>
    /// <exception cref="StoreException">Its manifest states another number of runs.</exception>
    public static ExperimentPlan PlanOf(string path) =>
        Checked(path, StagedIn(path, ExperimentInput.Read(System.IO.Path.Combine(path, ResolvedFile), [], null))).Plan;

    /// <summary>An experiment with the replicates that a folder has come to; as it is where there is no folder yet.</summary>
    public static ExperimentInput StagedIn(string path, ExperimentInput input) =>
        RunManifest.Read(path) is { Stages: { } stages } manifest && manifest.ExperimentId == input.Plan.ExperimentId
            ? input with { Plan = input.Plan.With(stages) } : input;

    /// <summary>Opens a results folder.</summary>
    /// <exception cref="CommandException">It is incomplete, or was made by other rules.</exception>
    public static ResultsFolder Open(string path)
    {
        var manifest = RunTable.ManifestOf(path);
        if (!manifest.IsComplete)
        {
            throw new CommandException(ExitCode.Incomplete, string.Create(
                CultureInfo.InvariantCulture,
                $"error: {path} is not complete: {manifest.RunsDone} of {manifest.RunsPlanned} runs are there.{Environment.NewLine}next: give the leadersim run command of this experiment again; it goes on where it stopped"));
        }

        var input = InputOf(path);
        return new(path, input.Spec, input.Plan, RunTable.Read(path));
    }

    /// <summary>The experiment in a results folder, complete or not.</summary>
    /// <exception cref="CommandException">It was changed, or made by other rules.</exception>
    public static ExperimentInput InputOf(string path)
    {
        var manifest = RunTable.ManifestOf(path);
        var input = ExperimentInput.Read(System.IO.Path.Combine(path, ResolvedFile), [], null);
        if (input.Plan.ExperimentId != manifest.ExperimentId)
        {
            throw new CommandException(ExitCode.ResultsUnusable, string.Create(
                CultureInfo.InvariantCulture,
                $"error: {path} holds experiment {manifest.ExperimentId} of model revision {manifest.ModelRevision}, but its {ResolvedFile} stands for {input.Plan.ExperimentId}: it was changed, or made by another version ({manifest.ToolVersion}). Run the experiment again"));
        }

        return Checked(path, StagedIn(path, input));
    }

    /// <summary>Analyzes, draws and reports what is complete, and names the folder on standard output.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="messages">Where to say what is done.</param>
    public static void Finish(string path, TextWriter output, TextWriter messages)
    {
        var results = Open(path);
        messages.WriteLine("analyzing");
        var study = results.Study();
        results.WriteAnalyses(study);
        messages.WriteLine("drawing");
        var figures = results.FiguresOf(study);
        results.WriteFigures(figures, null);
        var report = results.WriteReport(study, figures);
        output.WriteLine(path);
        messages.Write(Environment.NewLine + results.TextOf(study) + Environment.NewLine);
        messages.WriteLine($"next: open {report} in a browser");
    }

    /// <summary>Studies the runs.</summary>
    /// <param name="reference">The level the others are compared with; null: the first under which leadership left.</param>
    /// <exception cref="CommandException">There is no such level, or nothing is compared with it.</exception>
    public OutlivingStudy Study(string? reference = null)
    {
        var study = OutlivingStudy.Of(Spec, RunsByPoint.Of(Plan, Table), Plan.Count);
        if (reference is not null && !study.IsComparable)
        {
            throw new CommandException(ExitCode.Invalid, $"error: --reference is {reference}, and {Path} compares nothing: that needs a factor with two to fifty levels. Leave --reference out");
        }

        if (reference is not null && !study.Arms.Contains(reference))
        {
            throw new CommandException(ExitCode.Invalid, $"error: --reference is {reference}, which is no level of {study.ComparedPath}; allowed are {string.Join(", ", study.Arms)}");
        }

        // With a level under which no leadership left there is nothing to compare.
        reference ??= study.IsComparable ? study.ByArm.FirstOrDefault(s => s.FoundingExits > 0)?.Group.Arm.Level ?? study.Arms[0] : null;
        study = reference is null ? study : study.ComparedWith(reference);
        Caution?[] cautions = [DesignCautions.Of(Plan), ReplicationCautions.Of(Spec, Table.Manifest.ImprecisePoints)];
        return study with { Cautions = [.. study.Cautions, .. cautions.OfType<Caution>()] };
    }

    /// <summary>The sensitivity analyses that the experiment asks for; empty when there are none.</summary>
    public SensitivityStudy Sensitivity => _sensitivity.Value;

    /// <summary>Every table of the results, in the order in which they are read.</summary>
    public IReadOnlyList<ResultTable> Tables(OutlivingStudy study) =>
        [.. SensitivityTables.Of(Sensitivity), .. StudyTables.Of(study), .. StudyCurves.Of(study, ["states", "survival"])];

    /// <summary>The study as text for a terminal.</summary>
    public string TextOf(OutlivingStudy study) => StudyText.Of(study, AnswerText.Of(study), Path);

    /// <summary>Writes the analyses.</summary>
    public void WriteAnalyses(OutlivingStudy study)
    {
        StudyFiles.Write(study, Spec.Analyses, In(AnalysisFolder));
        SensitivityFiles.Write(Sensitivity, In(AnalysisFolder));
        RunManifest.RecordProducts(Path, [AnalysisFolder]);
    }

    /// <summary>Draws the figures that the experiment asks for.</summary>
    /// <param name="study">The study.</param>
    /// <param name="formats">Endings of the files; null: the usual ones.</param>
    /// <param name="leftOut">Is told which figures are left out, and why.</param>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> WriteFigures(OutlivingStudy study, IReadOnlyList<string>? formats = null, Action<string>? leftOut = null) =>
        WriteFigures(FiguresOf(study, leftOut), formats);

    /// <summary>Writes figures into the folder of figures.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> WriteFigures(IReadOnlyList<IFigure> figures, IReadOnlyList<string>? formats)
    {
        var files = FigureFiles.Write(figures, In(FiguresFolder), formats);
        RunManifest.RecordProducts(Path, [FiguresFolder]);
        return files;
    }

    /// <summary>Writes the report.</summary>
    /// <returns>The file.</returns>
    public string WriteReport(OutlivingStudy study, IReadOnlyList<IFigure>? figures = null)
    {
        var model = StudyReport.Of(Spec, Plan, study, Table.Manifest.RunsFailed, ReportEnvironment.Of(Table.Manifest));
        var file = In(ReportFile);
        File.WriteAllText(file, ReportPage.Of(model with
        {
            Figures = figures ?? FiguresOf(study),
            Tables = [.. SensitivityTables.Of(Sensitivity), .. model.Tables],
            Cautions = [.. Sensitivity.Cautions.Select(c => c.Message), .. model.Cautions],
        }));
        RunManifest.RecordProducts(Path, [ReportFile]);
        return file;
    }

    /// <summary>The figures that the experiment asks for.</summary>
    /// <param name="study">The study.</param>
    /// <param name="leftOut">Is told which are left out, and why.</param>
    public IReadOnlyList<IFigure> FiguresOf(OutlivingStudy study, Action<string>? leftOut = null) => FigureKinds.OfExperiment(SourceOf(study), leftOut);

    /// <summary>What figures are drawn from.</summary>
    public FigureSource SourceOf(OutlivingStudy study) => FigureSource.Of(Spec, Plan, Table, study, _sensitivity);

    private static ExperimentInput Checked(string path, ExperimentInput input)
    {
        RunManifest.Read(path)?.CheckRuns(path, input.Plan);
        return input;
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
