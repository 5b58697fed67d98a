using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

public sealed class ResponseCurvesTests
{
    // Mean of 1, 2, 3 is 2, its standard error 1/√3, and t(.975; 2) = 4.302652729911275 (tables of Student's distribution).
    [Fact]
    public void A_one_at_a_time_design_has_one_curve_a_factor_through_its_baseline()
    {
        PointCloud cloud = new([FactorColumn.Of("a", [0, 1, 2, 0.0]), FactorColumn.Of("b", ["x", "x", "x", "y"])]);
        IReadOnlyList<double?>[] values = [[1, 2, 3], [4, 5, null], [7, 8, 9], [0, 0, 0]];
        var curves = ResponseCurves.Of(cloud, new OutputSample("Y", values));
        Assert.Equal(["a", "b"], curves.Select(c => c.Factor));
        Assert.Equal([2.0, 4.5, 8], curves[0].Points.Select(p => p.Mean!.Value));
        Assert.Equal([3, 2, 3], curves[0].Points.Select(p => p.Runs));
        Assert.Equal(2 - (4.302652729911275 / Math.Sqrt(3)), curves[0].Points[0].Mean!.Lower!.Value, 1e-9);
        Assert.Equal((1.2, 2.8), (curves[0].Points[0].Tenth!.Value, curves[0].Points[0].Ninetieth!.Value));
        Assert.Equal(["x", "y"], curves[1].Points.Select(p => p.Level));
        Assert.All(curves[1].Points, p => Assert.Null(p.Value));
    }

    [Fact]
    public void A_factorial_has_a_curve_for_every_combination_and_their_mean_first()
    {
        PointCloud cloud = new([FactorColumn.Of("a", [0, 0, 1, 1.0]), FactorColumn.Of("b", ["x", "y", "x", "y"])]);
        var curves = ResponseCurves.Of(cloud, OutputSample.Single("Y", [1, 2, 3, 8.0]));
        var ofA = curves.Where(c => c.Factor == "a").ToList();
        Assert.Equal(["", "b = x", "b = y"], ofA.Select(c => c.Condition));
        Assert.Equal([1.5, 5.5], ofA[0].Points.Select(p => p.Mean!.Value));
        Assert.Equal([2.0, 8], ofA[2].Points.Select(p => p.Mean!.Value));
    }
}
