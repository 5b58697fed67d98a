using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>Doubts about what the estimators say of a data file of lives.</summary>
internal static class OwnTableCautions
{
    /// <summary>The doubts, those about the data first.</summary>
    public static IEnumerable<string> Of(SurvivalQuestion question, SurvivalRows rows, SurvivalAnswer answer, int counted) =>
    [
        .. OfTimesAndEvents(question, rows),
        .. OfRows(question, rows, counted),
        .. OfDependence(question, rows),
        .. question.Entry is null ? [] : answer.Curves.Select(SurvivalCautions.OfEarlyEnd).OfType<Caution>().Select(c => c.Message),
        .. answer.Curves.SelectMany(SurvivalCautions.Of)
            .Concat(answer.Means.SelectMany(m => m).SelectMany(SurvivalCautions.Of)).Select(c => c.Message).Distinct(),
        .. answer.Cox is null ? [] : RegressionCautions.Of(answer.Cox, answer.Proportional).Select(c => c.Message),
        .. answer.FineGray is null ? [] : RegressionCautions.Of(answer.FineGray).Select(c => "Fine–Gray model: " + c.Message),
        .. answer.Discrete is null ? [] : answer.Discrete.Coefficients.Where(c => c.Reason.Length > 0).Select(c => "Model of the hazard per tick: " + c.Reason).Distinct(),
    ];

    private static IEnumerable<string> OfTimesAndEvents(SurvivalQuestion question, SurvivalRows rows)
    {
        if (rows.JoinedTimes > 0)
        {
            yield return Invariant($"{rows.JoinedTimes} distinct {(rows.JoinedTimes == 1 ? "time differs" : "times differ")} from an earlier one by rounding only and {(rows.JoinedTimes == 1 ? "is" : "are")} taken as tied with it, as R's survival does.");
        }

        if (rows.AreAllEvents)
        {
            yield return $"No row is censored: every row that counts has an event in column {question.Event}. If one of its values means that the life was not over, say so with --event-value or --censored.";
        }
    }

    private static IEnumerable<string> OfRows(SurvivalQuestion question, SurvivalRows rows, int counted)
    {
        if (rows.NotCounted > 0)
        {
            yield return Invariant($"{rows.NotCounted} of {rows.NotCounted + counted} rows do not count: {(question.FromExit ? "leadership was not seen to leave" : "they had ended by the landmark, or entered after it")}. The rest are a selection: say how many were left out.");
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
            yield return Invariant($"{rows.LeftOut} rows are left out because a value in a column in use is missing: from curves, tests and the Cox model alike. If values are missing for a reason, the rest is a selection.");
        }

        if (question.HasCauses)
        {
            yield return $"Curves, their comparison and the Cox model take {string.Join(", ", rows.Interest)} as the event and every other cause as censoring: hazards of a cause, not its risk. For the risk read the cumulative incidences.";
        }
    }

    private static IEnumerable<string> OfDependence(SurvivalQuestion question, SurvivalRows rows)
    {
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
    }
}
