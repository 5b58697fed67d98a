using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Regression;

public class TreatmentContrastsTests
{
    [Fact]
    public void Each_level_but_the_first_gets_a_column()
    {
        var found = TreatmentContrasts.Of("policy", ["rotating", "council", "rotating", "hoarding"]);

        Assert.Equal("council", found.Reference);
        Assert.Equal(["policy=hoarding", "policy=rotating"], found.Columns);
        Assert.Equal([[0.0, 1], [0, 0], [0, 1], [1, 0]], found.Rows);
    }
}
