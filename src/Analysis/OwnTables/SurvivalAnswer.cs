using System.Globalization;
using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>What the estimators say of a data file of lives.</summary>
public sealed record SurvivalAnswer
{
    /// <summary>A curve per group.</summary>
    public required IReadOnlyList<KaplanMeierCurve> Curves { get; init; }

    /// <summary>Level of bands and intervals.</summary>
    public required double Level { get; init; }

    /// <summary>Time to which restricted means look; null where a group was not observed at all.</summary>
    public required double? Tau { get; init; }

    /// <summary>Comparison of the groups; null with one group.</summary>
    public LogRankTest? LogRank { get; init; }

    /// <summary>Restricted means of the other groups compared with that of the first; empty with one group.</summary>
    public IReadOnlyList<RestrictedMeanContrast> Means { get; init; } = [];

    /// <summary>The column of strata; null without.</summary>
    public string? Strata { get; init; }

    /// <summary>The Cox model; null where none was asked for.</summary>
    public CoxFit? Cox { get; init; }

    /// <summary>Test of proportional hazards.</summary>
    public SchoenfeldTest? Proportional { get; init; }

    /// <summary>Cumulative incidence per group and cause; empty without competing causes.</summary>
    public IReadOnlyList<CumulativeIncidence> Incidences { get; init; } = [];

    /// <summary>How their variances are estimated.</summary>
    public IncidenceVariance Variance { get; init; }

    /// <summary>Gray's test per cause, where there are groups.</summary>
    public IReadOnlyList<GrayTest> Gray { get; init; } = [];

    /// <summary>Names of the causes.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Reasons to doubt the above.</summary>
    public required IReadOnlyList<string> Cautions { get; init; }

    /// <summary>Answers a question.</summary>
    /// <exception cref="Experiments.Tables.DataException">The file does not have what is asked for.</exception>
    public static SurvivalAnswer Of(SurvivalQuestion question)
    {
        var rows = SurvivalRows.Read(question);
        var events = rows.WithEvents();
        var curves = KaplanMeier.Estimate(events, question.ConfidenceType, question.Level);
        var last = curves.Min(c => c.Rows.Count == 0 ? 0 : c.Rows[^1].Time);
        var tau = question.Tau ?? (last > 0 ? last : (double?)null);
        RestrictedMeanContrast[] means = tau is { } to ? [.. curves.Skip(1).Select(c => RestrictedMeanContrast.Of(c, curves[0], to, question.Level))] : [];
        var coxData = question.Cox is null ? null : rows.CoxData();
        var cox = coxData is null ? null : CoxModel.Fit(coxData, question.Ties);
        var proportional = cox is null ? null : SchoenfeldTest.Of(coxData!, cox);
        var withCauses = question.HasCauses ? rows.WithCauses() : [];
        return new()
        {
            Curves = curves,
            Level = question.Level,
            Tau = tau,
            Means = means,
            Strata = question.Strata,
            LogRank = curves.Count > 1 ? Analysis.Survival.LogRank.Test(events, question.Weight) : null,
            Cox = cox,
            Proportional = proportional,
            Incidences = question.HasCauses ? AalenJohansen.Estimate(withCauses, question.ConfidenceType, question.Level, question.Variance) : [],
            Gray = question.HasCauses && curves.Count > 1 ? [.. rows.Causes.Select((_, k) => GrayTest.Of(withCauses, k + 1))] : [],
            Variance = question.Variance,
            Causes = rows.Causes,
            Cautions =
            [
                .. Doubts(question, rows, events.Count),
                .. question.Entry is null ? [] : curves.Select(SurvivalCautions.OfEarlyEnd).OfType<Caution>().Select(c => c.Message),
                .. curves.SelectMany(SurvivalCautions.Of).Concat(means.SelectMany(SurvivalCautions.Of)).Select(c => c.Message).Distinct(),
                .. cox is null ? [] : SurvivalCautions.Of(cox, proportional).Select(c => c.Message),
            ],
        };
    }

    private static IEnumerable<string> Doubts(SurvivalQuestion question, SurvivalRows rows, int counted)
    {
        if (rows.NotCounted > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{rows.NotCounted} of {rows.NotCounted + counted} rows do not count: {(question.FromExit ? "leadership was not seen to leave" : "they had ended by the landmark, or entered after it")}. The rest are a selection: say how many were left out.");
        }

        if (question.Group is not null && question.Strata is null && OwnRuns.ShareRandomNumbers(question.File))
        {
            yield return SurvivalCautions.SharedSeeds("comparison of groups").Message + " For that: --strata replicate, or analysis/contrasts.csv in the results folder.";
        }

        if (question.Group is not null && rows.HasClusters)
        {
            yield return $"The log-rank test, Gray's test and the test of proportional hazards take rows as independent, and those of a {question.Cluster} are not: their p-values are mostly too small. Read the Cox model, whose errors allow for it.";
        }

        if (rows.AreGroupsPaired)
        {
            yield return "Differences and ratios of means to a time take groups as independent, and rows of one stratum or cluster are in several: their intervals are mostly too wide. Read the log-rank test within strata, or the Cox model with clusters.";
        }

        if (question.Group is not null && counted > 0 && rows.AreInOneGroup)
        {
            yield return $"All rows that count are in one group of {question.Group}: nothing is compared.";
        }

        if (rows.Outcomes is { Count: > 0 } outcomes)
        {
            yield return $"The Cox model has {string.Join(", ", outcomes)} among its columns, known only when a run is over: what looks like their effect may be that of time. Use factors, or states at a landmark.";
        }

        if (rows.LeftOut > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{rows.LeftOut} rows are left out because a value that is asked for is missing, from curves and tests as from the Cox model; if values are missing for a reason, those that are left are a selection.");
        }

        if (question.HasCauses)
        {
            yield return $"Curves, their comparison and the Cox model take {string.Join(", ", rows.Interest)} as the event and every other cause as censoring: hazards of a cause, not its risk. For the risk read the cumulative incidences.";
        }
    }
}
