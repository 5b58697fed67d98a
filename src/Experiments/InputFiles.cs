using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments;

/// <summary>The files an experiment reads besides its own: kept with its results, so that these can be made again from them alone.</summary>
internal static class InputFiles
{
    /// <summary>Name of an input within a results folder: its content and its file name. Read from there, it keeps its name.</summary>
    public static string NameOf(OrganizationData data, string path)
    {
        if (path.Length == 0)
        {
            return "";
        }

        var (content, name) = (ContentHash.Spell(ContentHash.Of(data.Sources[path]))[..8], Path.GetFileName(path));
        return "inputs/" + (name.StartsWith(content, StringComparison.Ordinal) ? name : $"{content}-{name}");
    }

    /// <summary>The inputs of design points, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<DesignPoint> points)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var data in points.Select(p => p.Scenario.Network.Data).OfType<OrganizationData>().Distinct())
        {
            foreach (var (path, text) in data.Sources)
            {
                files[NameOf(data, path)] = text;
            }
        }

        return files;
    }
}
