using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>The figures of survival and of states of a study: pooled over the other factors, and by condition where conditions can be read.</summary>
/// <param name="Study">The study.</param>
/// <param name="Words">What factors are called.</param>
/// <param name="Looks">Looks of arms by their names.</param>
internal sealed record StudyFigures(OutlivingStudy Study, FactorWords Words, IReadOnlyDictionary<string, ArmLook> Looks)
{
    // Of more arms panels and lines cannot be told apart.
    private const int MostArms = 30;

    private static readonly string[] States = ["led by founders", "outlived its founders", "failed", "no longer needed", "stopped"];

    /// <summary>Survival after the exit.</summary>
    public IEnumerable<IFigure> Survival()
    {
        if (Study.ByArm.All(s => s.FoundingExits == 0))
        {
            yield break;
        }

        var pages = ConditionGrid.Of(Study);
        var pooled = PooledSurvival(pages.Count);
        yield return pooled;
        for (var page = 0; page < pages.Count; page++)
        {
            yield return SurvivalBy(pooled, pages[page], NameOf("survival-by-condition", page, pages.Count));
        }
    }

    /// <summary>States over time.</summary>
    public IEnumerable<IFigure> Occupation()
    {
        if (Study.ByArm.Count == 0)
        {
            yield break;
        }

        var pages = ConditionGrid.Of(Study, Arms.Count);
        var pooled = PooledOccupation(pages.Count);
        yield return pooled;

        // A grid of arms by conditions needs a row an arm: only one factor can vary across.
        ConditionGrid[] rows = [.. pages.SelectMany(p =>
            p.IsRow ? [p] : p.Down.Select(d => p with { DownPath = "", Down = [""], Fixed = [.. p.Fixed, (p.DownPath, d)] }))];
        for (var page = 0; page < rows.Length; page++)
        {
            yield return OccupationBy(pooled, rows[page], NameOf("states-by-condition", page, rows.Length));
        }
    }

    private IReadOnlyList<OutlivingSummary> Arms => [.. Study.ByArm.Take(MostArms)];

    private IReadOnlyList<(string Name, ArmLook Look)> Groups => [.. Arms.Select(s => (s.Group.Arm.Level, Looks[s.Group.Arm.Level]))];

    private SurvivalFigure PooledSurvival(int pages) => new()
    {
        Name = "survival",
        Panels = [new SurvivalPanel("", IsStandardized ? Standardized : Curves(Arms))],
        Groups = Groups,
        TimeLabel = "Ticks since the founding leadership left (weeks)",
        ShareLabel = "Share of programs alive",
        HorizonTicks = Study.HorizonTicks,
        Caption = Sentences(
            $"Among programs that saw their leadership leave: residual life after the exit, Kaplan–Meier estimates by {Compared}{Pooled}; bands: pointwise 95 % log-log intervals; vertical marks: censored programs; thin and dashed: fewer than {SurvivalLines.FewAtRisk} at risk.",
            $"{Total(s => s.FoundingExits)} of {Counted.Of(Total(s => s.Group.Runs.Count), "run")} enter, those whose founding core left; {Counted.Of(Total(s => s.FailedBeforeExit), "program that failed before is", "programs that failed before are")} not part of the curves.{LeftOut(pages)}{Shortened}"),
        AltText = "Survival curves of programs after their founding leadership left. " + string.Join(" ", Arms.Select(Share)),
    };

    private SurvivalFigure SurvivalBy(SurvivalFigure pooled, ConditionGrid page, string name)
    {
        var labels = LevelLabels.Of(page.Across);
        SurvivalPanel[] panels =
        [
            .. page.Cells.Select(cell => new SurvivalPanel(
                $"{page.AcrossPath} = {labels[cell.Across]}{(page.IsRow ? "" : $", {page.DownPath} = {cell.Down}")}",
                Curves(Study.ByPoint.Where(s => page.Holds(s, cell.Across, cell.Down))))),
        ];
        return pooled with
        {
            Name = name,
            Panels = panels,
            Heads = page.IsRow ? null : page.Heads(Words),
            ShareLabel = "Share alive",
            Caption = Sentences(
                $"Residual program life after leadership exit by {Compared}, one panel for each combination of {Over(page)}; Kaplan–Meier estimates with pointwise 95 % log-log bands; thin and dashed: fewer than {SurvivalLines.FewAtRisk} at risk.",
                $"{Counted.Of(Study.ByPoint.Max(s => s.Group.Runs.Count), "run")} per curve, of which those enter whose founding core left.{page.FixedText} {Words.Keys([page.AcrossPath, page.DownPath])}{Shortened}"),
            AltText = $"Survival curves in {panels.Length} panels, by {Over(page)}. {pooled.AltText}",
        };
    }

