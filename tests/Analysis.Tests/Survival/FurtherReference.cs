using System.Text.Json;

namespace LeadershipSim.Analysis.Tests.Survival;

/// <summary>Values of Reference/further_survival.R.</summary>
internal static class FurtherReference
{
    private static readonly JsonElement Root = ReferenceFile.Json("further_survival_expected.json");

    public static JsonElement Part(string name) => Root.GetProperty(name);

    public static double[] Numbers(this JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(e => e.GetDouble())] : [element.GetProperty(name).GetDouble()];

    public static void Agree(JsonElement element, string name, IEnumerable<double?> found, double tolerance = Agreement.Tolerance)
    {
        var values = found.ToArray();
        var expected = element.Numbers(name);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            Agreement.Agree(expected[i], values[i], $"{name}, place {i}", tolerance);
        }
    }
}
