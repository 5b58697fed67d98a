using System.Text.Json.Nodes;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Tests;

/// <summary>A copy of a results folder that an earlier version wrote, and what can be taken out of it.</summary>
internal static class OlderResults
{
    /// <summary>Copies a folder; its manifest then lists the files that are there.</summary>
    public static string Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        ChangeManifest(target, manifest =>
        {
            var hashes = manifest["hashes"]!.AsObject();
            foreach (var name in hashes.Select(h => h.Key).Where(n => !File.Exists(Path.Combine(target, n))).ToList())
            {
                hashes.Remove(name);
            }
        });
        return target;
    }

    /// <summary>Changes the manifest of a folder.</summary>
    public static void ChangeManifest(string folder, Action<JsonObject> change)
    {
        var file = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(manifest);
        // A manifest states a hash of itself, which would no longer hold.
        manifest.Remove("sha256OfTheAbove");
        File.WriteAllText(file, manifest.ToJsonString(new() { WriteIndented = true }));
    }

    /// <summary>Takes a column out of the table of runs, and the table's hash out of the manifest.</summary>
    public static async Task RemoveColumnAsync(string folder, string column)
    {
        var file = Path.Combine(folder, "runs.parquet");
        await using (var reader = await ParquetReader.CreateAsync(new MemoryStream(await File.ReadAllBytesAsync(file))))
        {
            using var group = reader.OpenRowGroupReader(0);
            DataField[] kept = [.. reader.Schema.DataFields.Where(f => f.Name != column)];
            await using var stream = File.Create(file);
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. kept]), stream, null, false, default);
            using var copy = writer.CreateRowGroup();
            foreach (var field in kept)
            {
                await CopyAsync(group, copy, field);
            }

            copy.CompleteValidate();
        }

        ChangeManifest(folder, manifest => manifest["hashes"]!.AsObject().Remove("runs.parquet"));
    }

    private static Task CopyAsync(ParquetRowGroupReader group, ParquetRowGroupWriter copy, DataField field) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Int32 => CopyAsync<int>(group, copy, field),
        TypeCode.Int64 => CopyAsync<long>(group, copy, field),
        TypeCode.Double => CopyAsync<double>(group, copy, field),
        TypeCode.Boolean => CopyAsync<bool>(group, copy, field),
        _ => CopyTextAsync(group, copy, field),
    };

    private static async Task CopyAsync<T>(ParquetRowGroupReader group, ParquetRowGroupWriter copy, DataField field)
        where T : struct
    {
        if (field.IsNullable)
        {
            var values = new T?[group.RowCount];
            await group.ReadAsync<T>(field, new Memory<T?>(values), null, default);
            await copy.WriteAsync<T>(field, new ReadOnlyMemory<T?>(values));
            return;
        }

        var all = new T[group.RowCount];
        await group.ReadAsync<T>(field, new Memory<T>(all), null, default);
        await copy.WriteAsync<T>(field, new ReadOnlyMemory<T>(all));
    }

    private static async Task CopyTextAsync(ParquetRowGroupReader group, ParquetRowGroupWriter copy, DataField field)
    {
        var values = new string[group.RowCount];
        await group.ReadAsync(field, new Memory<string?>(values), null, default);
        await copy.WriteAsync(field, values);
    }
}
