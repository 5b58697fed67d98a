using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>In which environments an arm does better than the reference, and which arm is the best where, as trees.</summary>
internal sealed class WhenKind : IFigureKind
{
    /// <inheritdoc/>
    public string Name => "when";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        if (source.Study.When.Count == 0)
        {
            throw new FigureRefusal(Invariant(
                $"trees of when need {WhenTrees.FewestEnvironments} environments that were run under every arm; add to the design crossedWith: [{source.Study.ComparedPath}]"));
        }

        // A tree without splits is a sentence: the table has it.
        return source.Study.When.Where(t => t.Tree.Root.Split is not null).Select(t => FigureOf(t, source.Study));
    }

    private static TreeFigure FigureOf(WhenTree tree, OutlivingStudy study)
    {
        var bars = tree.Arm is null
            ? "how often it is ahead of all others by what matters"
            : Invariant($"mean difference in ticks lived after leadership left; better and worse: by at least {study.MeaningfulTicks:0.##} ticks");
        return new()
        {
            Name = tree.Arm is null ? "when-best" : $"when-{tree.Arm.Level}",
            Root = tree.Tree.Root,
            Caption = (tree.Arm is null ? "Which arm is the best in which environments" : $"In which environments {tree.Arm.Level} does better than {tree.Rival!.Level}")
                + $", as a classification tree of {tree.Tree.Root.Points} environments. Bars: {bars}; in words, the most frequent class of each branch. "
                + Invariant($"Environments left out: {tree.Tree.Accuracy:0.00} predicted, the most frequent class alone {tree.Tree.MajorityAccuracy:0.00}; ")
                + Invariant($"{tree.Tree.SameFirstSplit:0.00} of trees of resampled environments split first on the same factor."),
            AltText = "Tree of environments. " + string.Join(" ", tree.Leaves.Select(l => $"{l.Rule}: {l.Says}.")),
        };
    }
}
