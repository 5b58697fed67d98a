using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>The figures of sensitivity analyses.</summary>
internal static class SensitivityFigures
{
    private const string Bars = "bars end at the estimate, whiskers are 95 % percentile intervals";

    private static readonly char[] NotInFileNames = [.. " /\\:*?\"<>|'", .. Enumerable.Range(0, ' ').Select(c => (char)c)];

    /// <summary>One figure for each output, and for each combination of factors without order where an analysis is within these.</summary>
    public static IReadOnlyList<IFigure> Of(SensitivityStudy study) =>
    [
        .. study.Sobol.Where(r => r.Reason.Length == 0).Select(Sobol),
        .. study.Morris.Select(r => Morris(r, NameOf("morris", r.Output, r.Stratum, study.Morris.Select(m => m.Stratum)))),
        .. study.PartialRankCorrelation.Where(r => r.Reason.Length == 0)
            .Select(r => Ranks(r, NameOf("rank-correlation", r.Output, r.Stratum, study.PartialRankCorrelation.Select(m => m.Stratum)))),
        .. study.Shapley.Where(r => r.Reason.Length == 0).Select(Shapley),
        .. study.FiniteChange.Select((r, i) => Changes(r, i)),
        .. study.ResponseCurves.GroupBy(c => c.Output).Select(g => Response(g.Key, [.. g])),
        .. study.Trees.Where(t => t.Root.Split is not null).Select(Tree),
    ];

    private static IntervalBarsFigure Sobol(SobolResult result)
    {
        List<(string, IReadOnlyList<IndexEstimate?>)> rows = [.. result.Factors.OrderByDescending(f => f.Total?.Value)
            .Select(f => (f.Factor, (IReadOnlyList<IndexEstimate?>)[f.First, f.Total]))];
        if (result.NoiseShare is { } noise)
        {
            rows.Add(("chance (of a single run)", [null, null, new IndexEstimate(noise, null, null)]));
        }

        return new()
        {
            Name = $"sobol-{InFileName(result.Output)}",
            ValueLabel = $"Share of the variance of {result.Output}",
            Series = result.NoiseShare is null ? ["first order, S1", "total, ST"] : ["first order, S1", "total, ST", "share due to chance"],
            Rows = rows,
            Caption = Invariant($"Sobol' indices of {result.Output} {result.Definition}; {Bars}, from resampling {result.BasePoints} base points and {result.Replicates} replicates. An index whose interval holds 0 cannot be told from 0."),
            AltText = "Bars of Sobol' indices. " + string.Join(" ", result.Factors.Select(f => Invariant($"{f.Factor}: S1 {f.First?.Value:0.00}, ST {f.Total?.Value:0.00}."))),
        };
    }

    private static MorrisFigure Morris(MorrisResult result, string name) => new()
    {
        Name = name,
        Result = result,
        Caption = Invariant($"Elementary effects on {result.Output}{Within(result.Stratum)}: mean size μ* and standard deviation σ per range of each factor, {result.Trajectories} trajectories, {result.Replicates} replicates per design point; whiskers: 95 % percentile intervals. Far to the right: important; above σ/μ* = 1: interactions, curvature or chance.{MorrisFigure.Unnamed(result)}"),
        AltText = "Scatter of elementary effects. " + string.Join(" ", result.Factors.Select(f => Invariant($"{f.Factor}: μ* {f.MeanAbsolute.Value:G3}, σ {f.Deviation?.Value:G3}."))),
    };

    private static IntervalBarsFigure Ranks(RankResult result, string name) => new()
    {
        Name = name,
        ValueLabel = $"Partial rank correlation with {result.Output}",
        Series = ["partial rank correlation"],
        Rows = [.. result.Factors.OrderByDescending(f => Math.Abs(f.Coefficient?.Value ?? 0))
            .Select(f => (f.Factor, (IReadOnlyList<IndexEstimate?>)[f.Coefficient]))],
        Caption = Invariant($"Partial rank correlations with {result.Output}{Within(result.Stratum)}, {result.Points} design points; {Bars}. Effects that are not monotone do not show."),
        AltText = "Bars of partial rank correlations. " + string.Join(" ", result.Factors.Select(f => Invariant($"{f.Factor}: {f.Coefficient?.Value:0.00}."))),
    };

