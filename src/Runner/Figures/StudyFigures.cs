using System.Globalization;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>The figures of a study, as its experiment asks for them.</summary>
internal static class StudyFigures
{
    private const int MostColumns = 4;
    private const int MostConditionsOnPage = 6;
    private const int MostPages = 4;

    private static readonly string[] States = ["led by founders", "outlived its founders", "failed", "no longer needed"];

    /// <summary>The figures.</summary>
    /// <param name="study">The study.</param>
    /// <param name="names">Names of figures: survival, states.</param>
    public static IReadOnlyList<IFigure> Of(OutlivingStudy study, IReadOnlyList<string> names)
    {
        var figures = new List<IFigure>();
        var hasConditions = study.ByPoint.Count > study.ByPolicy.Count;
        if (names.Contains("survival") && study.ByPolicy.Any(s => s.FoundingExits > 0))
        {
            figures.Add(Survival(study));
            if (hasConditions)
            {
                figures.Add(SurvivalByCondition(study));
            }
        }

        if (names.Contains("states") && study.ByPolicy.Count > 0)
        {
            figures.Add(Occupation(study));
            if (hasConditions)
            {
                figures.AddRange(OccupationByCondition(study));
            }
        }

        return figures;
    }

    private static SurvivalFigure Survival(OutlivingStudy study) => new()
    {
        Name = "survival",
        Panels = [new SurvivalPanel([], Curves(study, study.ByPolicy))],
        Columns = 1,
        Groups = Groups(study),
        TimeLabel = "Ticks since the founding leadership left (weeks)",
        ShareLabel = "Share of programs alive",
        HorizonTicks = study.HorizonTicks,
        Caption = Sentences(
            $"Residual program life after leadership exit, Kaplan–Meier estimates by {Compared(study)}{Pooled(study)}; bands: pointwise 95 % log-log intervals; vertical marks: censored programs.",
            $"{Total(study.ByPolicy, s => s.FoundingExits)} of {Total(study.ByPolicy, s => s.Group.Runs.Count)} runs enter, those whose founding core left; {Total(study.ByPolicy, s => s.FailedBeforeExit)} programs failed before and are not part of the curves."),
        AltText = "Survival curves of programs after their founding leadership left. " + string.Join(" ", study.ByPolicy.Select(s => Share(s))),
    };

    private static SurvivalFigure SurvivalByCondition(OutlivingStudy study) => Survival(study) with
    {
        Name = "survival-by-condition",
        Panels =
        [
            .. study.ByPoint.GroupBy(s => s.Group.ConditionText)
                .Select(g => new SurvivalPanel([.. g.First().Group.Conditions.Select(c => $"{c.Path} = {c.Value}")], Curves(study, g))),
        ],
        Columns = Columns(study, 3),
        TimeLabel = "Ticks since leadership exit",
        ShareLabel = "Share alive",
        Caption = Sentences(
            $"Residual program life after leadership exit by {Compared(study)}, one panel for each combination of {string.Join(" and ", study.OtherPaths)}; Kaplan–Meier estimates with pointwise 95 % log-log bands.",
            $"{study.ByPoint.Max(s => s.Group.Runs.Count)} runs a curve, of which those enter whose founding core left."),
    };

    private static StateOccupationFigure Occupation(OutlivingStudy study) => new()
    {
        Name = "states",
        Panels = [.. study.ByPolicy.Select(s => Panel(study, s, ""))],
        Columns = Math.Min(study.ByPolicy.Count, study.ByPolicy.Count > 9 ? MostColumns : 3),
        States = NamedStates(study),
        HorizonTicks = study.HorizonTicks,
        Caption = Sentences(
            $"What has become of programs by tick, for each {Compared(study)}{Pooled(study)}: led by at least one of the founding core, alive without them, or ended.",
            $"Shares of {study.ByPolicy.Max(s => s.Group.Runs.Count)} runs a panel."),
        AltText = "Stacked areas: share of programs led by founders, outliving them, and ended, over time, by policy.",
    };

