using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>What sensitivity analyses found, and the reasons to doubt it. Parts that were not asked for are empty.</summary>
public sealed record SensitivityStudy
{
    /// <summary>Names of the analyses, as experiment files have them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sobol", "morris", "rankCorrelation", "tree", "shapley", "finiteChange", "responseCurves"];

    /// <summary>Sobol' indices of each output.</summary>
    public IReadOnlyList<SobolResult> Sobol { get; init; } = [];

    /// <summary>Elementary effects of each output and combination of factors without order.</summary>
    public IReadOnlyList<MorrisResult> Morris { get; init; } = [];

    /// <summary>Partial rank correlations of each output and combination of factors without order.</summary>
    public IReadOnlyList<RankResult> PartialRankCorrelation { get; init; } = [];

    /// <summary>Rank regressions, likewise.</summary>
    public IReadOnlyList<RankResult> RankRegression { get; init; } = [];

    /// <summary>Shapley effects of each output.</summary>
    public IReadOnlyList<ShapleyResult> Shapley { get; init; } = [];

    /// <summary>Finite changes of each output and choice of alternatives.</summary>
    public IReadOnlyList<FiniteChangeResult> FiniteChange { get; init; } = [];

    /// <summary>Response curves.</summary>
    public IReadOnlyList<ResponseCurve> ResponseCurves { get; init; } = [];

    /// <summary>Regression trees of each output.</summary>
    public IReadOnlyList<TreeResult> Trees { get; init; } = [];

    /// <summary>Reasons to doubt them; analyses that were refused for missing runs are among these.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>Whether anything was found or refused.</summary>
    public bool IsEmpty => Sobol.Count + Morris.Count + PartialRankCorrelation.Count + Shapley.Count
        + FiniteChange.Count + ResponseCurves.Count + Trees.Count + Cautions.Count == 0;

    /// <summary>Does the analyses.</summary>
    /// <param name="data">The runs.</param>
    /// <param name="analyses">Names of analyses; others are passed over.</param>
    /// <param name="settings">How to resample for intervals.</param>
    /// <param name="refuse">What to do when runs are missing: throw, or say so in a caution and continue.</param>
    /// <exception cref="IncompleteDesignException">Runs are missing that an analysis needs, and it was to be thrown.</exception>
    public static SensitivityStudy Of(SensitivityData data, IReadOnlyList<string> analyses, BootstrapSettings settings, bool refuse)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(analyses);
        var study = new SensitivityStudy();
        if (data.Refusal is { } refusal && Names.Any(analyses.Contains))
        {
            return refuse ? throw new IncompleteDesignException(refusal) : study.With(new Caution(CautionKind.MissingRuns, "", refusal));
        }

        foreach (var (part, output) in data.Parts().SelectMany(part => part.Outputs.Select(output => (part, output))))
        {
            foreach (var name in Names.Where(analyses.Contains))
            {
                try
                {
                    study = Add(study, name, part, output, settings);
                }
                catch (IncompleteDesignException missing) when (!refuse)
                {
                    study = study.With(new Caution(CautionKind.MissingRuns, output.Name, missing.Message));
                }
            }
        }