    private static IntervalBarsFigure Shapley(ShapleyResult result) => new()
    {
        Name = $"shapley-{InFileName(result.Output)}",
        ValueLabel = $"Share of the variance of {result.Output}",
        Series = ["Shapley effect"],
        Rows = [.. result.Factors.OrderByDescending(f => f.Share?.Value).Select(f => (f.Factor, (IReadOnlyList<IndexEstimate?>)[f.Share]))],
        Caption = Invariant($"Shapley effects on {result.Output}, shares that add up to 1 ({result.Estimator}); whiskers: 95 % intervals."),
        AltText = "Bars of Shapley effects. " + string.Join(" ", result.Factors.Select(f => Invariant($"{f.Factor}: {f.Share?.Value:0.00}."))),
    };

    private static IntervalBarsFigure Changes(FiniteChangeResult result, int place) => new()
    {
        Name = Invariant($"finite-change-{InFileName(result.Output)}-{place + 1}"),
        ValueLabel = $"Change of {result.Output}",
        Series = ["first order", "interaction", "total"],
        Rows = [.. result.Factors.Select(f => ($"{f.Factor}: {f.From} → {f.To}", (IReadOnlyList<IndexEstimate?>)[f.First, f.Interaction, f.Total]))],
        Caption = Invariant($"Finite changes of {result.Output} from the first levels ({result.Baseline.Value:G4}) to the alternatives, {result.Change.Value:G4} in all; whiskers: 95 % Student's intervals over {result.Replicates} replicates. First order: this change alone; total: what is lost without it."),
        AltText = "Bars of finite changes. " + string.Join(" ", result.Factors.Select(f => Invariant($"{f.Factor}: first order {f.First.Value:G3}, total {f.Total.Value:G3}."))),
    };

    private static ResponseFigure Response(string output, IReadOnlyList<ResponseCurve> curves) => new()
    {
        Name = $"response-{InFileName(output)}",
        Output = output,
        Curves = curves,
        Caption = Invariant($"Response of {output} along each factor, up to {curves.Max(c => c.Points.Max(p => p.Runs))} runs per level; thick: mean over all combinations of the others (or the baseline), dark band: its 95 % interval over replicates, light band: eight tenths of the runs; thin: each combination. Lines that are not parallel show interactions."),
        AltText = $"Response curves of {output} along {string.Join(", ", curves.Select(c => c.Factor).Distinct())}.",
    };

    private static TreeFigure Tree(TreeResult result) => new()
    {
        Name = $"tree-{InFileName(result.Output)}",
        Root = result.Root,
        Caption = Invariant($"Regression tree of {result.Output}, {result.Root.Points} design points: mean and, in parentheses, number of design points of each node, leaves dark; the leaves account for {result.Determination:0.00} of the variance of the points it was grown from."),
        AltText = "Regression tree. " + string.Join(" ", result.Importance.Where(i => i.Share > 0).Select(i => Invariant($"{i.Factor} takes {i.Share:0.00} of what splits take."))),
    };

    private static string NameOf(string kind, string output, string stratum, IEnumerable<string> strata) =>
        stratum.Length == 0 ? $"{kind}-{InFileName(output)}" : Invariant($"{kind}-{InFileName(output)}-{strata.Distinct().ToList().IndexOf(stratum) + 1}");

    // An output under an arm holds the arm's name, which may be any text: what no file system takes, or a shell splits at, becomes a hyphen.
    private static string InFileName(string output) => string.Join('-', output.Split(NotInFileNames, StringSplitOptions.RemoveEmptyEntries));

    private static string Within(string stratum) => stratum.Length == 0 ? "" : $" at {stratum}";
}
