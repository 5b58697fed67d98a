using System.CommandLine;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Sql;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim query DIR SQL</c>: questions to a results folder in SQL.</summary>
internal static class QueryCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var folder = SharedOptions.ResultsFolder();
        var sql = new Argument<string>("sql") { Description = "One SQL query over the tables runs, points, failures, events and series; - reads it from standard input", HelpName = "SQL" };
        var format = new Option<string?>("--format") { Description = "table, csv, json, markdown, latex or parquet (default: by the extension of --output, else table)", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. Enum.GetValues<QueryFormat>().Select(f => ParameterRow.ValueText(f))]);
        var output = new Option<string?>("--output", "-o") { Description = "File to write instead of standard output; an existing file is replaced", HelpName = "FILE" };
        var command = new Command("query", "Query the results of an experiment, complete or not, in SQL (DuckDB)") { folder, sql, format, output };
        command.SetAction((parsed, cancellation) =>
        {
            var file = parsed.GetValue(output);
            var chosen = FormatOf(parsed.GetValue(format), file);
            if (chosen == QueryFormat.Parquet && file is null)
            {
                throw new CommandException(ExitCode.Invalid, "error: Parquet is not written to standard output; name a file: --output answer.parquet");
            }

            var question = parsed.GetRequiredValue(sql) is StandardInput ? Console.In.ReadToEnd() : parsed.GetRequiredValue(sql);
            if (string.IsNullOrWhiteSpace(question))
            {
                throw new CommandException(ExitCode.Invalid, "error: the query is empty; write something like \"SELECT policy, avg(endTick) FROM runs GROUP BY ALL\"");
            }

            if (file is not null && IsResult(file, parsed.GetRequiredValue(folder)))
            {
                throw new CommandException(ExitCode.Invalid, $"error: --output is {file}, one of the results; name another file");
            }

            using var query = ResultsQuery.Open(parsed.GetRequiredValue(folder));
            Write(query, question, chosen, file, parsed.InvocationConfiguration.Output, cancellation);
            if (file is not null)
            {
                Messages.Of(parsed).WriteLine($"wrote {file}");
            }

            return Task.CompletedTask;
        });
        return command;
    }

    private static bool IsResult(string file, string folder)
    {
        var path = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(file)).Replace(Path.DirectorySeparatorChar, '/');
        return path == RunManifest.FileName || path.StartsWith("shards/", StringComparison.Ordinal)
            || RunManifest.Read(folder)?.Hashes.ContainsKey(path) == true;
    }

    private static void Write(ResultsQuery query, string sql, QueryFormat format, string? file, TextWriter output, CancellationToken cancellation)
    {
        if (file is null)
        {
            query.Write(sql, format, TerminalWidth.Now, output, cancellation);
        }
        else if (format == QueryFormat.Parquet)
        {
            query.WriteParquet(sql, file, cancellation);
        }
        else
        {
            OutputFile.Write(file, stream =>
            {
                using var text = new StreamWriter(stream);
                query.Write(sql, format, null, text, cancellation);
            });
        }
    }

    private static QueryFormat FormatOf(string? format, string? file) => format is not null
        ? Enum.Parse<QueryFormat>(format, ignoreCase: true)
        : Path.GetExtension(file) switch
        {
            ".csv" => QueryFormat.Csv,
            ".json" => QueryFormat.Json,
            ".parquet" => QueryFormat.Parquet,
            ".md" => QueryFormat.Markdown,
            ".tex" => QueryFormat.Latex,
            _ => QueryFormat.Table,
        };
}
