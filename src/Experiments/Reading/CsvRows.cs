using System.Text;

namespace LeadershipSim.Experiments.Reading;

/// <summary>A line of a CSV file: its number and its fields.</summary>
public readonly record struct CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>Reads comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line breaks.</summary>
public static class CsvRows
{
    /// <summary>The rows of a text; blank lines are passed over.</summary>
    /// <exception cref="FormatException">A quote is not closed; the message names the line.</exception>
    public static IEnumerable<CsvRow> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, start, isQuoted) = (1, 1, false);
        for (var k = 0; k < text.Length; k++)
        {
            var letter = text[k];
            line += letter == '\n' ? 1 : 0;
            if (isQuoted)
            {
                if (letter != '"')
                {
                    field.Append(letter);
                }
                else if (k + 1 < text.Length && text[k + 1] == '"')
                {
                    field.Append('"');
                    k++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (letter == '"' && field.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter == ',')
            {
                Close(fields, field);
            }
            else if (letter == '\n')
            {
                if (EndRow(fields, field, start) is { } row)
                {
                    yield return row;
                }

                (fields, start) = ([], line);
            }
            else if (letter != '\r' || k + 1 == text.Length || text[k + 1] != '\n')
            {
                field.Append(letter);
            }
        }

        if (isQuoted)
        {
            throw new FormatException($"the quote in the row that starts in line {start} is not closed");
        }

        if (EndRow(fields, field, start) is { } last)
        {
            yield return last;
        }
    }

    private static void Close(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }

    private static CsvRow? EndRow(List<string> fields, StringBuilder field, int line)
    {
        if (fields.Count == 0 && field.Length == 0)
        {
            return null;
        }

        Close(fields, field);
        return new CsvRow(line, fields);
    }
}
