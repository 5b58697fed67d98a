using System.Text;

namespace LeadershipSim.Experiments.Tables;

/// <summary>A line of a CSV file: its number and its fields.</summary>
public readonly record struct CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>Reads comma-separated values (RFC 4180): quoted fields may hold separators, quotes and line breaks.</summary>
public sealed class CsvRows
{
    private readonly string _text;
    private readonly char _separator;
    private readonly StringBuilder _field = new();
    private List<string> _fields = [];
    private bool _isQuoted;

    private CsvRows(string text, char separator) => (_text, _separator) = (text, separator);

    /// <summary>The rows of a text; blank lines are passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two fields.</param>
    /// <exception cref="FormatException">A quote is not closed; the message names the line.</exception>
    public static IEnumerable<CsvRow> Read(string text, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CsvRows(text, separator).Rows();
    }

    private IEnumerable<CsvRow> Rows()
    {
        var (line, start) = (1, 1);
        for (var k = 0; k < _text.Length; k++)
        {
            var isBreak = _text[k] == '\n';
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
        if (_text[k] == '"' && _field.Length == 0)
        {
            _isQuoted = true;
        }
        else if (_text[k] == _separator)
        {
            EndField();
        }
        else if (_text[k] != '\r' || k + 1 == _text.Length || _text[k + 1] != '\n')
        {
            _field.Append(_text[k]);
        }
    }

    private void EndField()
    {
        _fields.Add(_field.ToString());
        _field.Clear();
    }

    private CsvRow? EndRow(int line)
    {
        if (_fields.Count == 0 && _field.Length == 0)
        {
            return null;
        }

        EndField();
        var row = new CsvRow(line, _fields);
        _fields = [];
        return row;
    }
}
