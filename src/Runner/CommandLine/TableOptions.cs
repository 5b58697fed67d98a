using System.CommandLine;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Options that say how a table is written, for every verb that reads one.</summary>
internal sealed class TableOptions
{
    private readonly Option<string?> _encoding = new("--encoding") { Description = "Encoding of a text table, such as latin1 (default: UTF-8, or UTF-16 by its byte order mark)", HelpName = "NAME" };
    private readonly Option<string?> _separator = new("--separator") { Description = "Character between columns: a character, tab or space (default: comma, semicolon, tab or bar, whichever the first line has)", HelpName = "SIGN" };
    private readonly Option<string> _decimal = new("--decimal") { Description = "Decimal sign of numbers", HelpName = "SIGN", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _comment = new("--comment") { Description = "Skip lines that start with this, such as \"#\"", HelpName = "SIGN" };

    public TableOptions() => _decimal.AcceptOnlyFromAmong(".", ",");

    /// <summary>Gives the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _encoding, _separator, _decimal, _comment })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the command line says.</summary>
    /// <exception cref="CommandException">An encoding is not known, or a separator is not one character.</exception>
    public TableFormat Of(ParseResult parsed)
    {
        var encoding = parsed.GetValue(_encoding);
        if (encoding is not null && !TableFormat.IsEncoding(encoding))
        {
            var near = Spelling.Nearest(encoding, TableFormat.Encodings);
            throw new CommandException(ExitCode.Invalid, $"error: --encoding is \"{encoding}\", which is not known; allowed are names such as {string.Join(", ", TableFormat.Encodings)}{(near is null ? "" : $"; did you mean \"{near}\"?")}");
        }

        var separator = parsed.GetValue(_separator) is { } sign ? SeparatorOf(sign) : (char?)null;
        var point = parsed.GetRequiredValue(_decimal)[0];
        return separator == point
            ? throw new CommandException(ExitCode.Invalid, $"error: --separator and --decimal are both \"{point}\"; a character can mean only one of them")
            : new()
            {
                Encoding = encoding,
                Separator = separator,
                Decimal = point,
                Comment = parsed.GetValue(_comment) is { Length: > 0 } comment ? comment : null,
            };
    }

    private static char SeparatorOf(string sign) => sign switch
    {
        "tab" or "\\t" => '\t',
        "space" => ' ',
        "comma" => ',',
        "semicolon" => ';',
        [var one] when one is not ('"' or '\n' or '\r') => one,
        _ => throw new CommandException(ExitCode.Invalid, $"error: --separator is \"{sign}\"; allowed are one character, tab or space"),
    };
}
