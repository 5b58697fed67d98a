using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Runner.Tables;

/// <summary>What sensitivity analyses found, as tables.</summary>
internal static class SensitivityTables
{
    /// <summary>One table for each analysis that was done.</summary>
    public static IReadOnlyList<SensitivityTable> Of(SensitivityStudy study)
    {
        SensitivityTable[] tables =
        [
            Sobol(study.Sobol), Morris(study.Morris), Ranks(study.PartialRankCorrelation, study.RankRegression), Shapley(study.Shapley),
            FiniteChange(study.FiniteChange), Curves(study.ResponseCurves), Trees(study.Trees),
        ];
        return [.. tables.Where(t => t.Values.Rows.Count > 0)];
    }

    private static SensitivityTable Sobol(IReadOnlyList<SobolResult> results)
    {
        var table = new CsvTable("output", "factor", "with", "index", "value", "lower95", "upper95");
        foreach (var result in results)
        {
            foreach (var factor in result.Factors)
            {
                Add(table, factor.First, result.Output, factor.Factor, "", "first");
                Add(table, factor.Total, result.Output, factor.Factor, "", "total");
            }

            foreach (var pair in result.Pairs)
            {
                Add(table, pair.Second, result.Output, pair.Factor, pair.With, "second");
            }

            table.Add(result.Output, "(chance)", "", "noiseShare", result.NoiseShare, null, null);
        }

        var definition = results.Count == 0 ? "" : $" {results[0].Definition}";
        return new("sobol", $"Sobol' indices (Saltelli 2010; Jansen){definition}; percentile intervals from base rows and replicates", 4, table);
    }

    private static SensitivityTable Morris(IReadOnlyList<MorrisResult> results)
    {
        var table = new CsvTable("output", "stratum", "factor", "index", "value", "lower95", "upper95");
        foreach (var (result, factor) in results.SelectMany(r => r.Factors.Select(f => (r, f))))
        {
            Add(table, factor.Mean, result.Output, result.Stratum, factor.Factor, "mean");
            Add(table, factor.MeanAbsolute, result.Output, result.Stratum, factor.Factor, "meanAbsolute");
            Add(table, factor.Deviation, result.Output, result.Stratum, factor.Factor, "deviation");
        }

        return new("morris", "Elementary effects: mean μ, mean of sizes μ*, standard deviation σ, per range of the factor; percentile intervals from trajectories and replicates", 4, table);
    }

    private static SensitivityTable Ranks(IReadOnlyList<RankResult> partial, IReadOnlyList<RankResult> regression)
    {
        var table = new CsvTable("output", "stratum", "factor", "index", "value", "lower95", "upper95");
        foreach (var (results, index) in new[] { (partial, "partialRankCorrelation"), (regression, "rankRegression") })
        {
            foreach (var result in results)
            {
                foreach (var factor in result.Factors)
                {
                    Add(table, factor.Coefficient, result.Output, result.Stratum, factor.Factor, index);
                }

                table.Add(result.Output, result.Stratum, "(all)", index + "Determination", result.Determination, null, null);
            }
        }

        return new("rank-correlation", "Partial rank correlations and standardized rank regression; percentile intervals from points and replicates", 4, table);
    }

    private static SensitivityTable Shapley(IReadOnlyList<ShapleyResult> results)
    {
        var table = new CsvTable("output", "factor", "share", "lower95", "upper95");
        foreach (var (result, factor) in results.SelectMany(r => r.Factors.Select(f => (r, f))))
        {
            Add(table, factor.Share, result.Output, factor.Factor);
        }

        return new("shapley", $"Shapley effects; {(results.Count == 0 ? "" : results[0].Estimator)}", 2, table);
    }

    private static SensitivityTable FiniteChange(IReadOnlyList<FiniteChangeResult> results)
    {
        var table = new CsvTable("output", "change", "factors", "index", "value", "lower95", "upper95");
        foreach (var result in results)
        {
            var change = string.Join(", ", result.Factors.Select(f => $"{f.Factor}: {f.From} → {f.To}"));
            Add(table, result.Change, result.Output, change, "(all)", "change");
            foreach (var factor in result.Factors)
            {
                Add(table, factor.First, result.Output, change, factor.Factor, "first");
                Add(table, factor.Interaction, result.Output, change, factor.Factor, "interaction");
                Add(table, factor.Total, result.Output, change, factor.Factor, "total");
            }

            foreach (var interaction in result.Interactions)
            {
                Add(table, interaction.Change, result.Output, change, string.Join(" × ", interaction.Factors), "together");
            }
        }

        return new("finite-change", "Finite changes from the first level of each factor; Student's intervals over replicates", 4, table);
    }

    private static SensitivityTable Curves(IReadOnlyList<ResponseCurve> curves)
    {
        var table = new CsvTable("output", "factor", "condition", "level", "runs", "mean", "lower95", "upper95", "tenth", "ninetieth");
        foreach (var (curve, point) in curves.SelectMany(c => c.Points.Select(p => (c, p))))
        {
            table.Add(curve.Output, curve.Factor, curve.Condition, point.Level, point.Runs, point.Mean?.Value, point.Mean?.Lower, point.Mean?.Upper, point.Tenth, point.Ninetieth);
        }

        return new("response-curves", "Response along one factor; Student's intervals over replicates, and quantiles .1 and .9 of runs", 4, table);
    }

    private static SensitivityTable Trees(IReadOnlyList<TreeResult> trees)
    {
        var table = new CsvTable("output", "node", "condition", "mean", "points", "squaredError");
        foreach (var tree in trees)
        {
            AddNode(table, tree.Output, tree.Root, "1", "(all)");
        }

        return new("tree", "Regression tree; node n is split into 2n, where the condition holds, and 2n + 1", 3, table);
    }

    private static void AddNode(CsvTable table, string output, TreeNode node, string place, string condition)
    {
        table.Add(output, place, condition, node.Mean, node.Points, node.SquaredError);
        if (node.Split is { } split)
        {
            var number = long.Parse(place, System.Globalization.CultureInfo.InvariantCulture) * 2;
            AddNode(table, output, split.Left, FormattableString.Invariant($"{number}"), split.Condition);
            AddNode(table, output, split.Right, FormattableString.Invariant($"{number + 1}"), split.Otherwise);
        }
    }

    private static void Add(CsvTable table, IndexEstimate? estimate, params object?[] labels) =>
        table.Add([.. labels, estimate?.Value, estimate?.Lower, estimate?.Upper]);
}
