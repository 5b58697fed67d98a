using System.Security.Cryptography;
using System.Text.Json;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;
using Parquet;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// One shard on disk: a folder with runs.parquet and, written last, shard.json. It appears by one rename, so it is there as
/// a whole or not at all, and is trusted only when its hash and its runs are those of the plan.
/// </summary>
/// <param name="columns">The columns of its table.</param>
/// <param name="records">The tables beside it.</param>
/// <param name="acceptsOlder">Whether rows may lack outputs, as those of a version do that did not have them yet.</param>
internal sealed class ShardFile(RunColumns columns, RecordFiles records, bool acceptsOlder)
{
    private const string Table = "runs.parquet";
    /// <summary>The file that says what a shard holds.</summary>
    public const string Receipt = "shard.json";
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes rows, sorted by run, into a folder.</summary>
    public void Commit(string folder, IReadOnlyList<RunRow> rows)
    {
        var parent = Path.GetDirectoryName(folder)!;
        var temporary = Path.Combine(parent, $".tmp-{Path.GetFileName(folder)}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(temporary);
        try
        {
            var hash = Put(Path.Combine(temporary, Table), columns, rows);
            var hashes = records.All.ToDictionary(t => t.Name, t => Put(Path.Combine(temporary, t.Name), t.Columns, rows));
            var receipt = new ShardReceipt(rows.Count(r => r.Error is null), hash, [.. rows.Where(r => r.Error is not null)])
            {
                Records = hashes.Count > 0 ? hashes : null,
            };
            AtomicFile.WriteText(Path.Combine(temporary, Receipt), SelfHash.Add(JsonSerializer.Serialize(receipt, Json)) + "\n");
            DurableFolder.Rename(temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>The rows of a shard, or null and why it cannot be trusted.</summary>
    public RunRow[]? Read(string folder, RunPlan plan, out string reason)
    {
        if (ReadIntact(folder, plan.Model.Outputs, records, acceptsOlder, out reason) is not { } rows)
        {
            return null;
        }

        if (!rows.All(r => IsOf(plan, r)))
        {
            reason = "it holds runs that are not in the plan";
            return null;
        }

        return rows;
    }

    /// <summary>The rows of a shard of any experiment, or null and why it cannot be trusted: its tables have the hashes of its receipt.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="outputs">The outputs to read.</param>
    /// <param name="records">The tables to read beside that of runs.</param>
    /// <param name="acceptsOlder">Whether rows may lack outputs.</param>
    /// <param name="reason">Why it is not trusted.</param>
    public static RunRow[]? ReadIntact(string folder, IReadOnlyList<Output> outputs, RecordFiles records, bool acceptsOlder, out string reason)
    {
        try
        {
            (var rows, reason) = LateFile.Try(() => ReadOnce(folder, outputs, records, acceptsOlder));
            return rows;
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            reason = $"{(missing is FileNotFoundException file ? Path.GetFileName(file.FileName) : Receipt)} is missing";
            return null;
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException or InvalidDataException or ParquetException)
        {
            reason = error.Message;
            return null;
        }
    }

    /// <summary>What the receipt says is there.</summary>
    public static ShardClaim ClaimOf(string folder)
    {
        var receipt = ReceiptOf(folder);
        return receipt is null ? default : new ShardClaim(receipt.Runs, receipt.Failures.Count);
    }

    /// <summary>Folders of a results folder's shards, whatever state they are in.</summary>
    public static IEnumerable<string> FoldersIn(string results)
    {
        var shards = Path.Combine(results, "shards");
        string[] folders = Directory.Exists(shards) ? Directory.GetDirectories(shards, "*=*") : [];
        return folders.Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f)[0] != '.');
    }

    /// <summary>Folders of a results folder's shards whose tables have the hashes of their receipts.</summary>
    public static IEnumerable<string> IntactIn(string results) => FoldersIn(results).Where(IsIntact);

    /// <summary>Runs of a shard that failed.</summary>
    public static IReadOnlyList<RunRow> FailuresIn(string folder) => ReceiptOf(folder)?.Failures ?? [];

    public static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    // Made in memory: there Parquet's many small writes need no disk, and the hash no second reading.
    private static string Put(string file, IRowColumns columns, IReadOnlyList<RunRow> rows)
    {
        using var content = new MemoryStream();
        RunFile.Write(content, columns, rows);
        AtomicFile.Write(file, content.WriteTo);
        return Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    private static (RunRow[]? Rows, string Reason) ReadOnce(string folder, IReadOnlyList<Output> outputs, RecordFiles records, bool acceptsOlder)
    {
        var table = Path.Combine(folder, Table);
        var receipt = Parse(File.ReadAllText(Path.Combine(folder, Receipt)));
        if (HashOf(table) != receipt.Sha256)
        {
            return (null, $"{Table} does not have the hash that {Receipt} states");
        }

        if (records.All.FirstOrDefault(t => HashOf(Path.Combine(folder, t.Name)) != receipt.Records?.GetValueOrDefault(t.Name)) is { Name: { } changed })
        {
            return (null, $"{changed} does not have the hash that {Receipt} states");
        }

        RunRow[] rows = [.. records.AddTo([.. RunFile.Read(table, outputs)], folder).Concat(receipt.Failures).OrderBy(r => r.RunIndex)];
        return !acceptsOlder && rows.FirstOrDefault(r => r.Absent.Count > 0) is { } older
            ? (null, $"{Table} has no column {outputs[older.Absent.Min()].Name}: a version wrote it that did not have this output")
            : rows.Length - receipt.Failures.Count != receipt.Runs
            ? (null, Invariant($"{Receipt} states {receipt.Runs} runs, and {Table} has {rows.Length - receipt.Failures.Count}"))
            : (rows, "");
    }

    private static bool IsIntact(string folder) =>
        ReceiptOf(folder) is { } receipt
        && (receipt.Records ?? new Dictionary<string, string>()).Append(new(Table, receipt.Sha256))
        .All(t => File.Exists(Path.Combine(folder, t.Key)) && HashOf(Path.Combine(folder, t.Key)) == t.Value);

    private static ShardReceipt? ReceiptOf(string folder)
    {
        try
        {
            return LateFile.Try(() => Parse(File.ReadAllText(Path.Combine(folder, Receipt))));
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ShardReceipt Parse(string text) => JsonSerializer.Deserialize<ShardReceipt>(text, Json) switch
    {
        null => throw new JsonException($"{Receipt} is empty"),
        _ when !SelfHash.Holds(text) => throw new JsonException($"{Receipt} does not have the hash that it states of itself"),
        var receipt when receipt.Failures.Any(f => f?.Error is null) => throw new JsonException($"{Receipt} lists a failure without its error"),
        var receipt => receipt,
    };

    private static bool IsOf(RunPlan plan, RunRow row)
    {
        if (row.RunIndex < 0 || row.RunIndex >= plan.Count)
        {
            return false;
        }

        var planned = plan[row.RunIndex];
        return (planned.RunId, planned.Point.Index, planned.Replicate) == (row.RunId, row.PointIndex, row.Replicate);
    }
}
