namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Points of a node of a tree, and the same points in the order of each factor of numbers: sorted once, and kept in order by every split.</summary>
/// <param name="Points">The points; a point that was drawn more than once stands as often.</param>
/// <param name="Orders">For each factor its order of the points; empty for a factor of labels.</param>
internal sealed record SortedPoints(int[] Points, int[][] Orders)
{
    /// <summary>The two sides of a split, in the same orders.</summary>
    /// <param name="goesLeft">By point.</param>
    public (SortedPoints Left, SortedPoints Right) Split(bool[] goesLeft)
    {
        var count = Points.Count(p => goesLeft[p]);
        var (left, right) = (new int[Orders.Length][], new int[Orders.Length][]);
        for (var f = 0; f < Orders.Length; f++)
        {
            (left[f], right[f]) = Orders[f].Length == 0 ? ([], []) : Divided(Orders[f], goesLeft, count);
        }

        var (lower, upper) = Divided(Points, goesLeft, count);
        return (new(lower, left), new(upper, right));
    }

    private static (int[] Left, int[] Right) Divided(int[] points, bool[] goesLeft, int count)
    {
        var (left, right, l, r) = (new int[count], new int[points.Length - count], 0, 0);
        foreach (var point in points)
        {
            if (goesLeft[point])
            {
                left[l++] = point;
            }
            else
            {
                right[r++] = point;
            }
        }

        return (left, right);
    }
}
