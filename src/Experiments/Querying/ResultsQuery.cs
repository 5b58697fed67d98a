using DuckDB.NET.Data;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Querying;

/// <summary>
/// SQL over a results folder: the tables <c>runs</c>, <c>points</c> and <c>failures</c>, in a database in memory that reads the
/// folder's files. An experiment that is not complete can be asked about the runs that are there.
/// </summary>
public sealed class ResultsQuery : IDisposable
{
    private readonly DuckDBConnection _connection;

    private ResultsQuery(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens a results folder to be asked.</summary>
    /// <exception cref="StoreException">It is none, or no run is there yet.</exception>
    public static ResultsQuery Open(string folder)
    {
        var manifest = RunTable.ManifestOf(folder);
        var source = RunsOf(folder, manifest);
        var query = new ResultsQuery(new DuckDBConnection("DataSource=:memory:"));
        try
        {
            query._connection.Open();

            // What is not built in is neither looked for on the network nor in a home folder.
            query.Execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
            query.Execute($"CREATE VIEW runs AS {source}");
            query.Execute($"CREATE VIEW points AS SELECT * FROM read_parquet({Literal(Path.Combine(folder, ResultTables.Points))})");
            query.AddFailures(ShardFile.FailuresIn(folder));
            return query;
        }
        catch (DuckDBException error)
        {
            query.Dispose();
            throw new StoreException(StoreProblem.NotReadable, $"{folder} cannot be asked: {error.Message}; leadersim verify tells what is damaged", error);
        }
    }

    /// <summary>Writes the answer to a query as text.</summary>
    /// <param name="sql">One SELECT, or what DuckDB takes in its place.</param>
    /// <param name="format">How.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="QueryException">The query cannot be answered.</exception>
    public void Write(string sql, QueryFormat format, TextWriter output)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        ArgumentNullException.ThrowIfNull(output);
        Ask(() =>
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            QueryText.Write(reader, format, output);
        });
    }

    /// <summary>Writes the answer to a query as a Parquet file, as a whole or not at all.</summary>
    /// <param name="sql">One SELECT.</param>
    /// <param name="file">The file; one that is there is replaced.</param>
    /// <exception cref="QueryException">The query cannot be answered, or the file not be written.</exception>
    public void WriteParquet(string sql, string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            Ask(() => Execute($"COPY (\n{sql.TrimEnd().TrimEnd(';')}\n) TO {Literal(temporary)} (FORMAT parquet, COMPRESSION zstd)"));
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new QueryException($"{file} cannot be written: {error.Message}", error);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string RunsOf(string folder, RunManifest manifest)
    {
        var table = Path.Combine(folder, ResultTables.Runs);
        if (manifest.Status != ExperimentStatus.Incomplete && File.Exists(table))
        {
            return $"SELECT * FROM read_parquet({Literal(table)})";
        }

        // Parts of a shard may hold the same run; a file that is damaged would make every query fail.
        string[] tables = [.. ShardFile.IntactTablesIn(folder)];
        return tables.Length > 0
            ? $"SELECT DISTINCT ON (runIndex) * FROM read_parquet([{string.Join(", ", tables.Select(Literal))}], hive_partitioning = false)"
            : throw new StoreException(StoreProblem.NotReadable, $"no run of {folder} is there yet; run the experiment, then ask");
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void AddFailures(IEnumerable<RunRow> failures)
    {
        Execute("CREATE TABLE committed(runId VARCHAR, runIndex BIGINT, pointIndex INTEGER, replicate INTEGER, error VARCHAR)");
        using (var appender = _connection.CreateAppender("committed"))
        {
            foreach (var run in failures)
            {
                appender.CreateRow().AppendValue(run.RunId).AppendValue(run.RunIndex).AppendValue(run.PointIndex).AppendValue(run.Replicate).AppendValue(run.Error).EndRow();
            }
        }

        // A run that failed may have been tried again since.
        Execute("CREATE VIEW failures AS SELECT DISTINCT ON (runIndex) * FROM committed WHERE runId NOT IN (SELECT runId FROM runs)");
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Ask(Action ask)
    {
        try
        {
            ask();
        }
        catch (Exception error) when (error is DuckDBException or InvalidOperationException)
        {
            throw new QueryException($"the query cannot be answered: {error.Message.Trim()}\nThere are the tables runs, points and failures; \"DESCRIBE runs\" lists the columns", error);
        }
    }
}
