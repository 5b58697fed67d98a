using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments.Identity;

/// <summary>The files an experiment reads besides its own: kept with its results, so that these can be made again from them alone.</summary>
internal static class InputFiles
{
    /// <summary>Name of an input within a results folder: its content and its file name. Read from there, it keeps its name.</summary>
    public static string NameOf(OrganizationData data, string path) => path.Length == 0 ? "" : NameOf(path, data.Sources[path]);

    /// <summary>Name of a file with a text within a results folder.</summary>
    public static string NameOf(string path, string text)
    {
        var (content, name) = (ContentHash.Spell(ContentHash.Of(text))[..8], Path.GetFileName(path));
        return "inputs/" + (name.StartsWith(content, StringComparison.Ordinal) ? name : $"{content}-{name}");
    }

    /// <summary>Name of the table of observed lives within a results folder.</summary>
    public static string NameOf(ObservedLives lives) => NameOf(Path.ChangeExtension(lives.Path, ".csv"), lives.Text);

    /// <summary>The inputs of a design and of the scenarios at its points, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Of(IExperimentDesign design, IEnumerable<Scenario> scenarios)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (design.Environments is IListedPoints { Table: { } table } file)
        {
            files[NameOf(file.Path, table.Text)] = table.Text;
        }

        foreach (var (name, text) in scenarios.DistinctBy(s => s.Network.Data).SelectMany(Of))
        {
            files[name] = text;
        }

        return files;
    }

    /// <summary>The inputs of a scenario, by their names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Scenario scenario) =>
        scenario.Network.Data is { } data ? data.Sources.Select(s => KeyValuePair.Create(NameOf(data, s.Key), s.Value)) : [];
}
