using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>A leaf of a tree of when: some environments, and what holds in them.</summary>
/// <param name="Rule">What they have in common: conditions on factors, joined by "and"; "all environments" for a tree without splits.</param>
/// <param name="Says">The most frequent verdict, or the arm that is most often the best.</param>
/// <param name="Environments">How many environments.</param>
/// <param name="Shares">Share of each class, in the order of <see cref="WhenTree.Classes"/>.</param>
/// <param name="Ticks">
/// Mean over its environments with 95 % interval (Student): the paired difference, or the regret of the arm that is most often the best; null
/// where no arm is.
/// </param>
public sealed record WhenLeaf(string Rule, string Says, int Environments, IReadOnlyList<double> Shares, Interval? Ticks);

/// <summary>In which environments an arm does better than another, or which is the best: rules on the environments' factors.</summary>
/// <remarks>
/// The class of an environment comes from means of ticks, arm minus rival replicate by replicate: better and worse by at least what matters, else no
/// difference. Of ticks lived after leadership left more is better, of need unmet less. Few replicates make classes noisy and shares of better and
/// worse too large; the environments that chose the splits also give the leaves' intervals, which are therefore a little too narrow.
/// </remarks>
/// <param name="Quantity">The ticks.</param>
/// <param name="Arm">The arm; null: which arm is the best.</param>
/// <param name="Rival">The arm it is compared with; null: which arm is the best.</param>
/// <param name="Classes">Names of the classes.</param>
/// <param name="Tree">The tree with its checks; <see cref="TreeNode.Mean"/> of a node is its mean difference, or the share of its best arm.</param>
/// <param name="Leaves">Its leaves, from left to right.</param>
public sealed record WhenTree(
    Quantity Quantity, Arm? Arm, Arm? Rival, IReadOnlyList<string> Classes, ClassTreeResult Tree, IReadOnlyList<WhenLeaf> Leaves)
{
    /// <summary>What the tree is about, in a few words.</summary>
    public string About => Arm is null ? "best arm" : $"{Arm.Level} compared with {Rival!.Level}";

    /// <summary>The tree with other names of arms.</summary>
    /// <param name="name">The new name of an arm.</param>
    public WhenTree Renamed(Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Arm is not null)
        {
            return this with { Arm = Arm with { Level = name(Arm.Level) }, Rival = Rival! with { Level = name(Rival.Level) } };
        }

        string[] classes = [.. Classes.Select(name)];
        return this with
        {
            Classes = classes,
            Tree = Tree with { Root = Saying(Tree.Root, classes) },
            Leaves = [.. Leaves.Select(l => l with { Says = name(l.Says) })],
        };
    }

    /// <summary>What a node says: its most frequent class.</summary>
    internal static string SaysOf(TreeNode node, IReadOnlyList<string> classes)
    {
        var said = ClassificationTree.ClassOf(node);
        return Invariant($"{classes[said]} in {node.ClassCounts[said]} of {node.Points}");
    }

    private static TreeNode Saying(TreeNode node, string[] classes) => node with
    {
        Says = SaysOf(node, classes),
        Split = node.Split is { } split ? split with { Left = Saying(split.Left, classes), Right = Saying(split.Right, classes) } : null,
    };
}