    // As many conditions as fit beside one another go on a page; with more pages than a reader turns, the numbers are in the tables.
    private static IEnumerable<StateOccupationFigure> OccupationByCondition(OutlivingStudy study)
    {
        var pages = Conditions(study).Chunk(MostConditionsOnPage).ToArray();
        return pages.Length > MostPages ? [] : pages.Select((conditions, page) => Occupation(study) with
        {
            Name = pages.Length == 1 ? "states-by-condition" : string.Create(CultureInfo.InvariantCulture, $"states-by-condition-{page + 1}"),
            Panels =
            [
                .. study.ByPoint.Where(s => conditions.Contains(s.Group.ConditionText))
                    .Select(s => Panel(study, s, string.Join(", ", s.Group.Conditions.Select(c => c.Value)))),
            ],
            Columns = conditions.Length,
            ColumnMeaning = $"columns: {string.Join(", ", study.OtherPaths)}",
            Caption = Sentences(
                $"What has become of programs by tick, for each {Compared(study)} (rows) and combination of {string.Join(" and ", study.OtherPaths)} (columns).",
                $"Shares of {study.ByPoint.Max(s => s.Group.Runs.Count)} runs a panel."),
        });
    }

    private static OccupationPanel Panel(OutlivingStudy study, OutlivingSummary summary, string column)
    {
        var occupation = study.Occupation(summary.Group);
        var withNeed = NamedStates(study).Length == States.Length;
        return new(
            summary.Group.Policy,
            column,
            occupation.Runs,
            [
                .. Enumerable.Range(0, study.HorizonTicks + 1).Select(t => (IReadOnlyList<double>)(withNeed
                    ? [occupation.FounderLed[t], occupation.Outliving[t], occupation.Failed[t], occupation.NeedEnded[t]]
                    : [occupation.FounderLed[t], occupation.Outliving[t], occupation.Failed[t]])),
            ]);
    }

    private static string[] NamedStates(OutlivingStudy study) =>
        study.ByPolicy.Any(s => s.Group.Runs.Any(r => !r.Failed && r.EndTick < r.HorizonTicks)) ? States : States[..3];

    private static IReadOnlyList<SurvivalCurve> Curves(OutlivingStudy study, IEnumerable<OutlivingSummary> summaries)
    {
        var groups = Groups(study).ToDictionary(g => g.Name, g => g.Style);
        return [.. summaries.Where(s => s.FoundingExits > 0).Select(s => new SurvivalCurve(s.Group.Policy, groups[s.Group.Policy], s.Survival.Rows))];
    }

    private static IReadOnlyList<(string Name, int Style)> Groups(OutlivingStudy study) => [.. study.Policies.Select((p, i) => (p, i))];

    private static List<string> Conditions(OutlivingStudy study) => [.. study.ByPoint.Select(s => s.Group.ConditionText).Distinct()];

    // The last factor varies fastest: with few levels it makes the columns.
    private static int Columns(OutlivingStudy study, int most)
    {
        var lastLevels = study.ByPoint.Select(s => s.Group.Conditions[^1].Value).Distinct().Count();
        return lastLevels > 1 && lastLevels <= most ? lastLevels : Math.Min(most, Conditions(study).Count);
    }

    private static string Compared(OutlivingStudy study) =>
        study.ComparedPath switch { "" => "experiment", OutlivingStudy.PolicyPath => "leadership policy", var path => path };

    private static string Pooled(OutlivingStudy study) =>
        study.OtherPaths.Count == 0 ? "" : $" (pooled over {string.Join(", ", study.OtherPaths)} in equal parts)";

    private static int Total(IEnumerable<OutlivingSummary> summaries, Func<OutlivingSummary, int> count) => summaries.Sum(count);

    private static string Share(OutlivingSummary summary) => summary.Outlives.Estimate is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{summary.Group.Policy}: {share:0.00} alive after {summary.LandmarkTicks} ticks.")
        : $"{summary.Group.Policy}: no leadership exit early enough to say.";

    private static string Sentences(params FormattableString[] sentences) => string.Join(" ", sentences.Select(s => s.ToString(CultureInfo.InvariantCulture)));
}
