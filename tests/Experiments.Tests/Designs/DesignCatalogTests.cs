using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;

namespace LeadershipSim.Experiments.Tests.Designs;

public sealed class DesignCatalogTests
{
    [Fact]
    public void The_guide_beside_the_experiments_names_every_design_and_distribution()
    {
        var guide = RepositoryRoot.Read("experiments/README.md");
        Assert.All(DesignCatalog.All, d => Assert.Contains($"`{d.Kind}`", guide, StringComparison.Ordinal));
        Assert.All(DistributionCatalog.All, d => Assert.Contains($"`{d.Kind}`", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_design_counts_the_points_it_makes()
    {
        Factor[] factors = [Cube.Choice("policy", "equal", "hoarding"), .. Enumerable.Range(0, 3).Select(k => new Factor($"x{k}", [.. Enumerable.Range(0, 4).Select(l => new FactorLevel(l / 3.0, l / 3.0))]))];
        foreach (var design in DesignCatalog.All.Select(d => d.Default).Where(d => d is not FileDesign))
        {
            Assert.Null(design.Refusal(factors));
            var points = design.Expand(factors).ToList();
            Assert.Equal(design.CountPoints(factors), points.Count);
            Assert.All(points, p => Assert.All(p.Zip(factors), x => Assert.Contains(x.First, x.Second.Levels)));
            Assert.Equal(points, design.Expand(factors));
        }
    }

    [Fact]
    public void Designs_that_sample_need_a_factor() =>
        Assert.All(DesignCatalog.All.Where(d => d.Kind is not ("fullFactorial" or "oneAtATime" or "file")), d => Assert.Contains("at least one factor", d.Default.Refusal([])!, StringComparison.Ordinal));
}
