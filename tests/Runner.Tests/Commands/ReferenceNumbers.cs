using System.Text.Json;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Compares numbers of a JSON document with those of a reference; what does not exist is null in both.</summary>
internal static class ReferenceNumbers
{
    /// <summary>Relative to the reference, where that is above a thousandth.</summary>
    public const double Tolerance = 1e-8;

    public static void Agree(JsonElement expected, JsonElement actual, string where)
    {
        if (expected.ValueKind == JsonValueKind.Array)
        {
            Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{where}: {actual.GetArrayLength()} numbers, the reference has {expected.GetArrayLength()}");
            for (var k = 0; k < expected.GetArrayLength(); k++)
            {
                Agree(expected[k], actual[k], $"{where}[{k}]");
            }

            return;
        }

        Assert.True(expected.ValueKind == actual.ValueKind, $"{where}: {actual}, the reference has {expected}");
        if (expected.ValueKind == JsonValueKind.Number)
        {
            Agree(expected.GetDouble(), actual.GetDouble(), where);
        }
    }

    public static void Agree(double expected, double actual, string where) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance * Math.Max(1e-3, Math.Abs(expected)),
        FormattableString.Invariant($"{where}: {actual:R}, the reference has {expected:R}"));
}
