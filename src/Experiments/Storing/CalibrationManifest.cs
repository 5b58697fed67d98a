using System.Text.Json.Serialization;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What was calibrated, with what, and how far it came; the runs of a session are those of its simulations.</summary>
public sealed record CalibrationManifest : StagedManifest
{
    /// <summary>Name of its file in a results folder.</summary>
    public const string FileName = "calibration-manifest.json";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string File => FileName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Noun => "calibration";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Stage => "population";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Id => CalibrationId;

    /// <summary>Hash of all that determines its result.</summary>
    public required string CalibrationId { get; init; }

    /// <summary>Populations that are there.</summary>
    public int Populations { get; init; }

    /// <summary>Simulations of these.</summary>
    public long Simulations { get; init; }

    /// <summary>Reads the manifest of a results folder; null if absent.</summary>
    /// <exception cref="Files.StoreException">It is damaged.</exception>
    public static CalibrationManifest? Read(string folder) => Read<CalibrationManifest>(folder, FileName);

    /// <inheritdoc/>
    internal override StagedManifest With(int stages, long work) => this with { Populations = stages, Simulations = work };

    /// <inheritdoc/>
    internal override StagedManifest? ReadSame(string folder) => Read(folder);
}
