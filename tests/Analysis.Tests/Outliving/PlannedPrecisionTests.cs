using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public sealed class PlannedPrecisionTests
{
    // 100 clusters, horizon 200, a twentieth of it matters. Share: Wilson at one half, z√(100/4 + z²/4)/(100 + z²) = 0.096161. Ticks: half the
    // horizon is the largest standard deviation, t₀.₉₇₅,₉₉ = 1.984217, so 1.984217·100/10. Power 0.8: 10·10/(1.959964 + 0.841621).
    [Fact]
    public void Bounds_of_a_worked_example()
    {
        var found = PlannedPrecision.Of(100, areEnvironments: false, 200, 0.05);

        Assert.Equal(0.096161, found.ShareHalfWidth, 1e-5);
        Assert.Equal(19.84217, found.TicksHalfWidth, 1e-4);
        Assert.Equal(35.69409, found.MostDeviation, 1e-4);
    }

    [Fact]
    public void One_cluster_promises_nothing()
    {
        var found = PlannedPrecision.Of(1, areEnvironments: true, 200, 0.05);

        Assert.True(double.IsNaN(found.ShareHalfWidth));
        Assert.True(double.IsNaN(found.TicksHalfWidth));
    }
}
