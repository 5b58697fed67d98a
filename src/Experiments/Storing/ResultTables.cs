namespace LeadershipSim.Experiments.Storing;

/// <summary>The tables at the root of a results folder: points, runs, failures. Their bytes depend on the plan and its runs alone.</summary>
internal sealed class ResultTables(string folder, RunPlan plan, RunColumns columns, ShardSet shards)
{
    public const string Points = "points.parquet";
    public const string Runs = "runs.parquet";
    public const string RunsCsv = "runs.csv";
    public const string FailuresCsv = "failures.csv";
    public const string Replication = "replication.csv";

    private static readonly string[] All = [Points, Runs, RunsCsv, FailuresCsv];

    /// <summary>Whether a file of a results folder is one of the tables.</summary>
    public static bool IsTable(string file) => All.Contains(file);

    /// <summary>Writes one row per design point.</summary>
    public void WritePoints() => AtomicFile.Write(In(Points), WritePoints);

    /// <summary>Writes the tables of runs, when all are there.</summary>
    public void WriteRuns()
    {
        var failed = 0L;
        AtomicFile.Write(In(Runs), table => AtomicFile.Write(In(RunsCsv), csv => AtomicFile.Write(In(FailuresCsv), failures => failed = WriteRuns(table, csv, failures))));
        if (failed == 0)
        {
            File.Delete(In(FailuresCsv));
        }
    }

    /// <summary>Writes why each design point was not replicated further.</summary>
    public void WriteReplication(IReadOnlyList<PointPrecision> points) => AtomicFile.Write(In(Replication), stream =>
    {
        using var text = Text(stream);
        text.WriteLine("pointIndex,replicates,precise,reason");
        foreach (var point in points)
        {
            text.WriteLine(FormattableString.Invariant($"{point.PointIndex},{point.Replicates},{(point.IsPrecise ? "true" : "false")},{Csv.Quote(point.Reason)}"));
        }
    });

    /// <summary>The table of design points.</summary>
    public void WritePoints(Stream stream) => new PointColumns(plan.Points).Write(stream);

    /// <summary>Writes the runs that came to their end, the same as comma-separated values, and those that failed; each shard is read once.</summary>
    /// <returns>Runs that failed.</returns>
    public long WriteRuns(Stream table, Stream csv, Stream failures)
    {
        using var csvText = Text(csv);
        using var failuresText = Text(failures);
        var failed = 0L;
        csvText.WriteLine(string.Join(',', columns.Names.Select(Csv.Quote)));
        failuresText.WriteLine("runId,runIndex,pointIndex,replicate,error");
        RunFile.Write(table, columns, Rows().Select(WriteTexts));
        return failed;

        IReadOnlyList<RunRow> WriteTexts(IReadOnlyList<RunRow> rows)
        {
            var done = new List<RunRow>(rows.Count);
            foreach (var row in rows)
            {
                if (row.Error is null)
                {
                    done.Add(row);
                    csvText.WriteLine(columns.ToCsv(row));
                }
                else
                {
                    failed++;
                    failuresText.WriteLine(FormattableString.Invariant($"{row.RunId},{row.RunIndex},{row.PointIndex},{row.Replicate},{Csv.Quote(row.Error)}"));
                }
            }

            return done;
        }
    }

    // RFC 4180 wants both characters at a line's end.
    private static StreamWriter Text(Stream stream) => new(stream, leaveOpen: true) { NewLine = "\r\n" };

    private IEnumerable<IReadOnlyList<RunRow>> Rows()
    {
        for (var shard = 0; shard < shards.Count; shard++)
        {
            var rows = shards.Read(shard);
            if (rows.Count != shards.RangeOf(shard).Count)
            {
                throw new IOException(FormattableString.Invariant($"shard {shard} of {folder} changed while it was read."));
            }

            yield return rows;
        }
    }

    private string In(string name) => Path.Combine(folder, name);
}
