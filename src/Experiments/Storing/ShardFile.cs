using System.Security.Cryptography;
using System.Text.Json;
using Parquet;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// One shard on disk: a folder with runs.parquet and, written last, shard.json. It appears by one rename, so it is there as
/// a whole or not at all, and is trusted only when its hash and its runs are those of the plan.
/// </summary>
internal sealed class ShardFile(RunColumns columns)
{
    private const string Table = "runs.parquet";
    private const string Receipt = "shard.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes rows, sorted by run, into a folder.</summary>
    public void Commit(string folder, IReadOnlyList<RunRow> rows)
    {
        var parent = Path.GetDirectoryName(folder)!;
        var temporary = Path.Combine(parent, $".tmp-{Path.GetFileName(folder)}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(temporary);
        try
        {
            RunRow[] done = [.. rows.Where(r => r.Error is null)];
            AtomicFile.Write(Path.Combine(temporary, Table), stream => WriteTable(stream, [done]));
            var receipt = new ShardReceipt(done.Length, HashOf(Path.Combine(temporary, Table)), [.. rows.Where(r => r.Error is not null)]);
            AtomicFile.WriteText(Path.Combine(temporary, Receipt), JsonSerializer.Serialize(receipt, Json) + "\n");
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(temporary, folder);
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
        reason = "";
        try
        {
            var receiptFile = Path.Combine(folder, Receipt);
            var table = Path.Combine(folder, Table);
            if (!File.Exists(receiptFile) || !File.Exists(table))
            {
                reason = $"{(File.Exists(receiptFile) ? Table : Receipt)} is missing";
                return null;
            }

            var receipt = JsonSerializer.Deserialize<ShardReceipt>(File.ReadAllText(receiptFile), Json)!;
            if (HashOf(table) != receipt.Sha256)
            {
                reason = $"{Table} does not have the hash that {Receipt} states";
                return null;
            }

            RunRow[] rows = [.. ReadTable(table).Concat(receipt.Failures).OrderBy(r => r.RunIndex)];
            if (rows.Any(r => r.RunIndex >= plan.Count || plan[r.RunIndex].RunId != r.RunId))
            {
                reason = "it holds runs that are not in the plan";
                return null;
            }

            return rows;
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException or InvalidDataException or ParquetException)
        {
            reason = error.Message;
            return null;
        }
    }

    /// <summary>Writes a table with one row group per batch.</summary>
    public void WriteTable(Stream stream, IEnumerable<IReadOnlyList<RunRow>> batches)
    {
        WriteAsync().GetAwaiter().GetResult();

        async Task WriteAsync()
        {
            var writer = await ParquetWriter.CreateAsync(columns.Schema, stream, RunColumns.Options, false, default).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                foreach (var batch in batches)
                {
                    await columns.WriteAsync(writer, batch).ConfigureAwait(false);
                }
            }
        }
    }

    public static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private RunRow[] ReadTable(string file)
    {
        return ReadAsync().GetAwaiter().GetResult();

        async Task<RunRow[]> ReadAsync()
        {
            var rows = new List<RunRow>();
            var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    rows.AddRange(await columns.ReadAsync(group).ConfigureAwait(false));
                }
            }

            return [.. rows];
        }
    }

    private sealed record ShardReceipt(int Runs, string Sha256, IReadOnlyList<RunRow> Failures);
}
