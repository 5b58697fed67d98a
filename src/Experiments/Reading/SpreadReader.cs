using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads factors that spread over numbers: a range, with steps for levels and without for all between, or a distribution.</summary>
internal sealed class SpreadReader(ProblemLog log, ScenarioBinder binder)
{
    private const int MostLevels = 1_000_000;
    private static readonly string[] RangeKeys = ["from", "to", "steps", "step", "scale"];

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
        var step = map["step"] is { } d ? ScalarReader.Number(d) ?? -1 : (double?)null;
        var isOdd = steps is < 2 or > MostLevels || step is <= 0 || (steps is not null && step is not null) || (step is not null && isLog);
        if (map["from"] is null || map["to"] is null || isOdd || !(map["scale"] is null or ScalarNode { Text: "linear" or "log" }))
        {
            log.Add(map.Place, path, $"the range of {path} needs from and to; steps is the number of levels, both ends included, from 2 to {MostLevels}, or step the width between two of them, above 0 and on a linear scale; without both the range stands for all values between; scale is linear or log");
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
        if (steps is null && step is null)
        {
            return new Factor(path, []) { Distribution = Between(low, high, isLog, isWhole), IsWhole = isWhole };
        }

        if (step is { } width && Unfit(low, high, width, declared) is { } unfit)
        {
            log.Add(map["step"]!.Place, path, $"the range of {path} goes from {Spelled.Of(low)} to {Spelled.Of(high)}, and step {Spelled.Of(width)} {unfit}");
            return null;
        }

        return Levels(path, low, high, (int?)steps ?? EvenSpread.Count(low, high, step!.Value, MostLevels)!.Value, isLog, isWhole, map);
    }

    // Why a step makes no levels, and the nearest choices that do; null when it makes some.
    private static string? Unfit(double low, double high, double step, Parameter declared)
    {
        if (declared.Property.PropertyType == typeof(int) && step != Math.Round(step))
        {
            return Invariant($"is not a whole number; near are step: {Math.Max(1, Math.Floor(step))} and step: {Math.Ceiling(step)}");
        }

        if (EvenSpread.Count(low, high, step, MostLevels) is not null)
        {
            return null;
        }

        if ((high - low) / step >= MostLevels)
        {
            return Invariant($"makes more than {MostLevels} levels; take a wider one");
        }

        var ends = EvenSpread.Ends(low, high, step).Where(end => IsAllowed(end, declared)).Select(end => $"to: {Spelled.Of(end)}");
        var counts = EvenSpread.Counts(low, high, step).Where(count => count - 1 <= high - low || declared.Property.PropertyType != typeof(int))
            .Select(count => Invariant($"steps: {count} instead of step ({(high - low) / (count - 1):0.######} apart)"));
        return $"does not end there; near are {string.Join(", ", ends.Concat(counts))}";
    }

    private static bool IsAllowed(double number, Parameter declared) =>
        (declared.Property.PropertyType == typeof(int) ? declared.Problem((int)number) : declared.Problem(number)) is null;

    private Factor? Levels(string path, double low, double high, int count, bool isLog, bool isWhole, MapNode map)
    {
        var values = isLog ? EvenSpread.Logarithmic(low, high, count) : EvenSpread.Linear(low, high, count);
        if (!isWhole)
        {
            return new Factor(path, [.. values.Select(v => new FactorLevel(v, v))]);
        }

        if (EvenSpread.Whole(values) is { } levels)
        {
            return new Factor(path, levels);
        }

        log.Add(
            map.Place,
            path,
            Invariant($"the range of {path} has {count} levels from {low} to {high}, and two of them are the same whole number; there are {high - low + 1} whole numbers: ask for fewer steps{(isLog ? "" : Invariant($", at most {high - low + 1}"))}"));
        return null;
    }

    public Factor? ReadDistribution(Node node, string path, ParameterPath parameter)
    {
        if (parameter.Parameter is not { IsNumeric: true } declared)
        {
            log.Add(node.Place, path, $"{path} has a distribution, and its values are not numbers; allowed are levels, with weights if they are not equally likely");
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
}
