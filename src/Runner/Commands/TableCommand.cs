using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim table DIR [NAME]</c>: a table of finished runs, ready for a paper.</summary>
internal static class TableCommand
{
    public static Command Create()
    {
        var (folder, reference) = (SharedOptions.ResultsFolder(), SharedOptions.Reference());
        var name = new Argument<string?>("name")
        {
            Description = "Table; without it, the names of the tables are listed",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<TableForm>("--format")
        {
            Description = "text, csv, json, markdown or latex",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => TableForm.Text,
        };
        var holm = new Option<bool>("--holm") { Description = $"Add p-values adjusted for the number of comparisons (Holm): {string.Join(", ", HolmColumn.Tables)}" };
        var output = new Option<string?>("--output", "-o") { Description = "File to write instead of standard output; an existing file is replaced", HelpName = "FILE" };
        var command = new Command("table", "Write a table of a results folder, for the terminal, a spreadsheet, a page or a paper")
        {
            folder, name, format, reference, holm, output,
        };
        command.SetAction(parsed =>
        {
            var results = ResultsFolder.Open(parsed.GetRequiredValue(folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
            var study = results.Study(parsed.GetValue(reference));
            ResultTable[] tables = [.. results.Tables(study), .. RecordTables.Of(results, study)];
            int? width = parsed.GetValue(output) is null ? TerminalWidth.Now : null;
            var text = parsed.GetValue(name) is { } asked
                ? TableText.Of(Adjusted(Find(tables, asked), parsed.GetValue(holm)), parsed.GetValue(format), width)
                : TextTable.OnTerminal(Listing(tables));
            if (parsed.GetValue(output) is { } file)
            {
                OutputFile.Write(file, stream =>
                {
                    using var writer = new StreamWriter(stream);
                    writer.Write(text);
                });
                Messages.Of(parsed).WriteLine($"wrote {file}");
            }
            else
            {
                parsed.InvocationConfiguration.Output.Write(text);
            }
        });
        return command;
    }

    private static ResultTable Listing(IReadOnlyList<ResultTable> tables) => ResultTable.Of("tables", "Tables", "", tables,
    [
        new(TableColumn.Label("table", "table"), t => t.Name),
        new(TableColumn.Words("shows", "what it shows"), t => t.Title),
    ]);

    private static ResultTable Adjusted(ResultTable table, bool isAsked) =>
        !isAsked ? table
        : HolmColumn.Tables.Contains(table.Name) ? HolmColumn.Added(table)
        : throw new CommandException(ExitCode.Invalid, $"error: --holm adjusts tests, and {table.Name} has none; allowed with {string.Join(", ", HolmColumn.Tables)}");

    private static ResultTable Find(IReadOnlyList<ResultTable> tables, string name) => tables.FirstOrDefault(t => t.Name == name)
        ?? throw new CommandException(ExitCode.Invalid, $"error: there is no table {name}; allowed are {string.Join(", ", tables.Select(t => t.Name))}");
}