    private StateOccupationFigure PooledOccupation(int pages) => new()
    {
        Name = "states",
        Panels = [.. Study.Samples.Take(MostArms).Select(s => Panel(s.Arm, Study.Occupation(s), ""))],
        States = NamedStates,
        HorizonTicks = Study.HorizonTicks,
        Caption = Sentences(
            $"States of all programs by tick, for each {Compared}{Weighted}: led by at least one of the founding core, alive without them, or ended; dark bands at the edges of areas: 95 % intervals of the {(NamedStates.Length == 3 ? "shares led by founders and failed" : "share led by founders")}, from errors clustered by {(AreSampled ? "environment" : "replicate")}.",
            $"Shares of {Counted.Of(Study.ByArm.Max(s => s.Group.Runs.Count), "run")} per panel.{LeftOut(pages)}{Shortened}"),
        AltText = "Stacked areas: share of programs led by founders, outliving them, and ended, over time, by policy. " + string.Join(" ", Arms.Select(AtEnd)),
    };

    private StateOccupationFigure OccupationBy(StateOccupationFigure pooled, ConditionGrid page, string name)
    {
        var labels = LevelLabels.Of(page.Across);
        return pooled with
        {
            Name = name,
            Panels =
            [
                .. from arm in Arms
                   from across in page.Across
                   select Study.ByPoint.FirstOrDefault(s => s.Group.Arm.Level == arm.Group.Arm.Level && page.Holds(s, across, "")) is { } found
                       ? Panel(found.Group.Arm, Study.Occupation(found.Group), labels[across])
                       : new OccupationPanel(arm.Group.Arm.Level, labels[across], 0, [], []),
            ],
            Heads = new StripHeads(Words.Of(page.AcrossPath), [.. page.Across.Select(a => labels[a])], "", [.. Arms.Select(s => s.Group.Arm.Level)]),
            Caption = Sentences(
                $"States of programs by tick, for each {Compared} (rows) and level of {page.AcrossPath} (columns).{page.FixedText}",
                $"Shares of {Counted.Of(Study.ByPoint.Max(s => s.Group.Runs.Count), "run")} per panel; dark bands: 95 % intervals as above. {Words.Keys([page.AcrossPath])}{Shortened}"),
            AltText = $"Stacked areas by {Compared} and {page.AcrossPath}.{page.FixedText} {pooled.AltText}",
        };
    }

    private OccupationPanel Panel(Arm arm, StateOccupation occupation, string column)
    {
        var states = NamedStates.Length;
        IReadOnlyList<double>[] shares = [occupation[ProgramState.Led], occupation[ProgramState.Outliving], occupation.Failed,
            occupation[ProgramState.NeedEnded], occupation[ProgramState.Stopped]];
        IReadOnlyList<double>[] deviations =
            [occupation.ErrorsOf(ProgramState.Led), occupation.ErrorsOf(ProgramState.Outliving), occupation.FailedErrors,
                occupation.ErrorsOf(ProgramState.NeedEnded), occupation.ErrorsOf(ProgramState.Stopped)];
        IReadOnlyList<double>[] ByTick(IReadOnlyList<double>[] values) =>
            [.. Enumerable.Range(0, Study.HorizonTicks + 1).Select(t => (IReadOnlyList<double>)[.. values.Take(states).Select(v => v[t])])];
        return new(arm.Level, column, occupation.Runs, ByTick(shares), ByTick(deviations));
    }

    private string[] NamedStates =>
        Study.ByArm.Any(s => s.Group.Runs.Any(r => r.StopCause is not null)) ? States
        : Study.ByArm.Any(s => s.Group.Runs.Any(r => !r.Failed && r.EndTick < r.HorizonTicks)) ? States[..4]
        : States[..3];

    private IReadOnlyList<SurvivalCurve> Curves(IEnumerable<OutlivingSummary> summaries) =>
        [.. summaries.Where(s => s.FoundingExits > 0 && Groups.Any(g => g.Name == s.Group.Arm.Level))
            .Select(s => new SurvivalCurve(s.Group.Arm.Level, Looks[s.Group.Arm.Level], s.Survival.Rows))];

