using System.Globalization;
using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Levels evenly spread from one number to another. They are decimal, as people write them: the third of nine levels from 0.1 to 0.9 is 0.3, and
/// not the nearest that binary steps come to.
/// </summary>
internal static class EvenSpread
{
    /// <summary>The number of levels that a step makes, both ends included; null when the step does not end at the upper bound.</summary>
    public static int? Count(double from, double to, double step, int most)
    {
        if (Exact(from) is not { } low || Exact(to) is not { } high || Exact(step) is not { } width || width <= 0)
        {
            return null;
        }

        var (count, rest) = (decimal.Truncate((high - low) / width), (high - low) % width);
        return rest == 0 && count >= 1 && count < most ? (int)count + 1 : null;
    }

    /// <summary>Upper bounds at which a step ends that does not end at the one given: the nearest below and above.</summary>
    public static IEnumerable<double> Ends(double from, double to, double step)
    {
        if (Exact(from) is { } low && Exact(to) is { } high && Exact(step) is { } width && width > 0 && (high - low) / width < int.MaxValue)
        {
            var steps = decimal.Truncate((high - low) / width);
            return new[] { steps, steps + 1 }.Where(k => k > 0).Select(k => Nearest(low + (k * width)));
        }

        return [];
    }

    /// <summary>Numbers of levels that come nearest to a step.</summary>
    public static IEnumerable<int> Counts(double from, double to, double step)
    {
        var steps = (int)Math.Clamp(Math.Floor((to - from) / step), 1, int.MaxValue - 2);
        return [steps + 1, steps + 2];
    }

    /// <summary>The levels on a linear scale.</summary>
    public static IEnumerable<double> Linear(double from, double to, int count) => Exact(from) is { } low && Exact(to) is { } high
        ? Enumerable.Range(0, count).Select(k => Nearest(low + ((high - low) * k / (count - 1))))
        : Enumerable.Range(0, count).Select(k => k == count - 1 ? to : from + ((to - from) * k / (count - 1)));

    /// <summary>The levels on a logarithmic scale.</summary>
    public static IEnumerable<double> Logarithmic(double from, double to, int count) =>
        Enumerable.Range(0, count).Select(k => k == count - 1 ? to : Short(from * Math.Pow(to / from, (double)k / (count - 1))));

    /// <summary>Levels of whole numbers; null when two of them are the same.</summary>
    public static FactorLevel[]? Whole(IEnumerable<double> values)
    {
        int[] numbers = [.. values.Select(v => (int)Math.Round(v))];
        return numbers.Distinct().Count() == numbers.Length ? [.. numbers.Select(v => new FactorLevel((long)v, v))] : null;
    }

    // The second of four levels from 0.001 to 1 is 0.01, which powers miss by a bit.
    private static double Short(double number)
    {
        const double Bits = 1e-14;
        var written = double.Parse(Invariant($"{number:G6}"), CultureInfo.InvariantCulture);
        return Math.Abs(written - number) <= Bits * Math.Abs(number) ? written : number;
    }

    // As its shortest decimal spelling; null for numbers that no decimal holds.
    private static decimal? Exact(double number) =>
        decimal.TryParse(Invariant($"{number:R}"), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
        && (exact != 0 || number == 0)
            ? exact
            : null;

    // A cast from decimal may miss the nearest number by a bit.
    private static double Nearest(decimal number) => double.Parse(Invariant($"{number}"), CultureInfo.InvariantCulture);
}
