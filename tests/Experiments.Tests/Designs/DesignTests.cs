using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Tests.Designs;

public sealed class DesignTests
{
    private static readonly Factor[] Factors = [Factor("a", 2), Factor("b", 3), Factor("c", 2)];

    [Fact]
    public void The_full_factorial_has_every_combination_once_the_last_factor_fastest()
    {
        var points = new FullFactorial().Expand(Factors).Select(p => string.Concat(p.Select(l => l!.Value))).ToList();
        Assert.Equal(["000", "001", "010", "011", "020", "021", "100", "101", "110", "111", "120", "121"], points);
        Assert.Equal(points.Count, new FullFactorial().CountPoints(Factors));
        Assert.Single(new FullFactorial().Expand([]));
    }

    [Fact]
    public void A_design_too_large_to_count_is_said_to_be_so() =>
        Assert.Equal(long.MaxValue, new FullFactorial().CountPoints([.. Enumerable.Range(0, 40).Select(k => Factor($"f{k}", 1000))]));

    [Fact]
    public void One_at_a_time_moves_one_factor_from_the_first_levels()
    {
        var points = new OneAtATime().Expand(Factors).Select(p => string.Concat(p.Select(l => l.Value))).ToList();
        Assert.Equal(["000", "100", "010", "020", "001"], points);
        Assert.Equal(points.Count, new OneAtATime().CountPoints(Factors));
    }

    private static Factor Factor(string path, int levels) =>
        new(path, [.. Enumerable.Range(0, levels).Select(k => new FactorLevel((long)k, k))]);
}
