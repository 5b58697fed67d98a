using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Trees of when as tables: their leaves, the leaves of the tree of the best arm, and how far each tree can be trusted.</summary>
internal static class WhenTables
{
    private const string Method =
        "Classification tree over the factors of the environments, at most four splits deep, leaves of at least a fiftieth of the environments (and five), cut back "
        + "by ten-fold cross-validation with the rule of one standard error.";

    /// <summary>The tables; none without trees.</summary>
    public static IEnumerable<ResultTable> Of(OutlivingStudy study)
    {
        if (study.When.Count == 0)
        {
            yield break;
        }

        yield return Pairs(study);
        yield return Best(study);
        yield return Checks(study);
    }

    private static ResultTable Pairs(OutlivingStudy study) => ResultTable.Of(
        "when",
        $"In which environments each arm does better than {study.Reference!.Label}: ticks lived after leadership left",
        Method + Invariant($" Better, worse: by at least {study.MeaningfulTicks:0.##} ticks, the smallest difference that matters, in the mean of an environment, replicate by replicate; ")
            + "few replicates make both shares too large. Difference: mean over the environments of the leaf; its interval does not know that they chose the split.",
        [.. study.When.Where(t => t.Arm is not null).SelectMany(t => t.Leaves.Select(leaf => (Tree: t, Leaf: leaf)))],
        [
            new(TableColumn.Label("arm", StudyTables.Compared(study)), x => x.Tree.Arm!.Level),
            new(TableColumn.Label("rule", "environments with"), x => x.Leaf.Rule),
            new(TableColumn.Count("environments", "environments", "environments"), x => x.Leaf.Environments),
            new(TableColumn.Number("better", "better in", "share", 2), x => x.Leaf.Shares[0]),
            new(TableColumn.Number("worse", "worse in", "share", 2), x => x.Leaf.Shares[1]),
            new(TableColumn.Difference("difference", "difference, ticks", "tick", 1), x => x.Leaf.Ticks),
            new(TableColumn.Words("says", "most often"), x => x.Leaf.Says),
        ]);

    private static ResultTable Best(OutlivingStudy study) => ResultTable.Of(
        "when-best",
        "Which arm is the best in which environments: ticks lived after leadership left",
        Method + Invariant($" The best arm of an environment is ahead of every other by at least {study.MeaningfulTicks:0.##} ticks; otherwise {WhenTrees.NoneAhead}. ")
            + "Regret: what the arm that is most often the best gives away against the best of each environment.",
        [.. study.When.Where(t => t.Arm is null).SelectMany(t => t.Leaves)],
        [
            new(TableColumn.Label("rule", "environments with"), leaf => leaf.Rule),
            new(TableColumn.Count("environments", "environments", "environments"), leaf => leaf.Environments),
            new(TableColumn.Words("says", "best most often"), leaf => leaf.Says),
            new(TableColumn.Number("share", "best in", "share", 2), leaf => leaf.Shares.Max()),
            new(TableColumn.Estimate("regretTicks", "regret, ticks", "tick", 1), leaf => leaf.Ticks),
        ]);

    private static ResultTable Checks(OutlivingStudy study) => ResultTable.Of(
        "when-checks",
        "How far the trees of when can be trusted",
        "Of environments left out in turn: how much of the squared error of class shares the tree removes, compared with no tree, and how many classes it predicts, beside "
            + "always predicting the most frequent class. Of a hundred trees of resampled environments: how many split first on the same factor, and how many environments "
            + "get the same class. A tree that removes nothing shows no rule.",
        study.When,
        [
            new(TableColumn.Label("tree", "tree"), t => t.About),
            new(TableColumn.Count("leaves", "leaves", "leaves"), t => t.Leaves.Count),
            new(TableColumn.Words("first", "first split on"), t => t.Tree.Root.Split?.Factor),
            new(TableColumn.Number("explained", "error removed", "share", 2), t => t.Tree.Explained),
            new(TableColumn.Number("accuracy", "foretold", "share", 2), t => t.Tree.Accuracy),
            new(TableColumn.Number("majorityAccuracy", "most frequent", "share", 2), t => t.Tree.MajorityAccuracy),
            new(TableColumn.Number("sameFirstSplit", "same first split", "share", 2), t => t.Tree.SameFirstSplit),
            new(TableColumn.Number("agreement", "same class", "share", 2), t => t.Tree.Agreement),
        ]);
}