    private string Compared => Study.ComparedPath switch { "" => "experiment", Arm.PolicyPath => "leadership policy", var path => path };

    private bool AreSampled => Study.Samples.Any(s => s.ClustersAreEnvironments);

    // How states are weighted over conditions: as the design means them to.
    private string Weighted =>
        Study.OtherPaths.Count == 0 ? "" : AreSampled ? $" (over sampled {Listed(Study.OtherPaths)})" : $" ({Listed(Study.OtherPaths)} in equal parts)";

    // A standardized curve does not exist where some condition has no entries: then entries are pooled, and that is said.
    private string Pooled => Study.OtherPaths.Count == 0 ? ""
        : IsStandardized ? $" (the mean of the curves of all conditions of {Listed(Study.OtherPaths)}, up to where each is observed)"
        : $" (pooled over {Listed(Study.OtherPaths)}, each entry alike, since in some conditions no leadership left)";

    private bool IsStandardized => Study.OtherPaths.Count > 0 && Standardized.All(c => c.Rows.Count > 0);

    // The curve of an arm as the mean of its conditions' curves; its drops lie at the times of all entries.
    private IReadOnlyList<SurvivalCurve> Standardized =>
    [
        .. Arms.Where(s => s.FoundingExits > 0).Select(s =>
        {
            var curve = Study.SurvivalOf(Study.Samples.First(a => a.Arm == s.Group.Arm));
            var rows = s.Survival.Rows.Select(row => (Row: row, At: curve.At((int)row.Time))).TakeWhile(x => x.At is not null)
                .Select(x => x.Row with { Survival = x.At!.Estimate, StandardError = null, Lower = Finite(x.At.Lower), Upper = Finite(x.At.Upper) });
            return new SurvivalCurve(s.Group.Arm.Level, Looks[s.Group.Arm.Level], [.. rows]) { Counted = s.Survival.Rows };
        }),
    ];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Over(ConditionGrid page) => page.IsRow ? page.AcrossPath : $"{page.AcrossPath} and {page.DownPath}";

    private int Total(Func<OutlivingSummary, int> count) => Study.ByArm.Sum(count);

    // What a reader might look for and does not find is said where it would stand.
    private string LeftOut(int pages)
    {
        var points = Study.Points.Count > Study.ByArm.Count && pages == 0
            ? Invariant($" There are no panels by condition: {Study.Environments} conditions {(ConditionGrid.IsFactorial(Study) ? "are more than can be read side by side" : "are points without a grid")}; analysis/by-point.parquet has the numbers of each.")
            : "";
        return points + (Study.ByArm.Count > MostArms ? Invariant($" The first {MostArms} of {Study.ByArm.Count} levels are drawn.") : "");
    }

    // Names that are too long for the figure stand in full here.
    private string Shortened
    {
        get
        {
            string[] names = [.. Arms.Select(s => s.Group.Arm.Level).Where(n => TextStyle.Width(n, TextStyle.Small) > PanelLayout.UsualWidth / 7)];
            return names.Length == 0 ? "" : $" In full: {string.Join("; ", names)}.";
        }
    }

    private static string Listed(IReadOnlyList<string> paths) => paths.Count <= 6 ? string.Join(", ", paths) : Invariant($"{paths.Count} factors");

    private static string NameOf(string name, int page, int pages) => pages == 1 ? name : Invariant($"{name}-{page + 1}");

    private static string Share(OutlivingSummary summary) => summary.Outlives.Estimate is { } share
        ? Invariant($"{summary.Group.Arm.Level}: {share:0.00} alive after {summary.LandmarkTicks} ticks.")
        : $"{summary.Group.Arm.Level}: no leadership exit early enough to say.";

    private string AtEnd(OutlivingSummary summary)
    {
        var occupation = Study.Occupation(summary.Group);
        var (led, outliving, failed) = (occupation[ProgramState.Led][^1], occupation[ProgramState.Outliving][^1], occupation.Failed[^1]);
        return Invariant($"{summary.Group.Arm.Level}: {led:0.00} led by founders, {outliving:0.00} outlived them, {failed:0.00} failed by tick {Study.HorizonTicks}.");
    }

    private static string Sentences(params FormattableString[] sentences) =>
        string.Join(" ", sentences.Select(Invariant)).Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
}
