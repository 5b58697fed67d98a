using System.Text.Json;

namespace LeadershipSim.Analysis.Tests;

/// <summary>Compares found with expected numbers, relative to the expected one where that is above 1.</summary>
internal static class Agreement
{
    public const double Tolerance = 1e-9;

    public static void Agree(JsonElement expected, double? found, string where, double tolerance = Tolerance)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(found is null, $"{where}: {found}, the reference has none");
            return;
        }

        Agree(expected.GetDouble(), found, where, tolerance);
    }

    public static void Agree(double expected, double? found, string where, double tolerance = Tolerance) =>
        Assert.True(
            found is { } value && Math.Abs(value - expected) <= tolerance * Math.Max(1e-3, Math.Abs(expected)),
            FormattableString.Invariant($"{where}: {found:R}, the reference has {expected:R}"));

    public static void Agree(JsonElement expected, IEnumerable<double?> found, string where, double tolerance = Tolerance)
    {
        var values = found.ToArray();
        Assert.Equal(expected.GetArrayLength(), values.Length);
        foreach (var (value, i) in expected.EnumerateArray().Select((e, i) => (e, i)))
        {
            Agree(value, values[i], $"{where}, place {i}", tolerance);
        }
    }

    public static void Agree(JsonElement expected, IEnumerable<double> found, string where, double tolerance = Tolerance) =>
        Agree(expected, found.Select(v => (double?)v), where, tolerance);
}
