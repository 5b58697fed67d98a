using System.Reflection;
using LeadershipSim.Studio.Drafts;

namespace LeadershipSim.Studio.Library;

/// <summary>Finds what drafts start from, by key: presets, the file that was named at the start, and runs that were opened.</summary>
internal sealed class OriginShelf
{
    /// <summary>Key of the file that was named at the start.</summary>
    public const string FileKey = "file";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Origin> _origins = [];
    private readonly string _folder;
    private readonly string? _file;

    /// <summary>A shelf that writes into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">An experiment or scenario file; null: none was named.</param>
    public OriginShelf(string folder, string? file)
    {
        (_folder, _file) = (folder, file);
        WriteScenarios(Path.Combine(folder, "scenarios"));
        if (file is not null)
        {
            // A file with problems is refused before a page opens.
            _ = Find(FileKey);
        }
    }

    /// <summary>Name of the file that was named at the start; null: none was.</summary>
    public string? FileName => _file is null ? null : Path.GetFileName(_file);

    /// <summary>What a key stands for.</summary>
    /// <exception cref="DraftException">There is no such key.</exception>
    public Origin Find(string key) => Add(key, _ => Make(key));

    /// <summary>Puts something on the shelf.</summary>
    public Origin Add(string key, Func<string, Origin> make)
    {
        // One page at a time: all write the same file.
        lock (_gate)
        {
            if (!_origins.TryGetValue(key, out var origin))
            {
                _origins.Add(key, origin = make(FolderOf(key)));
            }

            return origin;
        }
    }

    private string FolderOf(string key) => Path.Combine(_folder, "origins", ExperimentText.NameOf(key));

    private Origin Make(string key)
    {
        var folder = FolderOf(key);
        if (key == FileKey && _file is not null)
        {
            return Origin.OfFile(Path.GetFileNameWithoutExtension(_file), _file, folder);
        }

        var preset = PresetCatalog.All.FirstOrDefault(p => p.Key == key)
            ?? throw new DraftException(
                "",
                $"there is nothing called \"{key}\" to start from; allowed are {string.Join(", ", PresetCatalog.All.Select(p => p.Key))}, "
                    + "and runs of results folders that are open");
        var scenario = Path.Combine(_folder, "scenarios", preset.Scenario.Length == 0 ? "standard.yaml" : preset.Scenario);
        return Origin.OfFile(preset.Key, scenario, folder);
    }

    private static void WriteScenarios(string folder)
    {
        const string Prefix = "scenarios/";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "standard.yaml"), "baseline: {}\n");
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            resource.CopyTo(file);
        }
    }
}
