namespace LeadershipSim.Experiments.Storing;

/// <summary>The tables at the root of a results folder: points, runs, failures. Their bytes depend on the plan and its runs alone.</summary>
internal sealed class ResultTables(string folder, RunPlan plan, RunColumns columns, ShardSet shards)
{
    public const string Points = "points.parquet";
    public const string Runs = "runs.parquet";
    public const string RunsCsv = "runs.csv";
    public const string FailuresCsv = "failures.csv";

    /// <summary>Writes one row per design point.</summary>
    public void WritePoints() => AtomicFile.Write(In(Points), WritePoints);

    /// <summary>Writes the tables of runs, shard by shard, when all are there.</summary>
    public void WriteRuns()
    {
        AtomicFile.Write(In(Runs), WriteParquet);
        AtomicFile.Write(In(RunsCsv), WriteCsv);
        if (Rows().SelectMany(rows => rows).Any(r => r.Error is not null))
        {
            AtomicFile.Write(In(FailuresCsv), WriteFailures);
        }
        else
        {
            File.Delete(In(FailuresCsv));
        }
    }

    /// <summary>The table of design points.</summary>
    public void WritePoints(Stream stream) => new PointColumns(plan.Points).Write(stream);

    /// <summary>The table of runs that came to their end.</summary>
    public void WriteParquet(Stream stream) => RunFile.Write(stream, columns, Rows().Select(Done));

    /// <summary>The same as comma-separated values.</summary>
    public void WriteCsv(Stream stream)
    {
        using var text = Text(stream);
        text.WriteLine(string.Join(',', columns.Names.Select(Csv.Quote)));
        foreach (var row in Rows().SelectMany(Done))
        {
            text.WriteLine(columns.ToCsv(row));
        }
    }

    /// <summary>The runs that failed, and why.</summary>
    public void WriteFailures(Stream stream)
    {
        using var text = Text(stream);
        text.WriteLine("runId,runIndex,pointIndex,replicate,error");
        foreach (var row in Rows().SelectMany(rows => rows).Where(r => r.Error is not null))
        {
            text.WriteLine(FormattableString.Invariant($"{row.RunId},{row.RunIndex},{row.PointIndex},{row.Replicate},{Csv.Quote(row.Error!)}"));
        }
    }

    private static IReadOnlyList<RunRow> Done(IReadOnlyList<RunRow> rows) => [.. rows.Where(r => r.Error is null)];

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
