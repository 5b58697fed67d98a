using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What was run, with what, and with which results: enough to run it again and to see whether it was changed.</summary>
public sealed record RunManifest
{
    /// <summary>Generator of the random numbers of all runs.</summary>
    internal const string GeneratorOfRuns = "xoshiro256** 1.0 seeded by SplitMix64";

    /// <summary>Name of its file in a results folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>
    /// Version of the layout that is written: 2 has columns.json, booleans as true and false, and lists as JSON arrays, where 1 had 0 and 1 and
    /// blanks.
    /// </summary>
    internal const int CurrentFormat = 2;

    /// <summary>How manifests are written.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The manifest of an experiment before its first run.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="plan">Its plan.</param>
    public static RunManifest Of(ExperimentSpec spec, ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(plan);
        return new()
        {
            Name = spec.Name,
            Extension = plan.Extension,
            ExperimentId = plan.ExperimentId,
            Seed = spec.Seed,
            Seeds = spec.Seeds,
            Seeding = spec.Seeding,
            Factors = [.. spec.Factors.Select(f => f.Path)],
            RunsPlanned = plan.Count,
            Stages = spec.Replication is null ? null : plan.Stages,
            ShardSize = RunStore.ShardSizeFor((long)plan.Points.Count * spec.Replicates, spec.Outputs),
        };
    }

    /// <summary>Version of the folder's layout.</summary>
    public int FormatVersion { get; init; } = CurrentFormat;

    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>The extension whose code the runs depend on; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExtensionCode? Extension { get; init; }

    /// <summary>Hash of all that determines its results.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>Revision of the model's rules.</summary>
    public int ModelRevision { get; init; } = Simulation.ModelRevision.Current;

    /// <summary>Version of the program, with the commit it was built from.</summary>
    public string ToolVersion { get; init; } = VersionOf(typeof(RunManifest));

    /// <summary>Version of the program that runs, with the commit it was built from.</summary>
    [JsonIgnore]
    public static string ToolVersionNow => VersionOf(typeof(RunManifest));

    /// <summary>Root seed; the first of a list.</summary>
    public required ulong Seed { get; init; }

    /// <summary>A root seed for each replicate; null: all have one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ulong>? Seeds { get; init; }

    /// <summary>Whether design points share their random numbers.</summary>
    public required Seeding Seeding { get; init; }

    /// <summary>Generator of the random numbers.</summary>
    public string Generator { get; init; } = GeneratorOfRuns;

    /// <summary>Paths of the factors.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>Values laid over the experiment file.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Packages the program was built with, with their versions; none when it was published as a single file.</summary>
    public IReadOnlyList<string> Packages { get; init; } = InstalledPackages.OfThisProgram();

    /// <summary>Runs planned.</summary>
    public required long RunsPlanned { get; init; }

    /// <summary>The stages to which replication has come; null where its number is fixed.</summary>
    public IReadOnlyList<ReplicateStage>? Stages { get; init; }

    /// <summary>Design points that are not known as precisely as was asked for; null where nothing was asked, or it is not known yet.</summary>
    public int? ImprecisePoints { get; init; }

    /// <summary>Runs per shard.</summary>
    public required int ShardSize { get; init; }

    /// <summary>Runs that finished.</summary>
    public long RunsDone { get; init; }

    /// <summary>Runs that failed.</summary>
    public long RunsFailed { get; init; }

    /// <summary>How far it has come.</summary>
    public ExperimentStatus Status { get; init; } = ExperimentStatus.Incomplete;

    /// <summary>Whether every planned run was tried.</summary>
    [JsonIgnore]
    public bool IsComplete => Status is ExperimentStatus.Complete or ExperimentStatus.CompleteWithFailures;

    /// <summary>Whether a later version of the program wrote the folder: it is read as far as it is understood.</summary>
    [JsonIgnore]
    public bool IsOfLaterVersion => FormatVersion > CurrentFormat;

    /// <summary>What a reader of the folder should know of the version that wrote it; null: nothing.</summary>
    [JsonIgnore]
    public string? Note => IsOfLaterVersion
        ? Invariant($"{Name} was written by a later version, {ToolVersion}, in format {FormatVersion}; this version knows {CurrentFormat}. It is read as far as it is understood")
        : ModelRevision != Simulation.ModelRevision.Current
            ? Invariant($"{Name} was run by the rules of model revision {ModelRevision} (version {ToolVersion}); this version has revision {Simulation.ModelRevision.Current}")
            : null;

