using System.Text.Json.Serialization;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What a shard holds: shard.json.</summary>
/// <param name="Runs">Runs that were tried.</param>
/// <param name="Sha256">Hash of the table of its runs.</param>
/// <param name="Failures">Those that failed.</param>
internal sealed record ShardReceipt(int Runs, string Sha256, IReadOnlyList<RunRow> Failures)
{
    /// <summary>Hashes of other tables by file; absent where nothing else is kept, as in folders of early versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Records { get; init; }
}
