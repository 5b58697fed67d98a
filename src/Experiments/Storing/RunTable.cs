using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing;

/// <summary>All runs of an experiment as columns: numbers (NaN where a run has none) and texts.</summary>
public sealed class RunTable
{
    private readonly Dictionary<string, double[]> _numbers = [];
    private readonly Dictionary<string, string[]> _texts = [];
    private readonly HashSet<string> _flags = [];

    private RunTable(RunManifest manifest) => Manifest = manifest;

    /// <summary>Where the runs come from.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Number of runs.</summary>
    public int Count { get; private set; }

    /// <summary>Paths of the factors.</summary>
    public IReadOnlyList<string> Factors => Manifest.Factors;

    /// <summary>Reads the runs of a results folder.</summary>
    /// <exception cref="StoreException">The folder is none, is not complete, or is damaged.</exception>
    public static RunTable Read(string folder)
    {
        var manifest = ManifestOf(folder);
        var file = Path.Combine(folder, "runs.parquet");
        if (!manifest.IsComplete || !File.Exists(file))
        {
            throw new StoreException(
                StoreProblem.NotReadable,
                string.Create(CultureInfo.InvariantCulture, $"{folder} is not complete: {manifest.RunsDone} of {manifest.RunsPlanned} runs are there; run the experiment again to go on"));
        }

        try
        {
            var table = new RunTable(manifest);
            table.ReadAsync(file).GetAwaiter().GetResult();
            return table;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ParquetException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{file} cannot be read: {error.Message}; delete it and run the experiment again to make it anew", error);
        }
    }

    /// <summary>The manifest of a results folder.</summary>
    /// <exception cref="StoreException">The folder is none.</exception>
    public static RunManifest ManifestOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new StoreException(StoreProblem.NotReadable, $"there is no folder {folder}; give a results folder, as leadersim run names it in its last line");
        }

        return RunManifest.Read(folder)
            ?? throw new StoreException(StoreProblem.NotReadable, $"{folder} is no results folder: it has no manifest.json; give one like results/<name>/<id>");
    }

    /// <summary>A column of numbers; flags are 0 and 1.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column of numbers.</exception>
    public IReadOnlyList<double> Numbers(string column) =>
        _numbers.TryGetValue(column, out var values) ? values : throw new KeyNotFoundException($"no column of numbers {column}");

    /// <summary>A column as texts, numbers spelled as in experiment files.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public IReadOnlyList<string> Texts(string column) =>
        _texts.TryGetValue(column, out var values)
            ? values
            : [.. Numbers(column).Select(v => _flags.Contains(column) ? v != 0 ? "true" : "false" : v.ToString("R", CultureInfo.InvariantCulture))];

    /// <summary>Whether a column holds numbers.</summary>
    public bool IsNumeric(string column) => _numbers.ContainsKey(column);

    private void CheckColumns(ParquetSchema schema)
    {
        var columns = schema.DataFields.Select(f => f.Name).ToHashSet();
        if (RunColumns.NamesFor(Factors).FirstOrDefault(name => !columns.Contains(name)) is { } missing)
        {
            throw new InvalidDataException($"it has no column {missing}, so it was changed, or written by another version of the program ({Manifest.ToolVersion} wrote last)");
        }
    }

    private async Task ReadAsync(string file)
    {
        var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            CheckColumns(reader.Schema);
            foreach (var field in reader.Schema.DataFields)
            {
                var numbers = new List<double>();
                var texts = new List<string>();
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    if (!ColumnReader.IsNumeric(field))
                    {
                        texts.AddRange(await ColumnReader.TextsAsync(group, field, (int)group.RowCount).ConfigureAwait(false));
                    }
                    else
                    {
                        numbers.AddRange(await ColumnReader.NumbersAsync(group, field, (int)group.RowCount).ConfigureAwait(false));
                    }
                }

                if (!ColumnReader.IsNumeric(field))
                {
                    _texts[field.Name] = [.. texts];
                }
                else
                {
                    _numbers[field.Name] = [.. numbers];
                    if (field.ClrType == typeof(bool) && Factors.Contains(field.Name))
                    {
                        _flags.Add(field.Name);
                    }
                }

                Count = Math.Max(texts.Count, numbers.Count);
            }
        }
    }
}
