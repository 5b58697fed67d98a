namespace LeadershipSim.Analysis.Inference;

/// <summary>How unequally something is held.</summary>
public static class LorenzCurve
{
    /// <summary>
    /// Cumulated shares of holders, from those who hold least, with the cumulated shares of what they hold, from (0, 0) to (1, 1); empty when
    /// nobody holds anything (Lorenz 1905, doi:10.2307/2276207).
    /// </summary>
    /// <param name="holdings">What each holds; not negative.</param>
    public static IReadOnlyList<(double Holders, double Held)> Of(IEnumerable<double> holdings)
    {
        double[] sorted = [.. holdings.Order()];
        var total = sorted.Sum();
        if (total <= 0)
        {
            return [];
        }

        var held = 0.0;
        return [(0, 0), .. sorted.Select((value, k) => ((k + 1.0) / sorted.Length, (held += value) / total))];
    }
}
