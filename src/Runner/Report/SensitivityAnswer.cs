using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Runner.Report;

/// <summary>Words what sensitivity analyses found: which factors decide, and how much chance does. One sentence an output.</summary>
internal static class SensitivityAnswer
{
    private const int MostNamed = 3;

    /// <summary>The sentences; none where no analysis was made that names factors.</summary>
    public static IReadOnlyList<string> Of(SensitivityStudy study) => study switch
    {
        { Sobol.Count: > 0 } => [.. study.Sobol.Select(Sobol)],
        { Morris.Count: > 0 } => [.. study.Morris.Select(Morris)],
        { PartialRankCorrelation.Count: > 0 } => [.. study.PartialRankCorrelation.Select(Ranks)],
        { Trees.Count: > 0 } => [.. study.Trees.Select(Tree)],
        _ => [],
    };

    private static string Sobol(SobolResult result)
    {
        // An index whose interval holds 0 cannot be distinguished from 0: such a factor does not decide.
        SobolFactor[] decide = [.. result.Factors.Where(f => f.Total is { MayBeZero: false }).OrderByDescending(f => f.Total!.Value)];
        var chance = result.NoiseShare is { } noise ? Invariant($" Chance decides {noise:0.00} of the variance.") : "";
        return decide.Length == 0
            ? $"No factor was shown to decide {result.Output}.{chance}"
            : $"What decides {result.Output}, by share of the variance: {Listed(decide.Select(f => Invariant($"{f.Factor} {f.Total!.Value:0.00} [{f.Total.Lower:0.00}, {f.Total.Upper:0.00}]")))}.{chance}";
    }

    private static string Morris(MorrisResult result)
    {
        MorrisFactor[] ranked = [.. result.Factors.OrderByDescending(f => f.MeanAbsolute.Value)];
        var tied = ranked.Length > 1 && ranked[0].MeanAbsolute.Lower <= ranked[1].MeanAbsolute.Upper ? " Intervals of the first two overlap." : "";
        return $"Screened for {result.Output}{Within(result.Stratum)}, by mean size of elementary effects: {Listed(ranked.Select(f => Invariant($"{f.Factor} {f.MeanAbsolute.Value:G3} [{f.MeanAbsolute.Lower:G3}, {f.MeanAbsolute.Upper:G3}]")))}.{tied}";
    }

    private static string Ranks(RankResult result)
    {
        RankFactor[] shown = [.. result.Factors.Where(f => f.Coefficient is { MayBeZero: false }).OrderByDescending(f => Math.Abs(f.Coefficient!.Value))];
        return shown.Length == 0
            ? $"No factor was shown to move {result.Output}{Within(result.Stratum)}."
            : $"Partial rank correlations with {result.Output}{Within(result.Stratum)}: {Listed(shown.Select(f => Invariant($"{f.Factor} {f.Coefficient!.Value:+0.00;−0.00}")))}.";
    }

    private static string Tree(TreeResult result)
    {
        TreeImportance[] split = [.. result.Importance.Where(i => i.Share > 0).OrderByDescending(i => i.Share)];
        return split.Length == 0
            ? $"No split on a factor separates levels of {result.Output}."
            : $"A tree of {result.Output} splits on {Listed(split.Select(i => Invariant($"{i.Factor} ({i.Share:0.00} of what splits explain)")))}.";
    }

    private static string Listed(IEnumerable<string> factors)
    {
        string[] all = [.. factors];
        return string.Join(", ", all.Take(MostNamed)) + (all.Length > MostNamed ? Invariant($" and {all.Length - MostNamed} more") : "");
    }

    private static string Within(string stratum) => stratum.Length == 0 ? "" : $" within {stratum}";
}
