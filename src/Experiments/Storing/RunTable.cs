using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// All runs of an experiment as columns: numbers (NaN where a run has none) and texts. Who reads it asks for the columns it needs by
/// name: what another version left out is missed only by those who ask for it. A column is read when it is first asked for.
/// </summary>
public sealed class RunTable
{
    private readonly Dictionary<string, double[]> _numbers = [];
    private readonly Dictionary<string, string[]> _texts = [];
    private readonly string _folder;
    private readonly string _file;
    private readonly Dictionary<string, DataField> _fields;

    private RunTable(string folder, RunManifest manifest, ParquetReader reader)
    {
        (Manifest, _folder, _file) = (manifest, folder, Path.Combine(folder, ResultTables.Runs));
        _fields = reader.Schema.DataFields.ToDictionary(f => f.Name);
        var described = Column.Of(reader.CustomMetadata).Concat(RunColumns.ResultsOf(OutputCatalog.All)).DistinctBy(c => c.Name).ToDictionary(c => c.Name);
        Columns = [.. _fields.Values.Select(f => described.GetValueOrDefault(f.Name) ?? Column.Of(f, "", ""))];
        Absent = OutputCatalog.All.Index().Where(o => !Has(o.Item.Name)).Select(o => o.Index).ToHashSet();
        for (var k = 0; k < reader.RowGroupCount; k++)
        {
            using var group = reader.OpenRowGroupReader(k);
            Count += (int)group.RowCount;
        }
    }

    /// <summary>Where the runs come from.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Number of runs.</summary>
    public int Count { get; }

    /// <summary>Paths of the factors.</summary>
    public IReadOnlyList<string> Factors => Manifest.Factors;

    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Names of the outputs: columns that are neither place nor factor, and hold numbers or flags.</summary>
    public IReadOnlyList<string> Outputs => [.. Columns.Select(c => c.Name).Where(n => !RunColumns.Others.Contains(n) && !Factors.Contains(n) && IsNumeric(n))];

    /// <summary>Reads the runs of a results folder.</summary>
    /// <exception cref="StoreException">The folder holds no results, is not complete, or is damaged.</exception>
    public static RunTable Read(string folder)
    {
        var manifest = ManifestOf(folder);
        var file = Path.Combine(folder, ResultTables.Runs);
        if (!manifest.IsComplete || !File.Exists(file))
        {
            throw new StoreException(
                StoreProblem.NotReadable,
                Invariant($"{folder} is not complete: {manifest.RunsDone} of {manifest.RunsPlanned} runs are there; run the experiment again to complete them"));
        }

        StatedHash.CheckManifest(folder);
        StatedHash.Check(folder, manifest, ResultTables.Runs);
        return Reading(file, manifest, () => ParquetFile.Read(file, reader => Task.FromResult(new RunTable(folder, manifest, reader))));
    }

    /// <summary>The manifest of a results folder.</summary>
    /// <exception cref="StoreException">The folder holds no results.</exception>
    public static RunManifest ManifestOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new StoreException(StoreProblem.NotReadable, $"there is no folder {folder}; give a results folder, as {ShellText.Program} run names it in its last line");
        }

        return RunManifest.Read(folder)
            ?? throw new StoreException(StoreProblem.NotReadable, File.Exists(Path.Combine(folder, CalibrationManifest.FileName))
                ? $"{folder} holds a calibration, and its results are in its CSV files and figures; give the folder of an experiment that {ShellText.Program} run made"
                : File.Exists(Path.Combine(folder, OptimizationManifest.FileName))
                ? $"{folder} holds an optimization, and its results are in its CSV files and figures; run its best.json, and give the folder of that experiment"
                : $"{folder} is not a results folder: it has no manifest.json; give one like results/<name>/<id>");
    }

    /// <summary>Positions in the catalog of this version of outputs that the table does not have.</summary>
    internal IReadOnlySet<int> Absent { get; }

    /// <summary>Whether there is a column.</summary>
    public bool Has(string column) => _fields.ContainsKey(column);

    /// <summary>A column of numbers; flags are 0 and 1.</summary>
    /// <exception cref="StoreException">There is no such column of numbers, or the table is damaged.</exception>
    public IReadOnlyList<double> Numbers(string column)
    {
        if (!IsNumeric(column))
        {
            throw Has(column) ? new StoreException(StoreProblem.ColumnMissing, $"the column {column} of {_file} holds no numbers") : Missing(column);
        }

        if (!_numbers.TryGetValue(column, out var values))
        {
            values = ReadColumn(_fields[column], ColumnReader.NumbersAsync);
            _numbers.Add(column, values);
        }

        return values;
    }

    /// <summary>A column as texts, numbers spelled as in experiment files; empty where a run has no value.</summary>
    /// <exception cref="StoreException">There is no such column, or the table is damaged.</exception>
    public IReadOnlyList<string> Texts(string column)
    {
        if (!_fields.TryGetValue(column, out var field))
        {
            throw Missing(column);
        }

        if (ColumnReader.IsNumeric(field))
        {
            var isFlag = field.ClrType == typeof(bool);
            return [.. Numbers(column).Select(v => double.IsNaN(v) ? "" : isFlag ? v != 0 ? "true" : "false" : Invariant($"{v:R}"))];
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

    private StoreException Missing(string column)
    {
        var again = ShellText.Command("run", Path.Combine(_folder, ResultFiles.Resolved));
        var near = Spelling.Nearest(column, _fields.Keys) is { } name ? $"did you mean \"{name}\"? Otherwise it " : "It ";
        return new(
            StoreProblem.ColumnMissing,
            Invariant($"{_file} has no column {column}; {near}was written by version {Manifest.ToolVersion} (model revision {Manifest.ModelRevision}), which did not report it. To get the column, run the experiment with this version: {again}"));
    }

    private static T Reading<T>(string file, RunManifest manifest, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ParquetException)
        {
            var remedy = StatedHash.Remedy(Path.GetDirectoryName(file)!, manifest, Path.GetFileName(file));
            throw new StoreException(StoreProblem.NotReadable, $"{file} cannot be read: {error.Message}; {remedy}", error);
        }
    }

    private T[] ReadColumn<T>(DataField field, Func<ParquetRowGroupReader, DataField, int, Task<T[]>> read)
    {
        var parts = Reading(_file, Manifest, () => ParquetFile.ReadGroups(
            _file, (reader, group) => read(group, reader.Schema.DataFields.Single(f => f.Name == field.Name), (int)group.RowCount)));
        return parts is [var only] ? only : [.. parts.SelectMany(part => part)];
    }
}
