using System.Globalization;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Tables;

/// <summary>
/// A rectangular data file of a researcher's own: text with a header (separated by commas, semicolons, tabs or bars; gzip too) or Parquet.
/// Empty fields, NA and NaN are missing values; in quotes, NA and NaN are texts.
/// </summary>
public sealed class DataTable
{
    private readonly string _path;
    private readonly char _decimal;
    private readonly Dictionary<string, string?[]> _values;
    private readonly IReadOnlyDictionary<string, string> _unreadable;
    private readonly int[] _lines;

    private DataTable(
        string path, IReadOnlyList<KeyValuePair<string, string?[]>> columns, int[] lines, TableFormat format,
        IReadOnlyDictionary<string, string>? unreadable = null)
    {
        (_path, _lines, _decimal, _unreadable) = (path, lines, format.Decimal, unreadable ?? new Dictionary<string, string>());
        (Columns, _values) = ([.. columns.Select(c => c.Key)], columns.ToDictionary(c => c.Key, c => c.Value));
    }

    /// <summary>Names of the columns, in the order of the file.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _lines.Length;

    /// <summary>Reads a file; one whose name ends in .parquet is Parquet, every other text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How text is written, where it has to be said.</param>
    /// <exception cref="DataException">It cannot be read, has no rows, or rows of different length.</exception>
    public static DataTable Read(string path, TableFormat? format = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? OfParquet(path) : OfText(path, format ?? new());
        }
        catch (TextDecodingException error)
        {
            throw new DataException(Invariant($"{path}:{error.Line}:{error.Column}: {error.Message}"), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DataException($"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Whether every value of a column that is not missing is a number.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public bool IsNumeric(string column) => Values(column).All(v => v is null || MissingValue.Is(v) || TryNumber(v, out _));

    /// <summary>A column of numbers, NaN where a value is missing; true and false are 1 and 0.</summary>
    /// <exception cref="DataException">There is no such column, or a value is no number.</exception>
    public double[] Numbers(string column)
    {
        var texts = Values(column);
        var numbers = new double[texts.Length];
        for (var row = 0; row < texts.Length; row++)
        {
            // Some programs quote every field: in a column of numbers a quoted NA can mean nothing else.
            numbers[row] = texts[row] is not { } text || MissingValue.Is(text) ? double.NaN
                : TryNumber(text, out var number) ? number
                : throw Odd(column, row, text);
        }

        return numbers;
    }

    /// <summary>A column as texts, empty where a value is missing.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public string[] Texts(string column) => [.. Values(column).Select(v => v ?? "")];

    /// <summary>Where a row stands.</summary>
    public string PlaceOf(int row) => Invariant($"{_path}:{_lines[row]}");

    /// <summary>The number that a text is, as this table writes numbers.</summary>
    public bool TryNumber(string text, out double number)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "true" or "TRUE" or "True" or "false" or "FALSE" or "False")
        {
            number = text[0] is 't' or 'T' ? 1 : 0;
            return true;
        }

        number = double.NaN;
        return (_decimal == '.' || !text.Contains('.', StringComparison.Ordinal))
            && double.TryParse(_decimal == '.' ? text : text.Replace(_decimal, '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static DataTable OfText(string path, TableFormat format)
    {
        var bytes = InputBytes.Read(path, TextFile.TableLimit, "a table as text");
        if (bytes is [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] or [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw new DataException($"{path} is {(bytes[1] == 'A' ? "a Parquet file; give it a name that ends in .parquet" : "a zip archive, as spreadsheets are saved; save the sheet as CSV")}");
        }

        var rows = DelimitedTable.Rows(TextDecoder.Decode(bytes, format.Encoding), format);
        var columns = DelimitedTable.Header(path, rows, format);
        rows.RemoveAt(0);
        var values = columns.Select((name, k) => KeyValuePair.Create(name, rows.Select(r => r.Value(k)).ToArray()));
        return new(path, [.. values], [.. rows.Select(r => r.Line)], format);
    }

    // Rows of a table without lines are numbered from 1.
    private static DataTable OfParquet(string path)
    {
        var table = ParquetTable.Read(path);
        return new(path, table.Columns, [.. Enumerable.Range(1, table.Count)], new(), table.Unreadable);
    }

    private DataException Odd(string column, int row, string text)
    {
        var (sign, other) = _decimal == '.' ? ("a point", ',') : ("a comma", '.');
        var isOther = text.Contains(other, StringComparison.Ordinal)
            && double.TryParse(text.Replace(other, '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var hint = isOther
            ? $". If the {(other == ',' ? "comma" : "point")} is the decimal sign, say --decimal {other}" : "";
        return new($"{PlaceOf(row)}, column {column}: \"{text}\" is not a number; allowed are finite numbers with {sign}, true and false, and nothing or NA where a value is missing{hint}");
    }

    private string?[] Values(string column)
    {
        if (_values.TryGetValue(column, out var values))
        {
            return values;
        }

        if (_unreadable.TryGetValue(column, out var type))
        {
            throw new DataException($"{_path}: column \"{column}\" holds {type}, which are not read; write it as numbers or texts, such as days since a first day");
        }

        var near = Spelling.Nearest(column, Columns);
        throw new DataException($"{_path} has no column \"{column}\"; {(near is null ? "" : $"did you mean \"{near}\"? ")}its columns are {string.Join(", ", Columns)}");
    }
}
