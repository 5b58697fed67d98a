using System.Globalization;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>What sensitivity analyses found, as tables.</summary>
public static class SensitivityTables
{
    private const int Decimals = 4;
    private static readonly TableColumn Output = TableColumn.Label("output", "output");
    private static readonly TableColumn Factor = TableColumn.Label("factor", "factor");
    private static readonly TableColumn Stratum = TableColumn.Label("stratum", "stratum");
    private static readonly TableColumn Index = TableColumn.Label("index", "index");
    private static readonly TableColumn Value = TableColumn.Estimate("value", "value", "", Decimals);

    /// <summary>One table for each analysis that was done.</summary>
    public static IReadOnlyList<ResultTable> Of(SensitivityStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        ResultTable[] tables =
        [
            Sobol(study.Sobol), Morris(study.Morris), Ranks(study.PartialRankCorrelation, study.RankRegression), Shapley(study.Shapley),
            FiniteChange(study.FiniteChange), Curves(study.ResponseCurves), Trees(study.Trees),
        ];
        return [.. tables.Where(t => t.Count > 0)];
    }

    private static ResultTable Sobol(IReadOnlyList<SobolResult> results)
    {
        List<object?[]> rows =
        [
            .. results.SelectMany(result => (object?[][])
            [
                .. result.Factors.SelectMany(f => new object?[][]
                {
                    [result.Output, f.Factor, "", "first", Cell(f.First)],
                    [result.Output, f.Factor, "", "total", Cell(f.Total)],
                }),
                .. result.Pairs.Select(p => new object?[] { result.Output, p.Factor, p.With, "second", Cell(p.Second) }),
                [result.Output, "(chance)", "", "noiseShare", result.NoiseShare],
            ]),
        ];
        var definition = results.Count == 0 ? "" : $" {results[0].Definition}";
        return Table("sobol", "Sobol' indices", $"Saltelli 2010; Jansen{definition}; percentile intervals from base rows and replicates", [Output, Factor, TableColumn.Label("with", "with"), Index, Value], rows);
    }

    private static ResultTable Morris(IReadOnlyList<MorrisResult> results)
    {
        List<object?[]> rows =
        [
            .. results.SelectMany(r => r.Factors.SelectMany(f => new object?[][]
            {
                [r.Output, r.Stratum, f.Factor, "mean", Cell(f.Mean)],
                [r.Output, r.Stratum, f.Factor, "meanAbsolute", Cell(f.MeanAbsolute)],
                [r.Output, r.Stratum, f.Factor, "deviation", Cell(f.Deviation)],
            })),
        ];
        return Table("morris", "Elementary effects", "Mean μ, mean of sizes μ*, standard deviation σ, per range of the factor; percentile intervals from trajectories and replicates", [Output, Stratum, Factor, Index, Value], rows);
    }

    private static ResultTable Ranks(IReadOnlyList<RankResult> partial, IReadOnlyList<RankResult> regression)
    {
        IEnumerable<object?[]> Of(IReadOnlyList<RankResult> results, string index) => results.SelectMany(r => (object?[][])
        [
            .. r.Factors.Select(f => new object?[] { r.Output, r.Stratum, f.Factor, index, Cell(f.Coefficient) }),
            [r.Output, r.Stratum, "(all)", index + "Determination", r.Determination],
        ]);
        return Table(
            "rank-correlation", "Partial rank correlations and standardized rank regression", "Percentile intervals from points and replicates",
            [Output, Stratum, Factor, Index, Value], [.. Of(partial, "partialRankCorrelation"), .. Of(regression, "rankRegression")]);
    }

    private static ResultTable Shapley(IReadOnlyList<ShapleyResult> results) => Table(
        "shapley", "Shapley effects", results.Count == 0 ? "" : results[0].Estimator,
        [Output, Factor, TableColumn.Estimate("share", "share", "share", Decimals)],
        [.. results.SelectMany(r => r.Factors.Select(f => new object?[] { r.Output, f.Factor, Cell(f.Share) }))]);

    private static ResultTable FiniteChange(IReadOnlyList<FiniteChangeResult> results)
    {
        var rows = new List<object?[]>();
        foreach (var result in results)
        {
            var change = string.Join(", ", result.Factors.Select(f => $"{f.Factor}: {f.From} → {f.To}"));
            rows.Add([result.Output, change, "(all)", "change", Cell(result.Change)]);
            foreach (var factor in result.Factors)
            {
                rows.Add([result.Output, change, factor.Factor, "first", Cell(factor.First)]);
                rows.Add([result.Output, change, factor.Factor, "interaction", Cell(factor.Interaction)]);
                rows.Add([result.Output, change, factor.Factor, "total", Cell(factor.Total)]);
            }

            rows.AddRange(result.Interactions.Select(i => new object?[] { result.Output, change, string.Join(" × ", i.Factors), "together", Cell(i.Change) }));
        }

        return Table(
            "finite-change", "Finite changes from the first level of each factor", "Student's intervals over replicates",
            [Output, TableColumn.Label("change", "change"), TableColumn.Label("factors", "factors"), Index, Value], rows);
    }

    private static ResultTable Curves(IReadOnlyList<ResponseCurve> curves) => Table(
        "response-curves", "Response along one factor", "Student's intervals over replicates, and quantiles .1 and .9 of runs",
        [
            Output, Factor, TableColumn.Label("condition", "condition"), TableColumn.Label("level", "level"), TableColumn.Count("runs", "runs"),
            TableColumn.Estimate("mean", "mean", "", Decimals), TableColumn.Number("tenth", "quantile .1", "", Decimals),
            TableColumn.Number("ninetieth", "quantile .9", "", Decimals),
        ],
        [.. curves.SelectMany(c => c.Points.Select(p =>
            new object?[] { c.Output, c.Factor, c.Condition, p.Level, p.Runs, Cell(p.Mean), p.Tenth, p.Ninetieth }))]);

    private static ResultTable Trees(IReadOnlyList<TreeResult> trees)
    {
        var rows = new List<object?[]>();
        foreach (var tree in trees)
        {
            AddNode(rows, tree.Output, tree.Root, "1", "(all)");
        }

        return Table(
            "tree", "Regression tree", "Node n is split into 2n, where the condition holds, and 2n + 1",
            [
                Output, TableColumn.Label("node", "node"), TableColumn.Label("condition", "condition"), TableColumn.Number("mean", "mean", "", Decimals),
                TableColumn.Count("points", "points", "points"), TableColumn.Number("squaredError", "squared error", "", Decimals),
            ],
            rows);
    }

    private static void AddNode(List<object?[]> rows, string output, TreeNode node, string place, string condition)
    {
        rows.Add([output, place, condition, node.Mean, node.Points, node.SquaredError]);
        if (node.Split is { } split)
        {
            var number = long.Parse(place, CultureInfo.InvariantCulture) * 2;
            AddNode(rows, output, split.Left, Invariant($"{number}"), split.Condition);
            AddNode(rows, output, split.Right, Invariant($"{number + 1}"), split.Otherwise);
        }
    }

    private static ResultTable Table(string name, string title, string method, IReadOnlyList<TableColumn> columns, List<object?[]> rows) =>
        new(name, title, method.Length == 0 ? "" : method + ".", columns, rows);

    private static Interval? Cell(IndexEstimate? estimate) =>
        estimate is null ? null : new Interval(estimate.Value, estimate.Lower ?? double.NaN, estimate.Upper ?? double.NaN);
}
