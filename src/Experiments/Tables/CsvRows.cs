using System.Text;

namespace LeadershipSim.Experiments.Tables;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line it starts in.</param>
/// <param name="Fields">Its fields; those without quotes have no blanks around them.</param>
/// <param name="Quoted">Which of them stand in quotes.</param>
public readonly record struct CsvRow(int Line, IReadOnlyList<string> Fields, IReadOnlySet<int> Quoted)
{
    /// <summary>A field as a value: null where it is empty, or is a word for nothing that does not stand in quotes.</summary>
    public string? Value(int field) => Fields[field] is { Length: > 0 } text && (Quoted.Contains(field) || !MissingValue.Is(text)) ? text : null;
}

/// <summary>Reads comma-separated values (RFC 4180): quoted fields may hold separators, quotes and line breaks. Lines end with CR, LF or both.</summary>
public sealed class CsvRows
{
    private static readonly HashSet<int> NoneQuoted = [];
    private readonly string _text;
    private readonly char _separator;
    private readonly string? _comment;
    private readonly StringBuilder _field = new();
    private List<string> _fields = [];
    private HashSet<int>? _quoted;
    private bool _isQuoted;
    private bool _wasQuoted;

    private CsvRows(string text, char separator, string? comment) => (_text, _separator, _comment) = (text, separator, comment);

    /// <summary>The rows of a text; blank lines are passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two fields.</param>
    /// <param name="comment">Lines that start with this are passed over; null: none are.</param>
    /// <exception cref="FormatException">A quote is not closed; the message names the line.</exception>
    public static IEnumerable<CsvRow> Read(string text, char separator = ',', string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CsvRows(text, separator, comment).Rows();
    }

    private IEnumerable<CsvRow> Rows()
    {
        var (line, start) = (1, 1);
        for (var k = 0; k < _text.Length; k++)
        {
            var isBreak = _text[k] == '\n' || (_text[k] == '\r' && (k + 1 == _text.Length || _text[k + 1] != '\n'));
            line += isBreak ? 1 : 0;
            if (_isQuoted)
            {
                k += TakeQuoted(k);
            }
            else if (isBreak)
            {
                if (EndRow(start) is { } row)
                {
                    yield return row;
                }

                start = line;
            }
            else if (IsComment(k))
            {
                k += Comment(k);
            }
            else
            {
                TakePlain(k);
            }
        }

        if (_isQuoted)
        {
            throw new FormatException($"the quote in the row that starts in line {start} is not closed");
        }

        if (EndRow(start) is { } last)
        {
            yield return last;
        }
    }

    private bool IsComment(int k) =>
        _comment is not null && _fields.Count == 0 && _field.Length == 0 && !_wasQuoted && string.CompareOrdinal(_text, k, _comment, 0, _comment.Length) == 0;

    // Letters of a comment beyond its first: up to its line end, which is left.
    private int Comment(int k) => _text.AsSpan(k).IndexOfAny('\r', '\n') is var end and >= 0 ? end - 1 : _text.Length - k;

    // Letters taken beyond this one: a quote is doubled within quotes.
    private int TakeQuoted(int k)
    {
        if (_text[k] != '"')
        {
            _field.Append(_text[k]);
            return 0;
        }

        if (k + 1 < _text.Length && _text[k + 1] == '"')
        {
            _field.Append('"');
            return 1;
        }

        _isQuoted = false;
        return 0;
    }

    private void TakePlain(int k)
    {
        if (_text[k] == '"' && !_wasQuoted && IsBlank())
        {
            _field.Clear();
            (_isQuoted, _wasQuoted) = (true, true);
        }
        else if (_text[k] == _separator)
        {
            EndField();
        }
        else if (_text[k] != '\r' && !(_wasQuoted && _text[k] == ' '))
        {
            _field.Append(_text[k]);
        }
    }

    private bool IsBlank()
    {
        for (var k = 0; k < _field.Length; k++)
        {
            if (_field[k] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private void EndField()
    {
        if (_wasQuoted)
        {
            (_quoted ??= []).Add(_fields.Count);
        }

        _fields.Add(_wasQuoted ? _field.ToString() : _field.ToString().Trim());
        _field.Clear();
        _wasQuoted = false;
    }

    private CsvRow? EndRow(int line)
    {
        if (_fields.Count == 0 && !_wasQuoted && IsBlank())
        {
            _field.Clear();
            return null;
        }

        EndField();
        var row = new CsvRow(line, _fields, _quoted ?? NoneQuoted);
        (_fields, _quoted) = ([], null);
        return row;
    }
}
