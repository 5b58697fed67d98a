using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.Figures;

/// <summary>What factors and outputs are called in figures: their meaning and unit as the catalogs declare them; the key stands in the caption.</summary>
/// <param name="Names">Names by key.</param>
internal sealed record FactorWords(IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The words of an experiment.</summary>
    public static FactorWords Of(ExperimentSpec spec)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["policy"] = "Leadership policy" };
        var declared = ParameterCatalog.Of(spec.Baseline).ToDictionary(p => p.Path, StringComparer.Ordinal);
        foreach (var path in spec.Factors.Select(f => f.Path).Where(declared.ContainsKey))
        {
            names[path] = WithUnit(WithoutRemark(declared[path].Declaration.Meaning), declared[path].Declaration.Unit);
        }

        return new(names);
    }

    /// <summary>Name of a factor, with its unit; its key when no catalog knows it.</summary>
    public string Of(string path) => Names.GetValueOrDefault(path, path);

    /// <summary>Keys for a caption, where names stand in the figure.</summary>
    public string Keys(IEnumerable<string> paths)
    {
        string[] named = [.. paths.Where(p => Names.TryGetValue(p, out var name) && p != "policy" && name != p)
            .Select(p => $"{p}: {char.ToLowerInvariant(Names[p][0])}{Names[p][1..]}")];
        return named.Length == 0 ? "" : $"{string.Join("; ", named)}.";
    }

    /// <summary>Name of an output, with its unit.</summary>
    public static string OfOutput(string name, IReadOnlyList<Output> outputs) =>
        outputs.FirstOrDefault(o => o.Name == name) is { } output ? WithUnit(output.Meaning, output.Unit) : name;

    private static string WithUnit(string meaning, string unit) =>
        unit is "1" or "" || meaning.Contains(unit, StringComparison.OrdinalIgnoreCase) ? meaning : $"{meaning} ({unit})";

    // What stands in parentheses or after a semicolon is for the parameter table.
    private static string WithoutRemark(string meaning)
    {
        var end = meaning.IndexOfAny(['(', ';', ':']);
        return end > 0 ? meaning[..end].TrimEnd() : meaning;
    }
}
