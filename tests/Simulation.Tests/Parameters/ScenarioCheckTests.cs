using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Properties;

namespace LeadershipSim.Simulation.Tests.Parameters;

/// <summary>The fast check passes what the catalog finds no problem with, and nothing else.</summary>
public sealed class ScenarioCheckTests
{
    private static readonly ScenarioCheck Check = new();

    public static TheoryData<string> Kinds => CatalogProperty.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Scenarios_within_their_ranges_pass(string kind) =>
        CatalogProperty.Holds(kind, 20, (scenario, _) => Assert.True(Check.Passes(scenario)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_number_is_checked(string kind)
    {
        var numbers = 0;
        foreach (var network in NetworkCatalog.All.Select(n => n.Default))
        {
            var scenario = new Scenario { Policy = CatalogProperty.PolicyOf(kind), Network = network, Shocks = [new Shock { Tick = 1 }] };
            foreach (var parameter in ParameterCatalog.Of(scenario).Where(p => p.IsNumeric))
            {
                var isInteger = parameter.Property.PropertyType == typeof(int);
                foreach (var wrong in (double[])[parameter.Declaration.Min - 1, parameter.Declaration.Max + 1, double.NaN])
                {
                    if (isInteger && (!double.IsFinite(wrong) || wrong > int.MaxValue || wrong < int.MinValue))
                    {
                        continue;
                    }

                    var changed = With(scenario, parameter.Path.Split('.'), isInteger ? (object)(int)wrong : wrong);
                    Assert.Single(ParameterCatalog.Problems((Scenario)changed));
                    Assert.False(Check.Passes(changed), $"{parameter.Path} = {wrong}");
                    numbers++;
                }
            }
        }

        Assert.True(numbers > 100);
    }

    private static object With(object record, ReadOnlySpan<string> path, object value)
    {
        var key = path[0].Split('[')[0];
        var property = record.GetType().GetProperties().Single(p => ParameterCatalog.KeyOf(p) == key);
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        var part = property.GetValue(record)!;
        property.SetValue(copy,
            path.Length == 1 ? value : part is IReadOnlyList<Shock> shocks ? new[] { (Shock)With(shocks[0], path[1..], value) } : With(part, path[1..], value));
        return copy;
    }
}
