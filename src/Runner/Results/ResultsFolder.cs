using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Replication;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Extensions;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Figures.Kinds;
using LeadershipSim.Runner.Report;

namespace LeadershipSim.Runner.Results;

/// <summary>The results folder of a complete experiment: what was run, and what is made of it.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Input">The experiment and its plan.</param>
/// <param name="Table">Its runs.</param>
internal sealed record ResultsFolder(string Path, ExperimentInput Input, RunTable Table)
{
    /// <summary>File with the experiment, every default filled in; it can be run itself.</summary>
    public const string ResolvedFile = ResultFiles.Resolved;

    /// <summary>File with the experiment as its author wrote it.</summary>
    public const string SourceFile = "experiment.yaml";

    private const string AnalysisFolder = "analysis";
    private const string FiguresFolder = "figures";
    /// <summary>The report, the last file to be written.</summary>
    public const string ReportFile = "report.html";

    private const int IdLength = 8;

    /// <summary>The extension of the program.</summary>
    public Extension Extension { get; init; } = Extension.None;

    // Where nothing varies there is nothing to be sensitive to.
    private readonly Lazy<SensitivityStudy> _sensitivity = new(() => Input.Spec.Factors.Count == 0 ? new SensitivityStudy() : SensitivityStudy.Of(
        SensitivityRuns.Of(Input.Spec, Input.Plan, Table, SensitivityRuns.UsualOutputs),
        Input.Spec.Analyses,
        new BootstrapSettings(Resamples: 1000),
        refuse: false));

    private readonly StudiedRuns _runs = new(Input.Spec, Input.Plan, Table);

    /// <summary>The experiment.</summary>
    public ExperimentSpec Spec => Input.Spec;

    /// <summary>Its plan.</summary>
    public ExperimentPlan Plan => Input.Plan;

    /// <summary>The results folder of an experiment.</summary>
    public static string PathOf(string output, ExperimentInput input) => PathOf(output, input.Spec.Name, input.Plan.ExperimentId);

    /// <summary>The results folder of a name and a hash.</summary>
    public static string PathOf(string output, string name, string id) => System.IO.Path.Combine(output, name, id[..IdLength]);

    /// <summary>Opens a results folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="messages">The writer of the note that another version wrote it.</param>
    /// <exception cref="CommandException">It is incomplete, or was made by other rules.</exception>
    /// <param name="extension">The extension of the program; null: none.</param>
    public static ResultsFolder Open(string path, TextWriter messages, Extension? extension = null)
    {
        var manifest = RunTable.ManifestOf(path);
        if (!manifest.IsComplete)
        {
            throw new CommandException(ExitCode.Incomplete, Invariant($"error: {path} is not complete: {manifest.RunsDone} of {manifest.RunsPlanned} runs are there.{Environment.NewLine}next: {manifest.LastCommand ?? $"the {ShellText.Program} run command of this experiment"}"));
        }

        var input = StoredExperiment.InputOf(path, extension);
        var results = new ResultsFolder(path, input, RunTable.Read(path)) { Extension = extension ?? Extension.None };
        if (results.Note is { } note)
        {
            messages.WriteLine($"note: {note}");
        }

        return results;
    }

    /// <summary>What a reader should know about the version that wrote the folder; null: nothing.</summary>
    public string? Note => Input.PassedOver.Count == 0 ? Table.Manifest.Note
        : $"{Table.Manifest.Note ?? $"{Table.Manifest.Name} was written by version {Table.Manifest.ToolVersion}"}; ignored, since this version does not know them: {string.Join(", ", Input.PassedOver)}";

