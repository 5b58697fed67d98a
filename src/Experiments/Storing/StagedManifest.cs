using System.Text.Json;
using System.Text.Json.Serialization;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// What is worked out stage by stage, with what, and how far it came: enough to do it again and to see whether it was changed. The stages
/// of a calibration are its populations, those of an optimization its waves.
/// </summary>
public abstract record StagedManifest
{
    private protected const int CurrentFormat = 1;

    /// <summary>Name of its file in a results folder.</summary>
    [JsonIgnore]
    public abstract string File { get; }

    /// <summary>What is worked out, in a word.</summary>
    [JsonIgnore]
    public abstract string Noun { get; }

    /// <summary>What a stage is called.</summary>
    [JsonIgnore]
    public abstract string Stage { get; }

    /// <summary>Hash of all that determines the result.</summary>
    [JsonIgnore]
    public abstract string Id { get; }

    /// <summary>Version of the folder's layout.</summary>
    public int FormatVersion { get; init; } = CurrentFormat;

    /// <summary>Name, as the file has it.</summary>
    public required string Name { get; init; }

    /// <summary>Revision of the model's rules.</summary>
    public int ModelRevision { get; init; } = Simulation.ModelRevision.Current;

    /// <summary>Version of the program, with the commit it was built from.</summary>
    public string ToolVersion { get; init; } = RunManifest.VersionOf(typeof(StagedManifest));

    /// <summary>Root seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Generator of the random numbers.</summary>
    public string Generator { get; init; } = RunManifest.GeneratorOfRuns;

    /// <summary>Paths of the parameters that vary.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>Values laid over the file.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Packages the program was built with, with their versions; none when it was published as a single file.</summary>
    public IReadOnlyList<string> Packages { get; init; } = InstalledPackages.OfThisProgram();

    /// <summary>Why there are no more stages; null while there should be.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of the tables and documents, by file.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();

    /// <summary>The calls that worked on it.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>The manifest with the number of stages that are there, and what they took.</summary>
    /// <param name="stages">Stages that are there.</param>
    /// <param name="work">Simulations of these, or runs.</param>
    internal abstract StagedManifest With(int stages, long work);

    /// <summary>The manifest of the same kind in a results folder; null if absent.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    internal abstract StagedManifest? ReadSame(string folder);

    /// <summary>Reads a manifest; null if absent.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    private protected static T? Read<T>(string folder, string file)
        where T : StagedManifest
    {
        var path = Path.Combine(folder, file);
        try
        {
            return !System.IO.File.Exists(path) ? null
                : JsonSerializer.Deserialize<T>(System.IO.File.ReadAllText(path), RunManifest.Json) is { FormatVersion: CurrentFormat } manifest ? manifest
                : throw new JsonException(Invariant($"its format version is not {CurrentFormat}; use the version of the program that wrote it"));
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Writes the manifest, as a whole or not at all.</summary>
    internal void Write(string folder) =>
        AtomicFile.WriteText(Path.Combine(folder, File), JsonSerializer.Serialize(this, GetType(), RunManifest.Json) + "\n");
}
