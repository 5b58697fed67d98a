namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>How far a regression tree grows.</summary>
/// <param name="MaxDepth">Most splits from the root to a leaf; at least 1.</param>
/// <param name="MinLeaf">Fewest design points of a leaf; at least 1.</param>
/// <param name="Complexity">A split, with those below it, is kept if it takes away at least this share of the root's squared error for each leaf it
/// adds; from 0 to 1.</param>
public sealed record TreeSettings(int MaxDepth = 4, int MinLeaf = 5, double Complexity = 0.01)
{
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDepth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinLeaf, 1);
        if (!(Complexity is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Complexity), Complexity, "The complexity of a tree is a fraction from 0 to below 1, such as 0.01.");
        }
    }
}