    /// <summary>Analyzes, draws and reports what is complete, and names the folder on standard output.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="messages">The writer of messages about what is done.</param>
    /// <param name="extension">The extension of the program; null: none.</param>
    public static void Finish(string path, TextWriter output, TextWriter messages, Extension? extension = null)
    {
        var results = Open(path, messages, extension);
        messages.WriteLine("analyzing");
        var study = results.Study();
        results.WriteAnalyses(study, messages);
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
    /// <param name="settings">What ends leadership, which ticks to report, which differences matter; null: as in the experiment.</param>
    public OutlivingStudy Study(string? reference = null, StudySettings? settings = null)
    {
        var study = StudyOf(settings ?? StudySettings.Of(Spec));
        if (reference is not null && !study.IsComparable)
        {
            throw new CommandException(ExitCode.Invalid, $"error: --reference is {reference}, and {Path} has no comparison: that needs a factor with two to fifty levels. Leave --reference out");
        }

        if (reference is not null && !study.Arms.Contains(reference))
        {
            throw new CommandException(ExitCode.Invalid, $"error: --reference is {reference}, which is not a level of {study.ComparedPath}; allowed are {string.Join(", ", study.Arms)}");
        }

        // With a level under which no leadership left there is nothing to compare.
        reference ??= study.IsComparable ? study.ByArm.FirstOrDefault(s => s.FoundingExits > 0)?.Group.Arm.Level ?? study.Arms[0] : null;
        study = reference is null ? study : study.ComparedWith(reference);
        study = Spec.Intervention is { } intervention && StoredTwins.AreIn(Table)
            ? study with { Removal = RemovalStudy.Of(study, StoredTwins.Of(Plan, Table), intervention) } : study;
        Caution?[] cautions = [DesignCautions.Of(Plan), ReplicationCautions.Of(Spec, Table.Manifest.ImprecisePoints)];
        var note = Note is { } text ? new Caution[] { new(CautionKind.OtherVersion, "", text) } : [];
        return study with { Cautions = [.. study.Cautions, .. cautions.OfType<Caution>(), .. note] };
    }

    /// <summary>The verdicts under every event whose tick these runs record; null where there is one event, or nothing to compare.</summary>
    public ResultTable? RobustnessOf(OutlivingStudy study) => _runs.RobustnessOf(study);

    private OutlivingStudy StudyOf(StudySettings settings) => OutlivingStudy.Of(Spec, _runs.Under(settings.Leadership), Plan.Count, settings);

    /// <summary>The sensitivity analyses that the experiment asks for; may be empty.</summary>
    public SensitivityStudy Sensitivity => _sensitivity.Value;

    /// <summary>Every table of the results, in the order in which they are read.</summary>
    public IReadOnlyList<ResultTable> Tables(OutlivingStudy study) =>
    [
        .. ReadTables(study),
        .. RobustnessOf(study) is { } robustness ? [robustness] : Array.Empty<ResultTable>(),
        .. CoxTable.Of(study) is { } cox ? [cox] : Array.Empty<ResultTable>(),
        .. StudyCurves.Of(study, ["states", "survival"]),
        .. StudyCurves.OfPoints(study, ["states"]),
    ];

    // The tables that are read by eye, those that the answer rests on first.
    private IReadOnlyList<ResultTable> ReadTables(OutlivingStudy study)
    {
        var decides = SensitivityTables.Of(Sensitivity);
        return AsksWhatDecides ? [.. decides, .. StudyTables.Of(study)] : [.. StudyTables.Of(study), .. decides];
    }

    /// <summary>The study as text for a terminal.</summary>
    public string TextOf(OutlivingStudy study)
    {
        var tables = ReadTables(study);
        var cautions = CautionsOf(study, tables);
        return StudyText.Of(tables, AnswerOf(study), [.. cautions.First, .. cautions.ByTable[tables[0].Name]], Path);
    }

    private ReportCautions CautionsOf(OutlivingStudy study, IReadOnlyList<ResultTable> tables) => ReportCautions.Of(
        study.Cautions, Sensitivity.Cautions, [.. tables.Select(t => t.Name)], SensitivityTables.Of(Sensitivity).Select(t => t.Name).FirstOrDefault());

    // Where the design asks what decides, that is the answer, and what becomes of programs comes after it; else the other way round.
    private IReadOnlyList<string> AnswerOf(OutlivingStudy study) => AsksWhatDecides
        ? [.. SensitivityAnswer.Of(Sensitivity), .. AnswerText.Of(study)]
        : [.. AnswerText.Of(study), .. SensitivityAnswer.Of(Sensitivity)];

    private bool AsksWhatDecides => FigureKinds.AsksWhatDecides(Spec.Design);

    /// <summary>Writes the analyses, and names files of earlier ones that stay beside them.</summary>
    public void WriteAnalyses(OutlivingStudy study, TextWriter messages)
    {
        var left = Products.Write(Path, AnalysisFolder, () =>
        [
            .. StudyFiles.Write(study, RobustnessOf(study), Spec.Analyses, In(AnalysisFolder)),
            .. SensitivityFiles.Write(Sensitivity, In(AnalysisFolder)),
        ]);
        if (Products.NoteOf(left) is { } note)
        {
            messages.WriteLine(note);
        }
    }

    /// <summary>Draws the figures that the experiment asks for.</summary>
    /// <param name="study">The study.</param>
    /// <param name="formats">Extensions of the files; null: the usual ones.</param>
    /// <param name="leftOut">Receives which figures are left out, and why.</param>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> WriteFigures(OutlivingStudy study, IReadOnlyList<string>? formats = null, Action<string>? leftOut = null) =>
        WriteFigures(FiguresOf(study, leftOut), formats);

    /// <summary>Writes figures into the folder of figures.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> WriteFigures(IReadOnlyList<IFigure> figures, IReadOnlyList<string>? formats)
    {
        IReadOnlyList<string> files = [];
        Products.Write(Path, FiguresFolder, () => files = FigureFiles.Write(figures, In(FiguresFolder), formats ?? FigureFiles.UsualFormats));
        return files;
    }

    /// <summary>Writes the report.</summary>
    /// <returns>The file.</returns>
    public string WriteReport(OutlivingStudy study, IReadOnlyList<IFigure>? figures = null)
    {
        var model = StudyReport.Of(Spec, Plan, study, Table.Manifest.RunsFailed, ReportEnvironment.Of(Table.Manifest));
        var file = In(ReportFile);
        ResultTable[] all = [.. ReadTables(study), .. RobustnessOf(study) is { } robustness ? [robustness] : Array.Empty<ResultTable>()];
        var page = ReportPage.Of(model with
        {
            Figures = figures ?? FiguresOf(study),
            Statements = Table.Manifest.Statements ?? [],
            Answer = AnswerOf(study),
            Tables = all,
            Cautions = CautionsOf(study, all),
        });
        Products.Write(Path, ReportFile, () =>
        {
            File.WriteAllText(file, page);
            return [file];
        });
        return file;
    }

    /// <summary>The figures that the experiment asks for.</summary>
    /// <param name="study">The study.</param>
    /// <param name="leftOut">Receives which are left out, and why.</param>
    public IReadOnlyList<IFigure> FiguresOf(OutlivingStudy study, Action<string>? leftOut = null) =>
    [
        .. FigureKinds.OfExperiment(SourceOf(study), leftOut).Select(f => new DrawnFigure(f)),
        .. Spec.Figures.Count > 0 && study.Removal is not null ? [InterventionFigure.Of(StudyTables.Intervention(study))] : Array.Empty<IFigure>(),
        .. Extension.Figures.Where(f => Spec.Figures.Any(asked => asked.Kind == f.Name)).Select(f => f.Draw(new(Spec, Plan, Table)).Named(f.Name)),
    ];

    /// <summary>What figures are drawn from.</summary>
    public FigureSource SourceOf(OutlivingStudy study) => FigureSource.Of(Spec, Plan, Table, study, _sensitivity, _runs.Under(study.Settings.Leadership));

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
