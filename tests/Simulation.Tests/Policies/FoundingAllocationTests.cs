using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>Authority at founding: the director's share, the rest among the coordinators; what a level without seats would hold is the other's.</summary>
public sealed class FoundingAllocationTests
{
    // Levels: 0 director, 1 coordinator, 2 member. The director's share is .6.
    [Theory]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0.6, 0.4, 0 })]
    [InlineData(new[] { 0, 1, 1, 2 }, new[] { 0.6, 0.2, 0.2, 0 })]
    [InlineData(new[] { 0, 0, 1 }, new[] { 0.3, 0.3, 0.4 })]
    [InlineData(new[] { 0, 2, 2 }, new[] { 1.0, 0, 0 })]
    [InlineData(new[] { 2, 1, 1 }, new[] { 0, 0.5, 0.5 })]
    [InlineData(new[] { 1, 2 }, new[] { 1.0, 0 })]
    [InlineData(new[] { 2, 2, 2, 2 }, new[] { 0.25, 0.25, 0.25, 0.25 })]
    public void By_levels(int[] levels, double[] expected)
    {
        var stage = new PolicyStage(new LaissezFaire(), levels.Length, new CompleteNetwork());
        levels.CopyTo(stage.Level);
        var shares = new double[levels.Length];
        FoundingAllocation.ByDirector(stage.View, 0.6, shares);
        Shares.AssertEqual(expected, shares);
    }
}
