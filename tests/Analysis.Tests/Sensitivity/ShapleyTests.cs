using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Simulation.Randomness;
using static LeadershipSim.Analysis.Tests.Sensitivity.TestFunctions;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class ShapleyTests
{
    private static readonly BootstrapSettings Few = new(Resamples: 200);

    // V1, V2, V13 of the closed form: Shapley effects (V1 + V13/2, V2, V13/2)/V.
    [Fact]
    public void Effects_on_Ishigami_are_exact_from_its_conditional_variances()
    {
        var (v1, v2, v13) = (4.345888023894163, 6.125, 3.373699916825092);
        Agrees([0.4357470232, 0.4424111448, 0.1218418320], ShapleyEffects.Of([0, v1, v2, v1 + v2, 0, v1 + v13, v2, v1 + v2 + v13]), 1e-9);
    }

    [Fact]
    public void Effects_on_the_G_function_are_exact_from_its_conditional_variances()
    {
        Agrees([.751519, .210477, .028880, .008772, .000088, .000088, .000088, .000088],
            ShapleyEffects.Of(ClosedVariancesOfG(0, 1, 4.5, 9, 99, 99, 99, 99)), 5e-7);
        Agrees([.638074, .308127, .046190, .007460, .000075, .000075], ShapleyEffects.Of(ClosedVariancesOfG(0, .5, 3, 9, 99, 99)), 5e-7);
        Agrees([.000302, .011160, .780845, .205863, .000197, .001633], ShapleyEffects.Of(ClosedVariancesOfG(78, 12, .5, 2, 97, 33)), 5e-7);
    }

    // Y = β1X1 + β2X2 with standard deviations and correlation ρ: Var(E(Y | X1)) = (β1σ1 + ρβ2σ2)².
    [Fact]
    public void Effects_of_correlated_Gaussians_are_exact_from_their_conditional_variances()
    {
        var (b1, b2, s1, s2, rho) = (1.0, 2.0, 1.5, 0.5, 0.6);
        Agrees([Gaussian(b1, b2, s1, s2, rho), 1 - Gaussian(b1, b2, s1, s2, rho)],
            ShapleyEffects.Of([0, Math.Pow((b1 * s1) + (rho * b2 * s2), 2), Math.Pow((b2 * s2) + (rho * b1 * s1), 2), Variance(b1, b2, s1, s2, rho)]), 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Saltelli_s_rows_hold_the_effects_on_Ishigami(bool secondOrder)
    {
        var design = new SaltelliDesign { Points = 8192, SecondOrder = secondOrder, Scramble = Scramble.Owen, Seed = 3 };
        var found = ShapleyOfSaltelli.Of(
            SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, X3), At(design, 3, Ishigami), new BootstrapSettings(Resamples: 100));
        Agrees([0.4357470232, 0.4424111448, 0.1218418320], [.. found.Factors.Select(f => f.Share!.Value)], 0.02);
        Assert.Equal(1, found.Factors.Sum(f => f.Share!.Value), 1e-9);
        Assert.All(found.Factors, f => Assert.True(f.Share!.Lower < f.Share.Value && f.Share.Value < f.Share.Upper));
    }

    [Fact]
    public void Saltelli_s_rows_hold_every_set_of_five_factors_with_second_order_and_of_no_more()
    {
        var design = new SaltelliDesign { Points = 4096, SecondOrder = true, Scramble = Scramble.Owen };
        var found = ShapleyOfSaltelli.Of(SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, ["a", "b", "c", "d", "e"]),
            At(design, 5, u => G(u, 0, .5, 3, 9, 99)), new BootstrapSettings(Resamples: 100));
        Agrees(ShapleyEffects.Of(ClosedVariancesOfG(0, .5, 3, 9, 99)), [.. found.Factors.Select(f => f.Share!.Value)], 0.03);
        Assert.NotNull(ShapleyOfSaltelli.Refusal(new SaltelliLayout(["a", "b", "c", "d", "e"], 8, secondOrder: false)));
        Assert.NotNull(ShapleyOfSaltelli.Refusal(new SaltelliLayout(["a", "b", "c", "d", "e", "f"], 8, secondOrder: true)));
    }

    // Y = ab + c at a, b, c in {−1, 1}: variance 2, half of it by ab, half by c.
    [Fact]
    public void A_full_factorial_gives_exact_effects()
    {
        FactorialLayout layout = FactorialLayout.Of([.. Corners(3).Select((c, k) => FactorColumn.Of($"x{k}", c))]);
        double[] y = [.. Enumerable.Range(0, 8).Select(p => (layout.Factors[0].Numbers![p] * layout.Factors[1].Numbers![p]) + layout.Factors[2].Numbers![p])];
        Agrees([.25, .25, .5], [.. ShapleyOfFactorial.Of(layout, OutputSample.Single("Y", y), Few).Factors.Select(f => f.Share!.Value)], 1e-12);
    }

    // Independent and equal for the linear case: c²σ²/Σ. Neighbours are biased by their distance: 600 points of two factors are known to .08.
    [Fact]
    public void Neighbours_come_near_the_effects_of_linear_and_correlated_functions()
    {
        var rows = new SobolSequence { Points = 600, Scramble = Scramble.Owen, Seed = 8 }.Sample(2).ToList();
        PointCloud cloud = new([FactorColumn.Of("a", rows.Select(r => r[0])), FactorColumn.Of("b", rows.Select(r => r[1]))]);
        Agrees([.8, .2],
            [.. ShapleyOfNeighbours.Of(cloud, OutputSample.Single("Y", rows.Select(r => (2 * r[0]) + r[1]))).Factors.Select(f => f.Share!.Value)], 0.08);

        var (b1, b2, s1, s2, rho) = (1.0, 2.0, 1.5, 0.5, 0.6);
        var random = new RandomStream(21);
        double[][] normal = [.. Enumerable.Range(0, 600).Select(_ =>
        {
            var (z1, z2) = (Normal(ref random), Normal(ref random));
            return new[] { s1 * z1, s2 * ((rho * z1) + (Math.Sqrt(1 - (rho * rho)) * z2)) };
        })];
        PointCloud correlated = new([FactorColumn.Of("a", normal.Select(r => r[0])), FactorColumn.Of("b", normal.Select(r => r[1]))]);
        var found = ShapleyOfNeighbours.Of(correlated, OutputSample.Single("Y", normal.Select(r => (b1 * r[0]) + (b2 * r[1]))));
        Assert.Equal(Gaussian(b1, b2, s1, s2, rho), found.Factors[0].Share!.Value, 0.08);
    }

    private static double Variance(double b1, double b2, double s1, double s2, double rho) =>
        (b1 * b1 * s1 * s1) + (b2 * b2 * s2 * s2) + (2 * rho * b1 * b2 * s1 * s2);

    // Owen and Prieur (2017), https://doi.org/10.1137/16M1097717.
    private static double Gaussian(double b1, double b2, double s1, double s2, double rho) =>
        ((b1 * b1 * s1 * s1 * (1 - (rho * rho / 2))) + (rho * b1 * b2 * s1 * s2) + (rho * rho * b2 * b2 * s2 * s2 / 2)) / Variance(b1, b2, s1, s2, rho);

    private static IEnumerable<double[]> Corners(int k) =>
        Enumerable.Range(0, k).Select(i => Enumerable.Range(0, 1 << k).Select(p => (p >> i & 1) == 1 ? 1.0 : -1).ToArray());

    private static void Agrees(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        foreach (var (e, f) in expected.Zip(found))
        {
            Assert.Equal(e, f, tolerance);
        }
    }
}
