using System.Text.Json;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>The packages a program was built with.</summary>
internal static class InstalledPackages
{
    // The key under which the host says what it read; several files are separated like this on every platform.
    private const string HostKey = "APP_CONTEXT_DEPS_FILES";
    private const char Separator = ';';

    /// <summary>The packages of the program that is running, as name and version; none when it was published as a single file.</summary>
    public static IReadOnlyList<string> OfThisProgram()
    {
        // The program's own file comes first; the runtime's follows.
        var file = (AppContext.GetData(HostKey) as string)?.Split(Separator)[0];
        return File.Exists(file) ? Of(File.ReadAllText(file)) : [];
    }

    /// <summary>The packages in the text of a .deps.json file; none when it is not one.</summary>
    public static IReadOnlyList<string> Of(string dependencies)
    {
        try
        {
            using var json = JsonDocument.Parse(dependencies);
            var packages =
                from library in json.RootElement.GetProperty("libraries").EnumerateObject()
                where library.Value.GetProperty("type").GetString() == "package"
                select library.Name.Replace('/', ' ');
            return [.. packages.Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A manifest without packages is better than no results.
            return [];
        }
    }
}
