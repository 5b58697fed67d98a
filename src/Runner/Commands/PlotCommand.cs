using System.CommandLine;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Figures.Kinds;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim plot DIR</c>: figures of finished runs.</summary>
internal sealed class PlotCommand
{
    private readonly Argument<string> _folder = SharedOptions.ResultsFolder();
    private readonly Option<bool> _all = new("--all") { Description = "Draw what the report shows (the default)" };
    private readonly Option<bool> _list = new("--list") { Description = "List the kinds of figures, and what these results lack for them" };
    private readonly Option<string?> _kind = new("--figure") { Description = "Draw one figure; --list names the kinds", HelpName = "KIND" };
    private readonly Option<string?> _x = new("--x") { Description = "Factor along the horizontal axis", HelpName = "PATH" };
    private readonly Option<string?> _y = new("--y") { Description = "Factor along the vertical axis", HelpName = "PATH" };
    private readonly Option<string?> _value = new("--value") { Description = "What is drawn: outlived, an output, or a metric of the course of runs", HelpName = "NAME" };
    private readonly Option<string?> _by = new("--by") { Description = "Factor whose levels are the arms", HelpName = "PATH" };
    private readonly Option<string[]> _where = new("--where") { Description = "Design points that enter; may be given again: other levels of one factor add points, other factors take away", HelpName = "PATH = LEVEL" };
    private readonly Option<string?> _title = new("--title") { Description = "A line above the figure", HelpName = "TEXT" };
    private readonly Option<string?> _order = new("--order") { Description = "Arms that come first, separated by commas", HelpName = "A,B" };
    private readonly Option<string[]> _rename = new("--rename") { Description = "Another name for an arm; may be given again", HelpName = "OLD=NEW" };
    private readonly Option<string?> _size = new("--size") { Description = "85mm, 170mm or width x height as 120x80mm", HelpName = "SIZE" };
    private readonly Option<int?> _tick = new("--tick") { Description = "Tick that is looked at, for figures of single runs", HelpName = "T" };
    private readonly Option<double?> _meaningful = new("--meaningful") { Description = "Least difference that decides which arm is best (flip)", HelpName = "D" };
    private readonly Option<string?> _name = new("--name") { Description = "Name of the files (default: own-KIND)", HelpName = "NAME" };
    private readonly Option<string?> _format = new("--format") { Description = "Files, separated by commas: png, svg, pdf, csv (default: png,svg,csv)", HelpName = "FORMATS" };
    private readonly Option<bool> _data = new("--data") { Description = "Print the numbers behind the figure instead of drawing it" };

    public static Command Create() => new PlotCommand().Verb();

    private Command Verb()
    {
        var command = new Command("plot", "Draw figures of a results folder, those of the report or one of your choice; writes DIR/figures") { _folder };
        foreach (var option in new Option[] { _all, _list, _kind, _x, _y, _value, _by, _where, _title, _order, _rename, _size, _tick, _meaningful,
            _name, _format, _data })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            try
            {
                Run(parsed);
            }
            catch (FigureRefusal refusal)
            {
                throw new CommandException(ExitCode.Invalid, $"error: {refusal.Message}");
            }
        });
        return command;
    }

    private void Run(ParseResult parsed)
    {
        var results = ResultsFolder.Open(parsed.GetRequiredValue(_folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
        var study = results.Study();
        var (output, messages) = (parsed.InvocationConfiguration.Output, Messages.Of(parsed));
        if (parsed.GetValue(_list))
        {
            List(results.SourceOf(study), output);
            return;
        }

        if (parsed.GetValue(_kind) is not { } kind)
        {
            CheckAlone(parsed);
            WriteLines(output, results.WriteFigures(study, FormatsOf(parsed), message => messages.WriteLine(message)));
            messages.WriteLine(NextCommand.Of("report", results.Path));
            return;
        }

        var figures = FigureKinds.Of(results.SourceOf(study), Asked(parsed, kind));
        if (parsed.GetValue(_data))
        {
            output.Write(string.Join('\n', figures.Select(f => f.Data.ToString())));
            return;
        }

        WriteLines(output, results.WriteFigures(figures, FormatsOf(parsed)));
        foreach (var figure in figures)
        {
            messages.WriteLine(figure.Caption);
        }
    }

    private FigureSpec Asked(ParseResult parsed, string kind) => new(kind)
    {
        X = parsed.GetValue(_x),
        Y = parsed.GetValue(_y),
        Value = parsed.GetValue(_value),
        By = parsed.GetValue(_by),
        Where = parsed.GetValue(_where) ?? [],
        Title = parsed.GetValue(_title),
        Order = parsed.GetValue(_order)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Rename = parsed.GetValue(_rename) ?? [],
        Size = parsed.GetValue(_size),
        Tick = parsed.GetValue(_tick),
        Meaningful = parsed.GetValue(_meaningful),
        Name = parsed.GetValue(_name) ?? $"own-{kind}",
    };

    // What shapes one figure says nothing about all of them.
    private void CheckAlone(ParseResult parsed)
    {
        Option[] needing = [_x, _y, _value, _by, _where, _title, _order, _rename, _size, _tick, _meaningful, _name, _data];
        if (needing.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } option)
        {
            throw new CommandException(ExitCode.Invalid, $"error: {option.Name} is for one figure: give --figure KIND as well; {ShellText.Program} plot DIR --list names the kinds");
        }
    }

    private string[]? FormatsOf(ParseResult parsed)
    {
        var formats = parsed.GetValue(_format)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return formats?.FirstOrDefault(f => !FigureFiles.Formats.Contains(f)) is { } unknown
            ? throw new CommandException(ExitCode.Invalid, $"error: --format has {unknown}; allowed are {string.Join(", ", FigureFiles.Formats)}, separated by commas")
            : formats;
    }

    private static void List(FigureSource source, TextWriter output)
    {
        foreach (var item in AnalysisCatalog.Figures)
        {
            string reason;
            try
            {
                FigureKinds.Of(source, new FigureSpec(item.Name));
                reason = source.Spec.Figures.Any(f => f.Kind == item.Name) ? "in the report" : "can be drawn";
            }
            catch (FigureRefusal refusal)
            {
                reason = $"not here: {refusal.Message}";
            }

            output.WriteLine($"{item.Name,-12} {item.Summary} ({reason})");
        }
    }

    private static void WriteLines(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }
}
