using System.Reflection;
using System.Runtime.CompilerServices;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>
/// Scenarios with every parameter of the catalog anywhere in its range: half of them at their defaults, some at either end. They are
/// small and short, so that thousands can be run; a key names a scenario.
/// </summary>
internal static class RandomScenario
{
    // Parameters whose largest values would make a run slow without making it more unusual.
    private static readonly Dictionary<string, double> Largest = new()
    {
        ["HorizonTicks"] = 60,
        ["Seats"] = 60,
        ["Sites"] = 80,
        ["DecisionsPerSeat"] = 4,
        ["Level"] = 4,
        ["TiesWithinSite"] = 40,
        ["TiesAcrossSites"] = 40,
        ["Degree"] = 40,
        ["DyadsPerTick"] = 200,
        ["HazardPerTick"] = 1,
        ["Tick"] = 60,
        ["FromTick"] = 60,
        ["ToTick"] = 60,
        ["EndTick"] = 60,
        ["FreezeFromTick"] = 60,
        ["FreezeToTick"] = 60,
    };

    // A network read from a file has nothing to vary.
    private static readonly INetworkModel[] Networks = [.. NetworkCatalog.All.Select(entry => entry.Default).Where(network => network is not FileNetwork)];

    public static Scenario From(ulong key, ILeadershipPolicy policy)
    {
        var random = new RandomStream(key);
        var scenario = new Scenario { Policy = policy, Network = Networks[random.NextIndex(Networks.Length)] };
        scenario = (Scenario)Varied(scenario, ref random);
        return scenario with
        {
            HorizonTicks = 1 + random.NextIndex(60),
            Organization = scenario.Organization with { Seats = 1 + random.NextIndex(60), Sites = 1 + random.NextIndex(random.NextBernoulli(0.9) ? 8 : 80) },
            Shocks = Several<Shock>(ref random),
            Channels = scenario.Channels with { Outages = Several<Outage>(ref random) },
            Need = scenario.Need with { Levels = [.. Several<NeedPoint>(ref random).DistinctBy(point => point.Tick).OrderBy(point => point.Tick)] },
        };
    }

    private static T[] Several<T>(ref RandomStream random)
        where T : class, new()
    {
        var items = new T[random.NextBernoulli(0.5) ? 0 : random.NextIndex(4)];
        for (var k = 0; k < items.Length; k++)
        {
            items[k] = (T)Varied(new T(), ref random);
        }

        return items;
    }

    // A copy of a record with its parameters, and those of its parts, drawn again.
    private static object Varied(object record, ref RandomStream random)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        foreach (var property in copy.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<ParameterAttribute>() is { } declared)
            {
                property.SetValue(copy, ValueOf(property, declared, property.GetValue(copy)!, ref random));
            }
            else if (property.CanWrite && property.GetValue(copy) is { } part and not ITuple and not System.Collections.IEnumerable)
            {
                property.SetValue(copy, Varied(part, ref random));
            }
        }

        return copy;
    }

    private static object ValueOf(PropertyInfo property, ParameterAttribute declared, object byDefault, ref RandomStream random)
    {
        if (property.PropertyType.IsEnum)
        {
            var values = property.PropertyType.GetEnumValues();
            return values.GetValue(random.NextIndex(values.Length))!;
        }

        if (random.NextBernoulli(0.5))
        {
            return byDefault;
        }

        if (byDefault is bool flag)
        {
            return !flag;
        }

        var max = Math.Min(declared.Max, Largest.GetValueOrDefault(property.Name, declared.Max));
        var min = declared.MinExclusive ? declared.Min + 1e-3 : declared.Min;
        var value = random.NextIndex(4) switch { 0 => min, 1 => max, _ => random.NextUniform(min, max) };
        return property.PropertyType == typeof(int) ? (object)(int)value : value;
    }
}
