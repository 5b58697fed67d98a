using System.Text.Json;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

/// <summary>Data sets and the values R computed for them; see Reference/README.md.</summary>
internal sealed record SurvivalReference(string Name, IReadOnlyList<Lifetime> Observations, JsonElement Expected)
{
    private static readonly JsonElement Root = ReferenceFile.Json("survival_expected.json");

    /// <summary>Every group of every Kaplan–Meier analysis.</summary>
    public static IReadOnlyDictionary<string, SurvivalReference> All { get; } = Load().ToDictionary(r => r.Name);

    /// <summary>The analyses of a kind, by case and call.</summary>
    public static IReadOnlyDictionary<string, (JsonElement Expected, IReadOnlyDictionary<string, string[]> Data)> Analyses(string kind) =>
        Root.GetProperty("cases").EnumerateArray()
            .SelectMany(c => c.GetProperty("analyses").EnumerateArray().Where(a => a.GetProperty("kind").GetString() == kind)
                .Select(a => (Name: $"{c.GetProperty("id").GetString()}: {a.GetProperty("call").GetString()}", Expected: a,
                    Data: ReferenceFile.Texts(c.GetProperty("data").GetString()!))))
            .ToDictionary(a => a.Name, a => (a.Expected, a.Data));

    /// <summary>The observations of a data set, with columns as group and stratum.</summary>
    public static IReadOnlyList<Lifetime> Read(IReadOnlyDictionary<string, string[]> data, string? group, string? stratum = null) =>
    [
        .. data["time"].Select((time, i) => new Lifetime(
            ReferenceFile.Number(time), (int)ReferenceFile.Number(data["status"][i]), group is null
                ? "" : data[group][i], stratum is null ? "" : data[stratum][i])),
    ];

    private static IEnumerable<SurvivalReference> Load()
    {
        foreach (var data in Root.GetProperty("cases").EnumerateArray())
        {
            var columns = ReferenceFile.Texts(data.GetProperty("data").GetString()!);
            foreach (var analysis in data.GetProperty("analyses").EnumerateArray().Where(a => a.GetProperty("kind").GetString() == "kaplan_meier"))
            {
                foreach (var group in analysis.GetProperty("groups").EnumerateArray())
                {
                    var parts = group.GetProperty("group").GetString()!.Split('=');
                    var observations = Read(columns, parts.Length == 1 ? null : parts[0]);
                    yield return new(
                        $"{data.GetProperty("id").GetString()} {group.GetProperty("group").GetString()}",
                        [.. observations.Where(o => parts.Length == 1 || o.Group == parts[1])],
                        group);
                }
            }
        }
    }
}
