using System.Globalization;
using System.Text.Json;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

/// <summary>Data sets and the values R computed for them; see Reference/README.md.</summary>
internal sealed record SurvivalReference(string Name, IReadOnlyList<Observation> Observations, JsonElement Expected)
{
    /// <summary>Every group of every Kaplan–Meier analysis.</summary>
    public static IReadOnlyDictionary<string, SurvivalReference> All { get; } = Load().ToDictionary(r => r.Name);

    private static IEnumerable<SurvivalReference> Load()
    {
        var root = JsonDocument.Parse(File.ReadAllText(PathOf("survival_expected.json"))).RootElement;
        foreach (var data in root.GetProperty("cases").EnumerateArray())
        {
            foreach (var analysis in data.GetProperty("analyses").EnumerateArray().Where(a => a.GetProperty("kind").GetString() == "kaplan_meier"))
            {
                foreach (var group in analysis.GetProperty("groups").EnumerateArray())
                {
                    var name = group.GetProperty("group").GetString()!;
                    yield return new($"{data.GetProperty("id").GetString()} {name}", Read(data.GetProperty("data").GetString()!, name), group);
                }
            }
        }
    }

    private static List<Observation> Read(string file, string group)
    {
        var lines = File.ReadAllLines(PathOf(file)).Where(l => l.Length > 0).Select(l => l.Split(',')).ToArray();
        var column = group == "all" ? -1 : Array.IndexOf(lines[0], group.Split('=')[0]);
        return
        [
            .. lines.Skip(1)
                .Where(l => column < 0 || l[column] == group.Split('=')[1])
                .Select(l => new Observation(double.Parse(l[0], CultureInfo.InvariantCulture), l[1] == "1")),
        ];
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Reference", file);
}
