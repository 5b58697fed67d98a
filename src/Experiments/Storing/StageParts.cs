using System.Text.Json;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>A part of a stage that was done.</summary>
/// <param name="Part">Its number, from 0.</param>
/// <param name="Values">What it gave.</param>
public sealed record StagePart(int Part, double[][] Values);

/// <summary>What a share has done of a stage of a calibration or an optimization: a file in the folder of the share.</summary>
/// <param name="Parts">Parts of the whole stage.</param>
/// <param name="Done">Those that the share has done, in order.</param>
public sealed record StageParts(int Parts, IReadOnlyList<StagePart> Done)
{
    private const string Member = "parts";

    /// <summary>Reads what a share has done; null when nothing is there that can be used.</summary>
    /// <param name="folder">The folder of the share.</param>
    /// <param name="id">What is calibrated or optimized.</param>
    /// <param name="stage">Number of the stage, from 0.</param>
    public static StageParts? Read(string folder, string id, int stage)
    {
        var file = FileOf(folder, stage);
        try
        {
            return LateFile.Try(() => File.Exists(file) ? StageJson.Read<StageParts>(StageJson.Opened(File.ReadAllText(file), id, Member)) : null);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            // What is damaged is done again.
            return null;
        }
    }

    /// <summary>Writes it, as a whole or not at all.</summary>
    public void Write(string folder, string id, int stage) =>
        AtomicFile.WriteText(FileOf(folder, stage), StageJson.Sealed(id, Member, StageJson.Write(this)));

    private static string FileOf(string folder, int stage) => Path.Combine(folder, Invariant($"stage-{stage:0000}.json"));
}
