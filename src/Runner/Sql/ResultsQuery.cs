using DuckDB.NET.Data;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Sql;

/// <summary>
/// SQL over a results folder: its tables as views in a database in memory that reads nothing but files of the folder. An experiment
/// that is not complete can be queried about the runs that are done.
/// </summary>
internal sealed class ResultsQuery : IDisposable
{
    private static readonly string[] OnRequest = ["events", "series"];
    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(100);

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly ScratchFolder _scratch = new();
    private readonly List<string> _views = [];

    private ResultsQuery()
    {
    }

    /// <summary>Opens a results folder for queries.</summary>
    /// <exception cref="StoreException">The folder is not a results folder, is damaged, or has no run yet.</exception>
    /// <exception cref="CommandException">The program carries no DuckDB for this platform.</exception>
    public static ResultsQuery Open(string folder)
    {
        folder = Path.GetFullPath(folder);
        var files = ResultFiles.Of(folder);
        var query = new ResultsQuery();
        try
        {
            NativeDatabase.Open(query._connection);

            // Extensions that are not built in are neither sought on the network nor in a home folder.
            query.Execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
            query.Execute($"SET allowed_directories = [{Literal(folder)}, {Literal(query._scratch.In(""))}]; SET temp_directory = {Literal(query._scratch.In("spilled"))}");
            query.Execute("SET enable_external_access = false; SET lock_configuration = true");
            query.AddViews(files);
            return query;
        }
        catch (DuckDBException error)
        {
            query.Dispose();
            throw new StoreException(StoreProblem.NotReadable, $"{folder} cannot be queried: {error.Message}; {ShellText.Command("verify", folder)} says what is damaged", error);
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>Writes the answer to a query as text.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="format">How the answer is written.</param>
    /// <param name="width">Most characters of a line of a table of aligned columns; null: any number.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CommandException">The query cannot be answered.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Write(string sql, QueryFormat format, int? width, TextWriter output, CancellationToken cancellation) => Ask(sql, () =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        QueryText.Write(reader, format, width, output, cancellation);
    }, cancellation);

    /// <summary>Writes the answer to a query as a Parquet file, completely or not at all.</summary>
    /// <exception cref="CommandException">The query cannot be answered.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void WriteParquet(string sql, string file, CancellationToken cancellation) => Ask(sql, () =>
    {
        var answer = _scratch.In("answer.parquet");
        Execute($"COPY (\n{Bare(sql)}\n) TO {Literal(answer)} (FORMAT parquet, COMPRESSION zstd)");

        // The scratch folder may be on another disk, from which a file cannot be renamed.
        OutputFile.Write(file, target =>
        {
            using var source = File.OpenRead(answer);
            source.CopyTo(target);
        });
    }, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _scratch.Dispose();
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');

    private void AddViews(ResultFiles files)
    {
        // Parts of a shard may hold the same run.
        AddView("runs", files.Runs, files.IsComplete ? "*" : "DISTINCT ON (runIndex) *");
        AddView("points", [files.Points], "*");
        AddView("events", files.Events, files.IsComplete ? "*" : "DISTINCT *");
        AddView("series", files.Series, files.IsComplete ? "*" : "DISTINCT ON (runIndex, tick) *");
        if (files.Failures is { } failures)
        {
            AddView("failures", [failures], "*");
            return;
        }

        AddFailures(files.FailedRuns);
    }

    private void AddView(string name, IReadOnlyList<string> files, string columns)
    {
        if (files.Count > 0)
        {
            var list = string.Join(", ", files.Select(Literal));
            Execute($"CREATE VIEW {name} AS SELECT {columns} FROM read_parquet([{list}], hive_partitioning = false, union_by_name = true)");
            _views.Add(name);
        }
    }

    private void AddFailures(IReadOnlyList<RunRow> failed)
    {
        Execute("CREATE TABLE committed(runId VARCHAR, runIndex BIGINT, pointIndex INTEGER, replicate INTEGER, exceptionType VARCHAR, message VARCHAR)");
        using (var appender = _connection.CreateAppender("committed"))
        {
            foreach (var run in failed)
            {
                var (type, message) = run.Failure;
                appender.CreateRow().AppendValue(run.RunId).AppendValue(run.RunIndex).AppendValue(run.PointIndex).AppendValue(run.Replicate)
                    .AppendValue(type).AppendValue(message).EndRow();
            }
        }

        // A run that failed may have been repeated since. The columns are those of the table of failures.
        Execute("""
            CREATE VIEW failures AS
            SELECT DISTINCT ON (runIndex) runId, runIndex, pointIndex, replicate, points.* EXCLUDE (pointIndex, pointId), exceptionType, message
            FROM committed JOIN points USING (pointIndex) WHERE runIndex NOT IN (SELECT runIndex FROM runs) ORDER BY runIndex
            """);
        _views.Add("failures");
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Ask(string sql, Action ask, CancellationToken cancellation)
    {
        // An interrupt ends what DuckDB is computing at that moment, and has no effect when it computes nothing; so it is repeated.
        using var interrupt = _connection.CreateCommand();
        using var interrupting = new Timer(_ => interrupt.Cancel(), null, Timeout.Infinite, Timeout.Infinite);
        using var registration = cancellation.Register(() => interrupting.Change(TimeSpan.Zero, InterruptInterval));
        try
        {
            CheckIsQuestion(sql);
            cancellation.ThrowIfCancellationRequested();
            ask();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception error) when (error is DuckDBException or InvalidOperationException)
        {
            throw Refused(error.Message.Trim());
        }
    }

    // A statement that can take the place of a table only reads; any other could write into the results. Nothing runs here.
    private void CheckIsQuestion(string sql)
    {
        if (NativeDatabase.ProblemOf(_connection, sql) is { } problem)
        {
            throw Refused(problem);
        }

        if (NativeDatabase.ProblemOf(_connection, $"SELECT * FROM (\n{Bare(sql)}\n)") is not null)
        {
            throw Refused("only queries that read are allowed: SELECT, FROM, WITH, VALUES, DESCRIBE or SUMMARIZE");
        }
    }

    private CommandException Refused(string reason)
    {
        string[] absent = [.. OnRequest.Where(v => !_views.Contains(v))];
        var more = absent.Length == 0 ? "" : $" (the experiment has no {string.Join(" and no ", absent)}; they are kept on request, by the key outputs of its file)";
        return new CommandException(ExitCode.Invalid, $"error: the query cannot be answered: {reason}{Environment.NewLine}the tables are {string.Join(", ", _views)}{more}; \"DESCRIBE runs\" lists the columns of runs");
    }
}
