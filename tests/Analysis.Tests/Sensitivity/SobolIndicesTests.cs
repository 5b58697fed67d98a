using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Simulation.Randomness;
using static LeadershipSim.Analysis.Tests.Sensitivity.TestFunctions;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class SobolIndicesTests
{
    private static readonly BootstrapSettings Few = new(Resamples: 200);

    [Theory]
    [InlineData("ishigami_N8_s0", 8, true)]
    [InlineData("ishigami_N16_skip16", 16, true)]
    [InlineData("ishigami_N64_first", 64, false)]
    [InlineData("g3_N32", 32, true)]
    public void Indices_of_SALib_s_samples_are_those_of_SALib(string id, int basePoints, bool secondOrder) =>
        AgreesWithSalib(id, new SaltelliLayout(X3, basePoints, secondOrder), OutputSample.Single("Y", Rows($"sobol_sample_{id}.csv").Select(r => r[^1])));

    [Fact]
    public void Indices_of_large_designs_of_our_own_are_those_of_SALib()
    {
        var ishigami = new SaltelliDesign { Points = 1024, SecondOrder = true, Scramble = Scramble.None };
        AgreesWithSalib("ishigami_N1024", SaltelliLayout.Of((DesignShape.Saltelli)ishigami.Shape, X3), At(ishigami, 3, Ishigami));
        var g = new SaltelliDesign { Points = 2048, Skip = 2048, Scramble = Scramble.None };
        AgreesWithSalib("g8_N2048", SaltelliLayout.Of((DesignShape.Saltelli)g.Shape, X8), At(g, 8, u => G(u, 0, 1, 4.5, 9, 99, 99, 99, 99)));
    }

    // Plain Monte Carlo of 8192 has standard deviations up to .012 (S1) and .017 (ST); scrambled Sobol' points do better than that.
    [Fact]
    public void A_scrambled_design_finds_the_closed_form()
    {
        var design = new SaltelliDesign { Points = 8192, SecondOrder = true, Scramble = Scramble.Owen, Seed = 7 };
        var found = SobolIndices.Of(SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, X3), At(design, 3, Ishigami), new BootstrapSettings(Resamples: 100));
        var exact = Reference.GetProperty("analytic").GetProperty("ishigami_7_0.1");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(exact.GetProperty("S1")[i].GetDouble(), found.Factors[i].First!.Value, 0.01);
            Assert.Equal(exact.GetProperty("ST")[i].GetDouble(), found.Factors[i].Total!.Value, 0.01);
        }

        Assert.Equal(exact.GetProperty("S2").GetProperty("x1,x3").GetDouble(), found.Pairs[1].Second!.Value, 0.02);
        Assert.True(found.Factors[2].First!.MayBeZero, "S1 of x3 is 0");
        Assert.False(found.Factors[1].First!.MayBeZero, "S1 of x2 is .44");
    }

    // Y = 4x1 + 2x2 + x3: S1 = ST = c²/Σc², 16/21, 4/21, 1/21.
    [Fact]
    public void Intervals_of_a_linear_function_hold_its_exact_indices()
    {
        var design = new SaltelliDesign { Points = 512, Scramble = Scramble.Owen };
        var found = SobolIndices.Of(SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, X3), At(design, 3, u => (4 * u[0]) + (2 * u[1]) + u[2]), Few);
        foreach (var (factor, exact) in found.Factors.Zip([16 / 21.0, 4 / 21.0, 1 / 21.0]))
        {
            Assert.InRange(exact, factor.First!.Lower!.Value, factor.First.Upper!.Value);
            Assert.InRange(exact, factor.Total!.Lower!.Value, factor.Total.Upper!.Value);
        }
    }

    // Ishigami and x4, which does nothing, plus normal noise of the same variance: notes of the closed forms in METHODS.md.
    [Theory]
    [InlineData(PointNoise.Independent, ChanceSharing.None, new[] { .779, .721, .622, .5 })]
    [InlineData(PointNoise.RowCommon, ChanceSharing.BasePoint, new[] { .279, .221, .122, 0 })]
    [InlineData(PointNoise.SeedAsFactor, ChanceSharing.SeedAsFactor, new[] { .279, .221, .122, 0, .5 })]
    public void Noise_goes_where_the_design_says(PointNoise noise, ChanceSharing sharing, double[] total)
    {
        var design = new SaltelliDesign { Points = 4096, Noise = noise, Scramble = Scramble.Owen };
        var deviation = Math.Sqrt(13.844587940719254);
        IReadOnlyList<double?>[] values = [.. design.Sample(4).Select((u, i) =>
        {
            var random = new RandomStream(SplitMix64.Mix(design.ArmOf(i, 4)!.Value));
            return (IReadOnlyList<double?>)[Ishigami(u) + (deviation * Normal(ref random))];
        })];
        var found = SobolIndices.Of(SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, ["x1", "x2", "x3", "x4"]), new OutputSample("Y", values, sharing),
            new BootstrapSettings(Resamples: 100));
        foreach (var (factor, expected) in found.Factors.Zip(total))
        {
            Assert.Equal(expected, factor.Total!.Value, 0.05);
        }

        Assert.Equal(sharing, found.Sharing);
        Assert.Equal(sharing == ChanceSharing.SeedAsFactor, found.NoiseShare is not null);
    }

    // Noise of the same variance as the linear signal: half of a single run's variance is chance, whatever the number of replicates.
    [Fact]
    public void The_share_of_chance_is_that_of_single_runs_and_is_doubted_when_large()
    {
        var design = new SaltelliDesign { Points = 4096, Scramble = Scramble.Owen };
        var random = new RandomStream(11);
        IReadOnlyList<double?>[] values =
        [
            .. design.Sample(3).Select(u => (IReadOnlyList<double?>)[.. Enumerable.Range(0, 4).Select(_ => (double?)(u[0] + (0.4 * Normal(ref random))))]),
        ];
        var found = SobolIndices.Of(
            SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, X3), new OutputSample("Y", values), new BootstrapSettings(Resamples: 100));
        var exact = 0.16 / (0.16 + (1 / 12.0));
        Assert.Equal(exact, found.NoiseShare!.Value, 0.02);
        Assert.Equal(4, found.Replicates);
        Assert.Contains(SensitivityCautions.Of(found), c => c.Kind == CautionKind.NoiseShareLarge);
    }

    [Fact]
    public void Resampling_replicates_too_widens_intervals()
    {
        var design = new SaltelliDesign { Points = 128, Scramble = Scramble.Owen };
        var random = new RandomStream(5);
        double[][] values = [.. design.Sample(3).Select(u => Enumerable.Range(0, 3).Select(_ => u[0] + Normal(ref random)).ToArray())];
        double Width(OutputSample output) => SobolIndices.Of(SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, X3), output,
            Few).Factors[0].Total is { } total ? total.Upper!.Value - total.Lower!.Value : 0;
        var twoLevels = Width(new OutputSample("Y", [.. values.Select(v => (IReadOnlyList<double?>)[.. v.Select(x => (double?)x)])]));
        Assert.True(twoLevels > Width(OutputSample.Single("Y", values.Select(v => v.Average()))));
    }

    [Fact]
    public void Missing_runs_are_counted_and_refused()
    {
        var layout = new SaltelliLayout(X3, 4, secondOrder: false);
        IReadOnlyList<double?>[] values = [.. Enumerable.Range(0, 20).Select(i => (IReadOnlyList<double?>)[i == 3 ? null : i, i is 3 or 7 ? double.NaN : i])];
        var error = Assert.Throws<IncompleteDesignException>(() => SobolIndices.Of(layout, new OutputSample("Y", values), Few));
        Assert.Contains("3 of 40 runs (2 of 20 design points)", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<IncompleteDesignException>(() => SobolIndices.Of(layout, OutputSample.Single("Y", [1, 2, 3]), Few));
        Assert.Contains("20 design points", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_in_another_order_are_refused_with_their_place(bool secondOrder)
    {
        var design = new SaltelliDesign { Points = 4, SecondOrder = secondOrder };
        var (layout, rows) = (SaltelliLayout.Of((DesignShape.Saltelli)design.Shape, X3), design.Sample(3).ToList());
        PointCloud Cloud() => new([.. X3.Select((name, k) => FactorColumn.Of(name, rows.Select(r => r[k])))]);
        layout.Check(Cloud());
        var second = layout.RowsPerBasePoint;
        (rows[second + 1], rows[second + 2]) = (rows[second + 2], rows[second + 1]);
        var error = Assert.Throws<IncompleteDesignException>(() => layout.Check(Cloud()));
        Assert.Contains(FormattableString.Invariant($"design point {second + 2} should be row AB of x1 of base point 2"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_output_has_no_indices_and_says_why()
    {
        var layout = new SaltelliLayout(X3, 4, secondOrder: false);
        var found = SobolIndices.Of(layout, OutputSample.Single("Y", Enumerable.Repeat(0.1, 20)), Few);
        Assert.All(found.Factors, f => Assert.Null(f.First));
        Assert.NotEmpty(found.Reason);
    }

    private static void AgreesWithSalib(string id, SaltelliLayout layout, OutputSample output)
    {
        var expected = Case("sobol", id);
        var found = SobolIndices.Of(layout, output, new BootstrapSettings(Resamples: 100));
        for (var i = 0; i < layout.Factors.Count; i++)
        {
            Assert.Equal(expected.GetProperty("S1")[i].GetDouble(), found.Factors[i].First!.Value, 1e-10);
            Assert.Equal(expected.GetProperty("ST")[i].GetDouble(), found.Factors[i].Total!.Value, 1e-10);
        }

        foreach (var pair in found.Pairs)
        {
            Assert.Equal(expected.GetProperty("S2_upper_triangle").GetProperty($"{pair.Factor},{pair.With}").GetDouble(), pair.Second!.Value, 1e-10);
        }
    }
}