        return study;
    }

    private static SensitivityStudy Add(SensitivityStudy study, string name, SensitivityData data, OutputSample output, BootstrapSettings settings) =>
        (name, data.Shape) switch
        {
            ("sobol", DesignShape.Saltelli shape) => WithSobol(study, SobolIndices.Of(LayoutOf(shape, data.Cloud), output, settings)),
            ("morris", DesignShape.Trajectories shape) => WithMorris(study, [.. MorrisOf(shape, data.Cloud, output, settings)]),
            ("rankCorrelation", _) => WithRanks(study, data.Cloud, output, settings),
            ("tree", _) => (study with { Trees = [.. study.Trees, RegressionTree.Of(data.Cloud, output, new TreeSettings())] })
                .With(SensitivityCautions.Of(output)),
            ("shapley", _) => WithShapley(study, ShapleyOf(data, output, settings), output.Sharing),
            ("finiteChange", _) =>
                study with { FiniteChange = [.. study.FiniteChange, .. ChangesOf(FactorialLayout.Of(data.Cloud.Factors), output, settings.Level)] },
            ("responseCurves", _) =>
                study with { ResponseCurves = [.. study.ResponseCurves, .. Sensitivity.ResponseCurves.Of(data.Cloud, output, settings.Level)] },
            _ => study,
        };

    private static SaltelliLayout LayoutOf(DesignShape.Saltelli shape, PointCloud cloud) => SaltelliLayout.Of(shape, [.. cloud.Factors.Select(f => f.Name)]);

    private static SensitivityStudy WithSobol(SensitivityStudy study, SobolResult result) =>
        (study with { Sobol = [.. study.Sobol, result] }).With([.. SensitivityCautions.Of(result)]);

    private static SensitivityStudy WithMorris(SensitivityStudy study, IReadOnlyList<MorrisResult> results) =>
        (study with { Morris = [.. study.Morris, .. results] }).With([.. results.SelectMany(SensitivityCautions.Of)]);

    private static SensitivityStudy WithShapley(SensitivityStudy study, ShapleyResult result, ChanceSharing sharing) =>
        (study with { Shapley = [.. study.Shapley, result] }).With(SensitivityCautions.Of(result, sharing));

    private static SensitivityStudy WithRanks(SensitivityStudy study, PointCloud cloud, OutputSample output, BootstrapSettings settings)
    {
        var partial = Sensitivity.PartialRankCorrelation.Of(cloud, output, settings);
        var found = study with
        {
            PartialRankCorrelation = [.. study.PartialRankCorrelation, .. partial],
            RankRegression = [.. study.RankRegression, .. Sensitivity.RankRegression.Of(cloud, output, settings)],
        };
        return found.With([.. SensitivityCautions.Of(cloud, partial), SensitivityCautions.Of(output)]);
    }

    private static IEnumerable<MorrisResult> MorrisOf(DesignShape.Trajectories shape, PointCloud cloud, OutputSample output, BootstrapSettings settings)
    {
        foreach (var (name, points) in cloud.Strata)
        {
            var ordered = cloud.At(points).Ordered;
            var values = Enumerable.Range(0, points.Count).Select(p => (IReadOnlyList<double>)[.. ordered.Select(f => f.Numbers![p])]);
            var layout = MorrisLayout.Of([.. ordered.Select(f => f.Name)], [.. values], shape.GridLevels);
            yield return MorrisEffects.Of(layout, output with { ByPoint = [.. points.Select(p => output.ByPoint[p])] }, settings) with
            {
                Stratum = name,
                Repeated = RepeatedOf(ordered, layout),
            };
        }
    }

    private static int RepeatedOf(IReadOnlyList<FactorColumn> factors, MorrisLayout layout)
    {
        var length = layout.Factors.Count + 1;
        var trajectories = Enumerable.Range(0, layout.Points / length)
            .Select(t => string.Join(' ', Enumerable.Range(t * length, length)
                .SelectMany(row => factors.Select(f => Invariant($"{f.Numbers![row]:R}")))));
        return (layout.Points / length) - trajectories.Distinct().Count();
    }

    private static ShapleyResult ShapleyOf(SensitivityData data, OutputSample output, BootstrapSettings settings) => data.Shape switch
    {
        DesignShape.Saltelli shape => ShapleyOfSaltelli.Of(LayoutOf(shape, data.Cloud), output, settings),
        DesignShape.Factorial => ShapleyOfFactorial.Of(FactorialLayout.Of(data.Cloud.Factors), output, settings),
        _ => ShapleyOfNeighbours.Of(data.Cloud, output, settings.Level),
    };

    // Numbers go from their first level to their last; labels to each other label, one result for each choice.
    private static IEnumerable<FiniteChangeResult> ChangesOf(FactorialLayout layout, OutputSample output, double level)
    {
        IEnumerable<int[]> choices = [[]];
        for (var k = 0; k < layout.Factors.Count; k++)
        {
            var last = layout.Levels[k].Count - 1;
            var alternatives = layout.Factors[k].Numbers is null ? Enumerable.Range(1, last) : last > 0 ? [last] : [];
            choices = choices.SelectMany(c => alternatives.Select(a => (int[])[.. c, a])).ToList();
        }

        return choices.Select(c => Sensitivity.FiniteChange.Of(layout, output, c, level));
    }

    // What holds for every output is said once.
    private SensitivityStudy With(params IReadOnlyList<Caution?> cautions) =>
        this with { Cautions = [.. Cautions, .. cautions.OfType<Caution>().Where(c => !Cautions.Contains(c))] };
}