    /// <summary>The command of the last session, to be pasted into a shell; null when it is not known.</summary>
    [JsonIgnore]
    public string? LastCommand => Sessions.Count > 0 && Sessions[^1].Arguments.Count > 0 ? ShellText.Command(Sessions[^1].Arguments) : null;

    /// <summary>SHA-256 of the tables and documents, and of what was made of them, by file.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();

    /// <summary>Where runs were taken from that were not made here; null: all were made here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReusedRuns>? Reused { get; init; }

    /// <summary>Question and expectation as they were when runs began, then every later change; null in folders of early versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Statement>? Statements { get; init; }

    /// <summary>The calls that worked on it.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>A session that starts now on this machine.</summary>
    public static Session StartSession(DateTimeOffset now, int workers, IReadOnlyList<string> arguments) => new(
        now,
        null,
        RuntimeInformation.OSArchitecture.ToString(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Environment.ProcessorCount,
        workers,
        arguments,
        0)
    {
        ToolVersion = VersionOf(typeof(RunManifest)),
    };

    /// <summary>Reads the manifest of a results folder; null if absent.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static RunManifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return LateFile.Try(() => File.Exists(path) ? Checked(path, JsonSerializer.Deserialize<RunManifest>(File.ReadAllText(path), Json)) : null);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{path} cannot be read: {error.Message}; move it out of the folder and run the experiment again: the runs in the folder are kept", error);
        }
    }

    /// <summary>States the hashes of what was made of the runs, in place of those stated before.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="place">The file or folder in it that holds what was made.</param>
    /// <param name="files">The files that were written.</param>
    /// <returns>Files of the same place that were stated before, are there and were not written now.</returns>
    public static IReadOnlyList<string> RecordProducts(string folder, string place, IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var manifest = RunTable.ManifestOf(folder);
        var written = files.Distinct().ToDictionary(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'), ShardFile.HashOf);
        bool IsHere(string name) => name == place || name.StartsWith($"{place}/", StringComparison.Ordinal);
        var others = manifest.Hashes.Where(h => !written.ContainsKey(h.Key) && (!IsHere(h.Key) || File.Exists(Path.Combine(folder, h.Key)))).ToArray();
        (manifest with { Hashes = others.Concat(written).OrderBy(h => h.Key, StringComparer.Ordinal).ToDictionary() }).Write(folder);
        return [.. others.Select(h => h.Key).Where(IsHere)];
    }

    /// <summary>Checks that it plans the runs that its experiment has.</summary>
    /// <param name="folder">The folder it was read from.</param>
    /// <param name="plan">The plan of the experiment in that folder.</param>
    /// <exception cref="StoreException">It states another number: it was changed.</exception>
    public void CheckRuns(string folder, RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (RunsPlanned != plan.Count && (plan as ExperimentPlan)?.ExperimentId == ExperimentId)
        {
            throw Inconsistent(folder, Invariant($"runsPlanned {RunsPlanned}"), Invariant($"the experiment in it has {plan.Count} runs"));
        }
    }

    /// <summary>A manifest does not fit what is in its folder.</summary>
    internal static StoreException Inconsistent(string folder, string stated, string found) => new(
        StoreProblem.NotReadable,
        $"{Path.Combine(folder, FileName)} is inconsistent: it states {stated}, but {found}. It was changed or damaged: move it out of the folder and run the experiment again; the runs in the folder are kept");

    /// <summary>Writes the manifest, as a whole or not at all.</summary>
    internal void Write(string folder)
    {
        var file = Path.Combine(folder, FileName);
        Leftovers.RemoveBeside(file);
        AtomicFile.WriteText(file, SelfHash.Add(JsonSerializer.Serialize(this, Json)) + "\n");
    }

    private static RunManifest Checked(string path, RunManifest? manifest) => manifest switch
    {
        null => throw new JsonException("it is empty"),
        { FormatVersion: < 1 } => throw new JsonException(Invariant($"formatVersion is {manifest.FormatVersion}; allowed is 1 or more")),
        { ShardSize: <= 0 } => throw new JsonException(Invariant($"shardSize is {manifest.ShardSize}; allowed is 1 or more")),
        _ when manifest.Hashes.Values.Concat(manifest.Factors).Any(text => text is null) || manifest.Sessions.Any(s => s is null) =>
            throw new JsonException("hashes, factors or sessions have an entry that is null"),
        _ => manifest,
    };

    /// <summary>Version of a part of the program, with the commit it was built from.</summary>
    internal static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
