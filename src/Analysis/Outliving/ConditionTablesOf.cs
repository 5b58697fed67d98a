using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Tables of what arms do under each condition.</summary>
internal static class ConditionTablesOf
{
    /// <summary>By arm: verdicts over conditions, and regret.</summary>
    public static ResultTable Environments(OutlivingStudy study)
    {
        var comparisons = EnvironmentComparison.Of(study.Points, study.HorizonTicks).ToDictionary(c => c.Arm);
        var verdicts = ConditionVerdict.Of(study.Points, study.Reference!, study.MeaningfulTicks).ToLookup(v => v.Arm, v => v.Verdict);
        TableColumn Number(string name, string heading) => TableColumn.Count(name, heading, "conditions");
        ColumnOf<ArmSample> Verdict(string name, string heading, OutlivingVerdict verdict) =>
            new(Number(name, heading), s => s.Arm == study.Reference ? null : verdicts[s.Arm].Count(v => v == verdict));
        return ResultTable.Of(
            "conditions",
            Invariant($"By condition: verdicts on ticks lived after leadership left, of {study.Environments} conditions"),
            $"Better, worse: compared with {study.Reference!.Label} in the same condition, replicate by replicate (Student's 95 % intervals, not corrected for their number). Regret: distance to the arm that does best in the same condition, mean over conditions; a little too large with few replicates. Best, beaten: against the best other arm of the condition; the rest is undecided.",
            study.Samples,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), s => s.Arm.Level),
                Verdict("better", "better", OutlivingVerdict.Better),
                Verdict("worse", "worse", OutlivingVerdict.Worse),
                Verdict("noDifferenceShown", "no difference shown", OutlivingVerdict.NoDifferenceShown),
                Verdict("notEstimable", "not estimable", OutlivingVerdict.NotEstimable),
                new(TableColumn.Estimate("regretTicks", "regret, ticks", "tick", 1), s => comparisons[s.Arm].Regret),
                new(Number("best", "best"), s => comparisons[s.Arm].Best),
                new(Number("beaten", "beaten"), s => comparisons[s.Arm].Worse),
                new(Number("undecided", "undecided"), s => comparisons[s.Arm].Undecided),
            ]);
    }

    /// <summary>The verdict on each arm under each condition.</summary>
    public static ResultTable Verdicts(OutlivingStudy study) => ResultTable.Of(
        "verdicts",
        $"Verdicts under each condition, compared with {study.Reference!.Label}",
        "Ticks lived after leadership left, while needed: differences replicate by replicate with Student's 95 % intervals, not corrected for their number.",
        [.. ConditionVerdict.Of(study.Points, study.Reference!, study.MeaningfulTicks)],
        [
            new(TableColumn.Label("arm", StudyTables.Compared(study)), v => v.Arm.Level),
            .. study.OtherPaths.Select((path, k) => new ColumnOf<ConditionVerdict>(TableColumn.Label(path, path), v => v.Conditions[k].Value)),
            new(TableColumn.Count("replicates", "replicates", ""), v => v.Replicates),
            new(TableColumn.Difference("difference", "difference, ticks", "tick", 1), v => v.Difference),
            new(TableColumn.Words("verdict", "verdict"), v => VerdictText.Of(v.Verdict)),
        ]);
}
