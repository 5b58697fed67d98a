using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Identity;

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
        Factor[] factors =
        [
            Cube.Choice("policy", "equal", "hoarding"), .. Enumerable.Range(0, 3)
                .Select(k => new Factor($"x{k}", [.. Enumerable.Range(0, 4).Select(l => new FactorLevel(l / 3.0, l / 3.0))])),
        ];
        foreach (var design in DesignCatalog.All.Select(d => d.Default).Where(d => d is not FileDesign))
        {
            Assert.Null(design.Refusal(factors));
            var points = design.Expand(factors).ToList();
            Assert.Equal(design.CountPoints(factors), points.Count);
            Assert.All(points, p => Assert.All(p.Zip(factors), x => Assert.Contains(x.First, x.Second.Levels)));
            Assert.Equal(points, design.Expand(factors));
        }
    }

    // Pinned so that a change of the points at a fixed seed, and with them of results, cannot go unnoticed; it belongs in the changelog.
    [Theory]
    [InlineData("random", "54y9n59cwhn4rs8gxmnkbnhe5a")]
    [InlineData("latinHypercube", "7x770vnj3j1jzastxe1sst9rnk")]
    [InlineData("latinHypercube maximin", "3e7a72zfq9qwxvs58xdkms7k93")]
    [InlineData("latinHypercube correlation", "6kxa1mx8thhr2c1j3vvce4jme9")]
    [InlineData("sobolSequence", "5j0823wfnxce4cbt68xw2xep97")]
    [InlineData("halton", "7sxhmfwxhzrqbwjfa0v3j7dgmp")]
    [InlineData("saltelli", "4rks89mm2cz075e4ertnxb79c4")]
    [InlineData("morris", "798b9zqewa8q0n4rv70164d32j")]
    public void The_points_of_a_seed_stay_what_they_are(string name, string expected)
    {
        IExperimentDesign design = name switch
        {
            "latinHypercube maximin" => new LatinHypercube { Points = 40, Criterion = LatinHypercubeCriterion.Maximin },
            "latinHypercube correlation" => new LatinHypercube { Points = 40, Criterion = LatinHypercubeCriterion.Correlation },
            _ => DesignCatalog.All.Single(d => d.Kind == name).Default,
        };

        // Twelve digits: the last ones of logarithms and powers differ between machines.
        var text = string.Join('\n', design.Expand(Cube.Factors(5)).Select(p => string.Join(' ', Cube.Numbers(p).Select(u => u.ToString("F12", null)))));
        Assert.Equal(expected, ContentHash.Spell(ContentHash.Of(text)));
    }

    [Fact]
    public void Designs_that_sample_need_a_factor() =>
        Assert.All(DesignCatalog.All.Where(d => d.Kind is not ("fullFactorial" or "oneAtATime" or "file")),
            d => Assert.Contains("at least one factor", d.Default.Refusal([])!, StringComparison.Ordinal));
}
