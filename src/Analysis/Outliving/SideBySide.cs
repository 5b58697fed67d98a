namespace LeadershipSim.Analysis.Outliving;

/// <summary>Independent pieces of work on all processors, with results in the order of the pieces.</summary>
/// <remarks>PLINQ does the same, but each kind of query compiles some two hundred methods at its first use.</remarks>
internal static class SideBySide
{
    /// <summary>What each piece gives.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="work">What is made of one; must not depend on others.</param>
    /// <exception cref="AggregateException">Work on a piece failed.</exception>
    public static TResult[] Of<T, TResult>(IReadOnlyList<T> pieces, Func<T, TResult> work)
        where T : class
        where TResult : class
    {
        var results = new TResult[pieces.Count];
        Parallel.For(0, results.Length, k => results[k] = work(pieces[k]));
        return results;
    }
}
