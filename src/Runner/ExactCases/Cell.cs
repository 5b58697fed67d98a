using System.Globalization;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.ExactCases.Cases;
using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases;

/// <summary>Reads a cell with the user's values: <c>march:p1=.3,p2=.7</c> or <c>kOutOfN:n=6,k=2,lambda=.05,mu=.1</c>.</summary>
internal static class Cell
{
    /// <summary>What can be asked for.</summary>
    public const string Form = "march:p1=0.3,p2=0.7,p3=0,p4=0,ticks=150 or kOutOfN:n=6,k=2,lambda=0.05,mu=0.1";

    private const int MostSeats = 100;
    private const int MostTicks = 100_000;

    private static readonly Dictionary<string, double> March = new() { ["p1"] = 0.1, ["p2"] = 0.5, ["p3"] = 0, ["p4"] = 0, ["ticks"] = 150 };
    private static readonly Dictionary<string, double> KOfN = new() { ["n"] = 5, ["k"] = 3, ["lambda"] = 0.02, ["mu"] = 0.1 };

    /// <summary>The case of a cell.</summary>
    /// <exception cref="CommandException">The text is not a cell.</exception>
    public static IExactCase Read(string text)
    {
        var parts = text.Split(':', 2);
        return parts[0] switch
        {
            "march" when Values(text, parts, March) is var v => new MarchCell(
                Share(text, v, "p1"), Share(text, v, "p2"), Share(text, v, "p3"), Share(text, v, "p4"), Whole(text, v, "ticks", 1, MostTicks)),
            "kOutOfN" when Values(text, parts, KOfN) is var v && Whole(text, v, "n", 1, MostSeats) is var n => new KOutOfNCell(
                n, Whole(text, v, "k", 1, n), Positive(text, v, "lambda"), Share(text, v, "mu")),
            _ => throw Refuse(text, "it names no model"),
        };
    }

    private static Dictionary<string, double> Values(string text, string[] parts, Dictionary<string, double> defaults)
    {
        var values = new Dictionary<string, double>(defaults);
        foreach (var entry in parts.Length == 1 ? [] : parts[1].Split(','))
        {
            var pair = entry.Split('=', 2);
            if (!values.ContainsKey(pair[0]))
            {
                throw Refuse(text, $"{pair[0]} is not a parameter; allowed are {string.Join(", ", defaults.Keys)}");
            }

            values[pair[0]] = pair.Length == 2 && double.TryParse(pair[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Refuse(text, $"{entry} states no number");
        }

        return values;
    }

    private static double Share(string text, Dictionary<string, double> values, string key) => values[key] is >= 0 and < 1
        ? values[key]
        : throw Refuse(text, Invariant($"{key} is {values[key]}, allowed is a number from 0 to below 1"));

    private static double Positive(string text, Dictionary<string, double> values, string key) => values[key] > 0
        ? Share(text, values, key)
        : throw Refuse(text, Invariant($"{key} is {values[key]}, allowed is a number above 0 and below 1"));

    private static int Whole(string text, Dictionary<string, double> values, string key, int from, int to) =>
        double.IsInteger(values[key]) && values[key] >= from && values[key] <= to
        ? (int)values[key]
        : throw Refuse(text, Invariant($"{key} is {values[key]}, allowed is a whole number from {from} to {to}"));

    private static CommandException Refuse(string text, string reason) => new(ExitCode.Invalid, $"error: --cell {text}: {reason}; write for instance {Form}");
}
