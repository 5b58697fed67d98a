using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Experiments.Tests.Factors;

public sealed class ParameterPathTests
{
    [Fact]
    public void Every_parameter_of_the_model_can_be_read_and_set_by_its_path()
    {
        foreach (var policy in PolicyCatalog.All)
        {
            var scenario = new Scenario { Policy = policy.Default, Shocks = [new Shock { Tick = 5 }] };
            foreach (var parameter in ParameterCatalog.Of(scenario))
            {
                var path = ParameterPath.Find(scenario, parameter.Path, out _, out _);
                Assert.NotNull(path);
                Assert.Equal(parameter.Value, path.Get(scenario));
                if (parameter.IsNumeric)
                {
                    var max = Convert.ChangeType(parameter.Declaration.Max, parameter.Property.PropertyType, null);
                    Assert.Equal(max, path.Get(path.With(scenario, max)));
                }

                Assert.Equal(parameter.Value, path.Get(scenario));
            }
        }
    }

    [Theory]
    [InlineData("channels.remot", "remot")]
    [InlineData("chanels.remote", "chanels")]
    [InlineData("shocks[1].tick", "shocks[1]")]
    [InlineData("shocks.tick", "shocks")]
    [InlineData("policy.claimRate", "claimRate")]
    public void What_does_not_exist_is_named(string text, string expected)
    {
        Assert.Null(ParameterPath.Find(new Scenario { Shocks = [new Shock()] }, text, out var missing, out var allowed));
        Assert.Equal(expected, missing);
        Assert.NotEmpty(allowed);
    }
}
