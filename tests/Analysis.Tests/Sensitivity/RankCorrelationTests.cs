using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class RankCorrelationTests
{
    private static readonly BootstrapSettings Few = new(Resamples: 200);

    // Three variables: the partial correlation and the regression coefficient in terms of the three rank correlations.
    [Fact]
    public void Coefficients_of_five_points_are_those_by_hand()
    {
        PointCloud cloud = new([FactorColumn.Of("x1", [1, 2, 3, 4, 5]), FactorColumn.Of("x2", [4, 3, 5, 1, 2.0])]);
        var output = OutputSample.Single("Y", [10, 30, 20, 50, 40.0]);
        var (x1y, x2y, x12) = (Spearman([1, 2, 3, 4, 5], [1, 3, 2, 5, 4]),
            Spearman([4, 3, 5, 1, 2], [1, 3, 2, 5, 4]), Spearman([1, 2, 3, 4, 5], [4, 3, 5, 1, 2]));
        var partial = Assert.Single(PartialRankCorrelation.Of(cloud, output, Few)).Factors;
        Assert.Equal((x1y - (x2y * x12)) / Math.Sqrt((1 - (x2y * x2y)) * (1 - (x12 * x12))), partial[0].Coefficient!.Value, 1e-12);
        Assert.Equal((x2y - (x1y * x12)) / Math.Sqrt((1 - (x1y * x1y)) * (1 - (x12 * x12))), partial[1].Coefficient!.Value, 1e-12);
        var regression = Assert.Single(RankRegression.Of(cloud, output, Few)).Factors;
        Assert.Equal((x1y - (x2y * x12)) / (1 - (x12 * x12)), regression[0].Coefficient!.Value, 1e-12);
        Assert.Equal((x2y - (x1y * x12)) / (1 - (x12 * x12)), regression[1].Coefficient!.Value, 1e-12);
    }

    [Fact]
    public void Monotone_transforms_of_factors_and_output_change_nothing()
    {
        var rows = new SobolSequence { Points = 60, Scramble = Scramble.Owen, Seed = 4 }.Sample(3).ToList();
        double[] y = [.. rows.Select(u => u[0] + (0.5 * u[1] * u[1]) - (u[2] * u[0]))];
        var plain = PartialRankCorrelation.Of(Cloud(rows, v => v), OutputSample.Single("Y", y), Few)[0];
        var bent = PartialRankCorrelation.Of(Cloud(rows, v => Math.Exp(5 * v)), OutputSample.Single("Y", y.Select(v => v * v * v)), Few)[0];
        Assert.Equal(plain.Factors, bent.Factors);
        Assert.Equal(plain.Determination, bent.Determination);
    }

    [Fact]
    public void A_strictly_monotone_additive_function_has_coefficients_near_one_and_their_signs()
    {
        var rows = new SobolSequence { Points = 400, Scramble = Scramble.Owen, Seed = 9 }.Sample(3).ToList();
        var found = PartialRankCorrelation.Of(Cloud(rows, v => v), OutputSample.Single("Y", rows.Select(u => (3 * u[0]) - (2 * u[1]) + u[2])), Few)[0];
        Assert.True(found.Factors[0].Coefficient!.Value > 0.97);
        Assert.True(found.Factors[1].Coefficient!.Value < -0.95);
        Assert.All(found.Factors, f => Assert.InRange(f.Coefficient!.Value, f.Coefficient.Lower!.Value - 0.02, f.Coefficient.Upper!.Value + 0.02));
    }

    [Fact]
    public void A_function_of_one_factor_s_rank_alone_has_a_coefficient_of_exactly_one()
    {
        var rows = new SobolSequence { Points = 30, Scramble = Scramble.Owen, Seed = 2 }.Sample(1).ToList();
        var found = PartialRankCorrelation.Of(
            new([FactorColumn.Of("x", rows.Select(u => u[0]))]), OutputSample.Single("Y", rows.Select(u => -Math.Exp(u[0]))), Few)[0];
        Assert.Equal(-1, found.Factors[0].Coefficient!.Value, 1e-12);
    }

    [Fact]
    public void Factors_without_order_make_strata_and_a_caution()
    {
        var rows = new SobolSequence { Points = 40, Scramble = Scramble.Owen, Seed = 2 }.Sample(2).ToList();
        PointCloud cloud = new([FactorColumn.Of("x", rows.Select(u => u[0])), FactorColumn.Of("policy", rows.Select(u => u[1] < 0.5 ? "a" : "b"))]);
        var found = PartialRankCorrelation.Of(cloud, OutputSample.Single("Y", rows.Select(u => u[1] < 0.5 ? u[0] : -u[0])), Few);
        Assert.Equal(["policy = a", "policy = b"], found.Select(f => f.Stratum).Order());
        Assert.Equal(1, found.Single(f => f.Stratum == "policy = a").Factors[0].Coefficient!.Value, 1e-12);
        Assert.Equal(-1, found.Single(f => f.Stratum == "policy = b").Factors[0].Coefficient!.Value, 1e-12);
        Assert.Equal(CautionKind.CategoricalFactor, Assert.Single(SensitivityCautions.Of(cloud, found)).Kind);
    }

    [Fact]
    public void Factors_that_cannot_be_told_apart_have_no_coefficients_and_a_reason()
    {
        PointCloud cloud = new([FactorColumn.Of("a", Enumerable.Range(0, 20).Select(i => (double)i)),
            FactorColumn.Of("b", Enumerable.Range(0, 20).Select(i => 2.0 * i))]);
        var found = RankRegression.Of(cloud, OutputSample.Single("Y", Enumerable.Range(0, 20).Select(i => (double)(i * i % 7))), Few)[0];
        Assert.All(found.Factors, f => Assert.Null(f.Coefficient));
        Assert.Contains("told apart", found.Reason, StringComparison.Ordinal);
    }

    private static PointCloud Cloud(List<double[]> rows, Func<double, double> bend) =>
        new([.. Enumerable.Range(0, rows[0].Length).Select(k => FactorColumn.Of($"x{k}", rows.Select(r => bend(r[k]))))]);

    // 1 − 6Σd²/(n(n² − 1)), without tied ranks.
    private static double Spearman(double[] first, double[] second) =>
        1 - (6 * first.Zip(second, (a, b) => (a - b) * (a - b)).Sum() / (first.Length * ((first.Length * first.Length) - 1)));
}
