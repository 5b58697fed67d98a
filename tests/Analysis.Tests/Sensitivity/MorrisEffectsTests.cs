using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;
using static LeadershipSim.Analysis.Tests.Sensitivity.TestFunctions;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class MorrisEffectsTests
{
    private static readonly BootstrapSettings Few = new(Resamples: 200);

    [Theory]
    [InlineData("ishigami_t10_l4", 4)]
    [InlineData("g8_t6_l6", 6)]
    public void Effects_of_SALib_s_samples_are_those_of_SALib(string id, int levels)
    {
        var (rows, expected) = (Rows($"morris_sample_{id}.csv"), Case("morris", id));
        string[] names = [.. Enumerable.Range(1, rows[0].Length - 1).Select(i => $"x{i}")];
        var layout = MorrisLayout.Of(names, [.. rows.Select(r => r[..^1])], levels);
        var found = MorrisEffects.Of(layout, OutputSample.Single("Y", rows.Select(r => r[^1])), Few);
        for (var i = 0; i < names.Length; i++)
        {
            Assert.Equal(expected.GetProperty("mu")[i].GetDouble(), found.Factors[i].Mean.Value, 1e-10);
            Assert.Equal(expected.GetProperty("mu_star")[i].GetDouble(), found.Factors[i].MeanAbsolute.Value, 1e-10);
            Assert.Equal(expected.GetProperty("sigma")[i].GetDouble(), found.Factors[i].Deviation!.Value, 1e-10);
        }
    }

    // The step of x2 goes from a grid level to one with another sin²: 7·(3/4)/(2/3) = 7.875, in every trajectory.
    [Fact]
    public void The_effect_of_x2_on_Ishigami_is_always_7_875()
    {
        var design = new MorrisTrajectories { Trajectories = 7, Candidates = 30, Seed = 3 };
        var found = MorrisEffects.Of(
            MorrisLayout.Of(X3, [.. design.Sample(3)], design.GridLevels), OutputSample.Single("Y", design.Sample(3).Select(Ishigami)), Few);
        Assert.Equal(7.875, found.Factors[1].MeanAbsolute.Value, 1e-12);
        Assert.Equal(7.875, found.Factors[1].MeanAbsolute.Lower!.Value, 1e-12);
        Assert.Equal(7.875, found.Factors[1].MeanAbsolute.Upper!.Value, 1e-12);
    }

    [Fact]
    public void Effects_on_a_linear_function_are_its_coefficients_without_deviation()
    {
        var design = new MorrisTrajectories { Trajectories = 5, Candidates = 5, GridLevels = 6 };
        var found = MorrisEffects.Of(MorrisLayout.Of(X3, [.. design.Sample(3)], design.GridLevels),
            OutputSample.Single("Y", design.Sample(3).Select(u => (8 * u[0]) - (4 * u[1]) + 1)), Few);
        foreach (var (factor, coefficient) in found.Factors.Zip([8.0, -4, 0]))
        {
            Assert.Equal(coefficient, factor.Mean.Value, 1e-12);
            Assert.Equal(Math.Abs(coefficient), factor.MeanAbsolute.Value, 1e-12);
            Assert.Equal(0, factor.Deviation!.Value, 1e-12);
        }
    }

    // Expectation over the grid of four levels: METHODS.md.
    [Fact]
    public void Many_trajectories_find_the_exact_mean_effects_on_Ishigami()
    {
        var design = new MorrisTrajectories { Trajectories = 1000, Candidates = 1000, Seed = 1 };
        var found = MorrisEffects.Of(
            MorrisLayout.Of(X3, [.. design.Sample(3)], design.GridLevels), OutputSample.Single("Y", design.Sample(3).Select(Ishigami)), Few);
        foreach (var (factor, exact) in found.Factors.Zip([7.704054, 7.875, 6.248796]))
        {
            Assert.InRange(exact, factor.MeanAbsolute.Lower!.Value - 0.2, factor.MeanAbsolute.Upper!.Value + 0.2);
        }
    }

    [Fact]
    public void Rows_that_are_no_trajectories_are_refused_with_their_place()
    {
        var error = Assert.Throws<IncompleteDesignException>(() => MorrisLayout.Of(["a", "b"], [[0, 0], [1, 0], [1, 1], [0, 0], [1, 1], [1, 0]], 4));
        Assert.Contains("trajectory 2 moves 2 factors between design points 4 and 5", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<IncompleteDesignException>(() => MorrisLayout.Of(["a", "b"], [[0, 0], [1, 0]], 4));
        Assert.Contains("3 design points each", error.Message, StringComparison.Ordinal);
    }
}
