using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Tests.Designs;

public sealed class MorrisTrajectoriesTests
{
    // The same laws hold in the samples of SALib, so that its estimators and ours mean the same.
    [Theory]
    [InlineData("morris_sample_g8_t6_l6.csv", 8, 6, 6, 0.0, 1.0)]
    [InlineData("morris_sample_ishigami_t10_l4.csv", 3, 10, 4, -Math.PI, Math.PI)]
    public void Every_step_changes_one_factor_by_the_step_each_factor_once_here_and_in_SALib(
        string file, int size, int trajectories, int levels, double from, double to)
    {
        var reference = Cube.Reference(file, 0, size).Select(row => row.Select(x => (x - from) / (to - from)).ToArray());
        AssertTrajectories(reference, size, trajectories, levels);
        var design = new MorrisTrajectories { Trajectories = trajectories, Candidates = 50, GridLevels = levels, Seed = 4 };
        AssertTrajectories(design.Sample(size), size, trajectories, levels);
        Assert.Equal(trajectories * (size + 1), design.CountPoints(Cube.Factors(size)));
    }

    [Fact]
    public void All_grid_levels_are_met_equally_often_by_random_trajectories()
    {
        var rows = new MorrisTrajectories { Trajectories = 1000, Candidates = 1000, GridLevels = 4, Seed = 1 }.Sample(5);

        // A coordinate of a trajectory meets one level below and one above the middle: 6000 draws of halves, each level 1/4 of 30000, standard error below
        // 0.005.
        var shares = rows.SelectMany(r => r).CountBy(u => Math.Round(u * 3)).Select(c => c.Value / 30000.0).ToList();
        Assert.Equal(4, shares.Count);
        Assert.All(shares, s => Assert.InRange(s, 0.23, 0.27));
    }

    [Fact]
    public void Chosen_trajectories_lie_further_apart_than_random_ones() =>
        Assert.All(Enumerable.Range(0, 5), seed => Assert.True(
            Spread(new MorrisTrajectories { Trajectories = 6, Candidates = 200, Seed = seed })
                > Spread(new MorrisTrajectories { Trajectories = 6, Candidates = 6, Seed = seed }),
            $"seed {seed}"));

    [Fact]
    public void Factors_without_order_are_crossed()
    {
        Factor[] factors = [Cube.Factors(1)[0], Cube.Choice("policy", "equal", "hoarding"), Cube.Factors(2)[1]];
        var design = new MorrisTrajectories { Trajectories = 5 };
        var points = design.Expand(factors).ToList();
        Assert.Equal(2 * 5 * 3, points.Count);
        Assert.Equal(points.Count, design.CountPoints(factors));
        Assert.Equal(
            points.Where(p => (string)p[1]!.Value == "equal").Select(p => (p[0]!.Value, p[2]!.Value)),
            points.Where(p => (string)p[1]!.Value == "hoarding").Select(p => (p[0]!.Value, p[2]!.Value)));
    }

    [Fact]
    public void Listed_levels_are_the_grid_and_others_are_refused()
    {
        Factor[] four = [Listed(0.1, 0.2, 0.3, 0.9)];
        var two = new MorrisTrajectories { Trajectories = 2 };
        Assert.Null(two.Refusal(four));
        Assert.Equal([0.1, 0.2, 0.3, 0.9], two.Expand(four).Select(p => (double)p[0]!.Value).Distinct().Order());
        Assert.Contains("4 grid levels", two.Refusal([Listed(0.1, 0.2, 0.3)])!, StringComparison.Ordinal);
        Assert.Contains("even number", new MorrisTrajectories { GridLevels = 5 }.Refusal(four)!, StringComparison.Ordinal);
        Assert.Contains("numbers", new MorrisTrajectories().Refusal([Cube.Choice("policy", "a", "b")])!, StringComparison.Ordinal);
    }

    // (p/2)^k starts, 2^k directions and k! orders, each path in both directions: 4 · 4 · 2 / 2 of two factors at four levels.
    [Fact]
    public void No_trajectory_comes_twice_and_more_than_there_are_is_refused()
    {
        var all = new MorrisTrajectories { Trajectories = 16 };
        Assert.Null(all.Refusal(Cube.Factors(2)));
        Assert.Equal(16,
            all.Sample(2).Chunk(3).Select(rows => string.Join('|', rows.Select(p => string.Join(' ', p)).Order(StringComparer.Ordinal))).Distinct().Count());
        Assert.Contains("there are 16 different ones of 2 ordered factors at 4 gridLevels", new MorrisTrajectories().Refusal(Cube.Factors(2))!, StringComparison.Ordinal);
        Assert.Equal(20, new MorrisTrajectories().Sample(3).Chunk(4)
            .Select(rows => string.Join('|', rows.Select(p => string.Join(' ', p)).Order(StringComparer.Ordinal))).Distinct().Count());
    }

    private static void AssertTrajectories(IEnumerable<double[]> sample, int size, int trajectories, int levels)
    {
        var step = new MorrisTrajectories { GridLevels = levels }.Step;
        var chunks = sample.Chunk(size + 1).ToList();
        Assert.Equal(trajectories, chunks.Count);
        foreach (var rows in chunks)
        {
            var changed = new List<int>();
            foreach (var (before, after) in rows.Zip(rows.Skip(1)))
            {
                var k = Assert.Single(Enumerable.Range(0, size), k => Math.Abs(before[k] - after[k]) > 1e-9);
                Assert.Equal(step, Math.Abs(before[k] - after[k]), 1e-12);
                changed.Add(k);
            }

            Assert.Equal(Enumerable.Range(0, size), changed.Order());
            Assert.All(rows.SelectMany(r => r), u => Assert.Equal(Math.Round(u * (levels - 1)), u * (levels - 1), 1e-9));
        }
    }

    private static double Spread(MorrisTrajectories design)
    {
        var chunks = design.Sample(6).Chunk(7).ToList();
        return (from a in chunks
                from b in chunks
                from p in a
                from q in b
                select Math.Sqrt(p.Zip(q).Sum(x => (x.First - x.Second) * (x.First - x.Second)))).Sum();
    }

    private static Factor Listed(params double[] values) => new("x", [.. values.Select(v => new FactorLevel(v, v))]);
}
