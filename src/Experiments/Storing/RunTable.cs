using System.Globalization;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing;

/// <summary>All runs of an experiment as columns: numbers (NaN where a run has none) and texts. A column is read when it is first asked for.</summary>
public sealed class RunTable
{
    private readonly Dictionary<string, double[]> _numbers = [];
    private readonly Dictionary<string, string[]> _texts = [];
    private readonly string _file;
    private readonly Dictionary<string, DataField> _fields;

    private RunTable(RunManifest manifest, string file, ParquetSchema schema, long count)
    {
        (Manifest, _file, Count) = (manifest, file, (int)count);
        _fields = schema.DataFields.ToDictionary(f => f.Name);
        CheckColumns();
    }

    /// <summary>Where the runs come from.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Number of runs.</summary>
    public int Count { get; }

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

        return Reading(file, () => OpenAsync().GetAwaiter().GetResult());

        async Task<RunTable> OpenAsync()
        {
            var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var count = 0L;
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    count += group.RowCount;
                }

                return new RunTable(manifest, file, reader.Schema, count);
            }
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
            ?? throw new StoreException(StoreProblem.NotReadable, File.Exists(Path.Combine(folder, CalibrationManifest.FileName))
                ? $"{folder} holds a calibration, and what came of it stands in its CSV files and figures; give the folder of an experiment that leadersim run made"
                : $"{folder} is no results folder: it has no manifest.json; give one like results/<name>/<id>");
    }

    /// <summary>A column of numbers; flags are 0 and 1.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column of numbers.</exception>
    /// <exception cref="StoreException">The table is damaged.</exception>
    public IReadOnlyList<double> Numbers(string column)
    {
        if (!IsNumeric(column))
        {
            throw new KeyNotFoundException($"no column of numbers {column}");
        }

        if (!_numbers.TryGetValue(column, out var values))
        {
            values = ReadColumn(_fields[column], ColumnReader.NumbersAsync);
            _numbers.Add(column, values);
        }

        return values;
    }

    /// <summary>A column as texts, numbers spelled as in experiment files.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="StoreException">The table is damaged.</exception>
    public IReadOnlyList<string> Texts(string column)
    {
        if (IsNumeric(column) || !_fields.TryGetValue(column, out var field))
        {
            var isFlag = Factors.Contains(column) && _fields[column].ClrType == typeof(bool);
            return [.. Numbers(column).Select(v => isFlag ? v != 0 ? "true" : "false" : v.ToString("R", CultureInfo.InvariantCulture))];
        }

        if (!_texts.TryGetValue(column, out var values))
        {
            values = ReadColumn(field, ColumnReader.TextsAsync);
            _texts.Add(column, values);
        }

        return values;
    }

    /// <summary>Whether a column holds numbers.</summary>
    public bool IsNumeric(string column) => _fields.TryGetValue(column, out var field) && ColumnReader.IsNumeric(field);

    private static T Reading<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ParquetException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{file} cannot be read: {error.Message}; delete it and run the experiment again to make it anew", error);
        }
    }

    private void CheckColumns()
    {
        if (RunColumns.NamesFor(Factors).FirstOrDefault(name => !_fields.ContainsKey(name)) is { } missing)
        {
            throw new InvalidDataException($"it has no column {missing}, so it was changed, or written by another version of the program ({Manifest.ToolVersion} wrote last)");
        }
    }

    private T[] ReadColumn<T>(DataField field, Func<ParquetRowGroupReader, DataField, int, Task<T[]>> read)
    {
        return Reading(_file, () => ReadAsync().GetAwaiter().GetResult());

        async Task<T[]> ReadAsync()
        {
            var (values, filled) = (new T[Count], 0);
            var reader = await ParquetReader.CreateAsync(_file).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    var part = await read(group, reader.Schema.DataFields.Single(f => f.Name == field.Name), (int)group.RowCount).ConfigureAwait(false);
                    part.CopyTo(values, filled);
                    filled += part.Length;
                }
            }

            return values;
        }
    }
}
