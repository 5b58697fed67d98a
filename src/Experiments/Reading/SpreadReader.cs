using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads factors that spread over numbers: a range, with steps for levels and without for all between, or a distribution.</summary>
internal sealed class SpreadReader(ProblemLog log, ScenarioBinder binder)
{
    private static readonly string[] RangeKeys = ["from", "to", "steps", "scale"];

    public Factor? ReadRange(Node node, string path, ParameterPath parameter)
    {
        if (parameter.Parameter is not { IsNumeric: true } declared || node is not MapNode map)
        {
            log.Add(node.Place, path, $"the range of {path} is {NodeTree.Describe(node)}; allowed is {{from, to, steps}} for a number, and levels for all else");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !RangeKeys.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, $"{path}.range", RangeKeys);
        }

        var from = map["from"] is { } a ? ScalarReader.Read(a, declared, path, log) : null;
        var to = map["to"] is { } b ? ScalarReader.Read(b, declared, path, log) : null;
        var steps = map["steps"] is { } c ? ScalarReader.WholeNumber(c) ?? 0 : (long?)null;
        var isLog = map["scale"] is ScalarNode { Text: "log" };
        if (map["from"] is null || map["to"] is null || steps is < 2 or > 1_000_000 || !(map["scale"] is null or ScalarNode { Text: "linear" or "log" }))
        {
            log.Add(map.Place, path, $"the range of {path} needs from and to; steps is a whole number from 2 to 1000000, left out for all values between; scale is linear or log");
            return null;
        }

        if (from is null || to is null)
        {
            return null;
        }

        var (low, high) = (Convert.ToDouble(from, null), Convert.ToDouble(to, null));
        if (low >= high || (isLog && low <= 0))
        {
            log.Add(map.Place, path, $"the range of {path} goes from {Spelled.Of(low)} to {Spelled.Of(high)}; from must be less than to, and above 0 on a log scale");
            return null;
        }

        var isWhole = declared.Property.PropertyType == typeof(int);
        return steps is { } count
            ? new Factor(path, Spread(low, high, (int)count, isLog, isWhole))
            : new Factor(path, []) { Distribution = Between(low, high, isLog, isWhole), IsWhole = isWhole };
    }

    public Factor? ReadDistribution(Node node, string path, ParameterPath parameter)
    {
        if (parameter.Parameter is not { IsNumeric: true } declared)
        {
            log.Add(node.Place, path, $"{path} has a distribution, and its values are no numbers; allowed are levels, with weights if they are not equally likely");
            return null;
        }

        if (binder.BindKind(typeof(IDistribution), node, $"the distribution of {path}") is not IDistribution distribution)
        {
            return null;
        }

        if (distribution.Problem is { } problem)
        {
            log.Add(node.Place, path, $"the distribution of {path}: {problem}");
            return null;
        }

        return new Factor(path, []) { Distribution = distribution, IsWhole = declared.Property.PropertyType == typeof(int) };
    }

    private static IDistribution Between(double low, double high, bool isLog, bool isWhole) =>
        isLog ? new LogUniform { From = low, To = high }
        : isWhole ? new WholeNumbers { From = (int)low, To = (int)high }
        : new Uniform { From = low, To = high };

    private static FactorLevel[] Spread(double low, double high, int steps, bool isLog, bool isWhole)
    {
        var values = Enumerable.Range(0, steps)
            .Select(k => (double)k / (steps - 1))
            .Select(u => u == 1 ? high : isLog ? low * Math.Pow(high / low, u) : low + ((high - low) * u));
        return isWhole
            ? [.. values.Select(v => (int)Math.Round(v)).Distinct().Select(v => new FactorLevel((long)v, v))]
            : [.. values.Select(v => new FactorLevel(v, v))];
    }
}
