using System.Globalization;
using LeadershipSim.Experiments.Problems;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Tables;

/// <summary>
/// A rectangular data file of a researcher's own: CSV with a header (separated by commas, semicolons or tabs) or Parquet. Empty fields, NA and
/// NaN are missing values.
/// </summary>
public sealed class DataTable
{
    private static readonly string[] Missing = ["", "NA", "NaN", "nan", "null", "NULL"];

    // In the order of preference between separators that give as many columns.
    private static readonly char[] Separators = [',', ';', '\t'];
    private readonly string _path;
    private readonly Dictionary<string, string[]> _texts;
    private readonly int[] _lines;

    private DataTable(string path, IReadOnlyList<string> columns, Dictionary<string, string[]> texts, int[] lines) =>
        (_path, Columns, _texts, _lines) = (path, columns, texts, lines);

    /// <summary>Names of the columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _lines.Length;

    /// <summary>Reads a file; one whose name ends in .parquet is Parquet, every other CSV.</summary>
    /// <exception cref="DataException">It cannot be read, has no rows, or rows of different length.</exception>
    public static DataTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? ReadParquet(path) : ReadCsv(path, File.ReadAllText(path).TrimStart('\uFEFF'));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DataException($"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Whether every value of a column that is not missing is a number.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public bool IsNumeric(string column) => Values(column).All(v => IsMissing(v) || TryNumber(v, out _));

    /// <summary>A column of numbers, NaN where a value is missing; true and false are 1 and 0.</summary>
    /// <exception cref="DataException">There is no such column, or a value is no number.</exception>
    public double[] Numbers(string column)
    {
        var texts = Values(column);
        var numbers = new double[texts.Length];
        for (var row = 0; row < texts.Length; row++)
        {
            numbers[row] = IsMissing(texts[row]) ? double.NaN
                : TryNumber(texts[row], out var number) ? number
                : throw new DataException($"{PlaceOf(row)}, column {column}: \"{texts[row]}\" is no number; allowed are finite numbers with a point, true and false, and nothing or NA where a value is missing");
        }

        return numbers;
    }

    /// <summary>A column as texts, empty where a value is missing.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public string[] Texts(string column) => [.. Values(column).Select(v => IsMissing(v) ? "" : v)];

    /// <summary>Where a row stands.</summary>
    public string PlaceOf(int row) => string.Create(CultureInfo.InvariantCulture, $"{_path}:{_lines[row]}");

    private static bool IsMissing(string text) => Missing.Contains(text);

    private static bool TryNumber(string text, out double number)
    {
        if (text is "true" or "TRUE" or "True" or "false" or "FALSE" or "False")
        {
            number = text[0] is 't' or 'T' ? 1 : 0;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    private static DataTable ReadCsv(string path, string text)
    {
        List<CsvRow> rows = [.. CsvRows.Read(text, Separators.MaxBy(s => Width(text, s)))];
        if (rows.Count < 2)
        {
            throw new DataException($"{path} has no rows; write names of columns in the first line and one row of values or more below");
        }

        string[] columns = [.. rows[0].Fields.Select(f => f.Trim())];
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            var places = columns.Index().Where(c => c.Item == twice.Key).Select(c => (c.Index + 1).ToString(CultureInfo.InvariantCulture));
            var what = twice.Key.Length > 0 ? $"the column \"{twice.Key}\" is named twice" : $"columns {string.Join(" and ", places)} have no name";
            throw new DataException(string.Create(CultureInfo.InvariantCulture, $"{path}:{rows[0].Line}: {what}; name each column once"));
        }

        if (rows.Find(r => r.Fields.Count != columns.Length) is { Fields: not null } odd)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture, $"{path}:{odd.Line}: the row has {odd.Fields.Count} fields; the first line names {columns.Length} columns"));
        }

        return new(path, columns, columns.Select((name, k) => (name, Values: rows.Skip(1).Select(r => r.Fields[k].Trim()).ToArray())).ToDictionary(c => c.name, c => c.Values), [.. rows.Skip(1).Select(r => r.Line)]);
    }

    // Fields of the first row, if this were the separator: separators in quoted names part nothing.
    private static int Width(string text, char separator) => CsvRows.Read(text, separator).Take(1).Sum(row => row.Fields.Count);

    // Rows of a table without lines are numbered from 1.
    private static DataTable ReadParquet(string path)
    {
        try
        {
            return ReadAsync().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not (DataException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException))
        {
            // Of a damaged file the library says what broke in itself, in exceptions of any type.
            throw new DataException($"{path} cannot be read: it is no Parquet file, or damaged ({error.Message}); make it anew, or write the table as CSV", error);
        }

        async Task<DataTable> ReadAsync()
        {
            var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                // Columns of other types, dates and lists say, are as if they were not there: asking for one names those that are.
                DataField[] fields = [.. reader.Schema.Fields.OfType<DataField>().Where(f => !f.IsArray).Where(f => ColumnReader.IsNumeric(f) || ColumnReader.IsText(f))];
                var texts = fields.ToDictionary(f => f.Name, _ => new List<string>());
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    foreach (var field in fields)
                    {
                        texts[field.Name].AddRange(await TextsOfAsync(group, field).ConfigureAwait(false));
                    }
                }

                var count = texts.Values.Select(v => v.Count).FirstOrDefault();
                return count > 0
                    ? new(path, [.. texts.Keys], texts.ToDictionary(c => c.Key, c => c.Value.ToArray()), [.. Enumerable.Range(1, count)])
                    : throw new DataException($"{path} has no rows");
            }
        }
    }

    private static async Task<IEnumerable<string>> TextsOfAsync(ParquetRowGroupReader group, DataField field)
    {
        if (ColumnReader.IsNumeric(field))
        {
            var numbers = await ColumnReader.NumbersAsync(group, field, (int)group.RowCount).ConfigureAwait(false);
            return numbers.Select(v => double.IsNaN(v) ? "" : v.ToString("R", CultureInfo.InvariantCulture));
        }

        return (await ColumnReader.TextsAsync(group, field, (int)group.RowCount).ConfigureAwait(false)).Select(v => v ?? "");
    }

    private string[] Values(string column)
    {
        if (_texts.TryGetValue(column, out var values))
        {
            return values;
        }

        var near = Spelling.Nearest(column, Columns);
        throw new DataException($"{_path} has no column \"{column}\"; {(near is null ? "" : $"did you mean \"{near}\"? ")}its columns are {string.Join(", ", Columns)}");
    }
}
