using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Checking;

/// <summary>Whether the tables at the root of a results folder are those of its shards.</summary>
internal static class TableCheck
{
    private const string What = "it differs from the shards; the run command makes it again";

    /// <summary>What is wrong with the tables.</summary>
    public static IEnumerable<Fault> Of(string folder, RunManifest manifest, ResultTables tables, ShardSet shards) => tables.HasItsColumns()
        ? from table in tables.Hashes().OrderBy(t => t.Key, StringComparer.Ordinal)
          from fault in Verification.FaultOf(Path.Combine(folder, table.Key), table.Value, FaultKind.TableDiffers, What)
          select fault
        : ByRows(folder, manifest, shards);

    // Tables of another version have other columns and other bytes: what they say of each run is compared.
    private static IEnumerable<Fault> ByRows(string folder, RunManifest manifest, ShardSet shards)
    {
        var file = Path.Combine(folder, ResultTables.Runs);
        if (!manifest.IsComplete || !File.Exists(file) || (manifest.Hashes.TryGetValue(ResultTables.Runs, out var stated) && stated != ShardFile.HashOf(file)))
        {
            // Another fault names it.
            return [];
        }

        var table = RunTable.Read(folder);
        var rows = table.Numbers("runIndex").Index().ToDictionary(r => (long)r.Item, r => r.Index);
        return Enumerable.Range(0, shards.Count).SelectMany(s => shards.Read(s)).Where(r => r.Error is null)
            .Select(r => DifferenceOf(table, rows, r))
            .OfType<string>()
            .Take(1)
            .Select(difference => new Fault(FaultKind.TableDiffers, file, $"{What} ({difference})"));
    }

    private static string? DifferenceOf(RunTable table, Dictionary<long, int> rows, RunRow run) =>
        !rows.TryGetValue(run.RunIndex, out var row) ? $"run {run.RunId} is not in it"
        : RowDifference.Between(StoredRow.Of(table, row), run with { Record = Recording.RunRecord.Empty }).FirstOrDefault() is { Column: not null } difference
            ? $"run {run.RunId}, {difference.Column}: {difference.First}, in its shard {difference.Second}"
            : null;
}
