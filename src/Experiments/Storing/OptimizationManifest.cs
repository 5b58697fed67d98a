using System.Text.Json.Serialization;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What was optimized, with what, and how far it came.</summary>
public sealed record OptimizationManifest : StagedManifest
{
    /// <summary>Name of its file in a results folder.</summary>
    public const string FileName = "optimization-manifest.json";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string File => FileName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Noun => "optimization";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Stage => "wave";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Id => OptimizationId;

    /// <summary>Hash of all that determines its result.</summary>
    public required string OptimizationId { get; init; }

    /// <summary>Waves that are there.</summary>
    public int Waves { get; init; }

    /// <summary>Runs of these; the confirmation comes on top.</summary>
    public long Runs { get; init; }

    /// <summary>Reads the manifest of a results folder; null if absent.</summary>
    /// <exception cref="Files.StoreException">It is damaged.</exception>
    public static OptimizationManifest? Read(string folder) => Read<OptimizationManifest>(folder, FileName);

    /// <inheritdoc/>
    internal override StagedManifest With(int stages, long work) => this with { Waves = stages, Runs = work };

    /// <inheritdoc/>
    internal override StagedManifest? ReadSame(string folder) => Read(folder);
}
