using System.Text.Json;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What was calibrated, with what, and how far it came: enough to do it again and to see whether it was changed.</summary>
public sealed record CalibrationManifest
{
    /// <summary>Name of its file in a results folder.</summary>
    public const string FileName = "calibration-manifest.json";

    private const int CurrentFormat = 1;

    /// <summary>Version of the folder's layout.</summary>
    public int FormatVersion { get; init; } = CurrentFormat;

    /// <summary>Name of the calibration.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of all that determines its result.</summary>
    public required string CalibrationId { get; init; }

    /// <summary>Revision of the model's rules.</summary>
    public int ModelRevision { get; init; } = Simulation.ModelRevision.Current;

    /// <summary>Version of the program, with the commit it was built from.</summary>
    public string ToolVersion { get; init; } = RunManifest.VersionOf(typeof(CalibrationManifest));

    /// <summary>Root seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Generator of the random numbers.</summary>
    public string Generator { get; init; } = RunManifest.GeneratorOfRuns;

    /// <summary>Paths of the parameters that are calibrated.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>Values laid over the file.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Packages the program was built with, with their versions; none when it was published as a single file.</summary>
    public IReadOnlyList<string> Packages { get; init; } = InstalledPackages.OfThisProgram();

    /// <summary>Populations that are there.</summary>
    public int Populations { get; init; }

    /// <summary>Simulations of these.</summary>
    public long Simulations { get; init; }

    /// <summary>Why there are no more; null while there should be.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of the tables and documents, by file.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();

    /// <summary>The calls that worked on it; the runs of a session are those of its simulations.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Reads the manifest of a results folder; null if absent.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static CalibrationManifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return !File.Exists(path) ? null
                : JsonSerializer.Deserialize<CalibrationManifest>(File.ReadAllText(path),
                    RunManifest.Json) is { FormatVersion: CurrentFormat } manifest ? manifest
                : throw new JsonException(FormattableString.Invariant($"its format version is not {CurrentFormat}; use the version of the program that wrote it"));
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Writes the manifest, as a whole or not at all.</summary>
    internal void Write(string folder) => AtomicFile.WriteText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, RunManifest.Json) + "\n");
}
