using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The tables at the root of a results folder: points, runs, failures, and what else was asked for. Their bytes depend on the plan
/// and its runs alone.
/// </summary>
internal sealed class ResultTables(string folder, RunPlan plan, RunColumns columns, ShardSet shards)
{
    public const string Points = "points.parquet";
    public const string Runs = "runs.parquet";
    private const string RunsCsv = "runs.csv";
    public const string Failures = "failures.parquet";
    private const string FailuresCsv = "failures.csv";
    public const string Replication = "replication.csv";
    public const string ColumnsFile = "columns.json";
    private static readonly string[] OfFailures = [Failures, FailuresCsv];

    /// <summary>The names of the tables that an experiment can have.</summary>
    public static IReadOnlyList<string> Names { get; } = [Points, Runs, RunsCsv, Failures, FailuresCsv, RecordFiles.Events, RecordFiles.Series, Replication];

    /// <summary>The names of the tables that are there when all runs are; those of failures only when a run failed.</summary>
    public static IEnumerable<string> NamesFor(RunOutputs outputs) => [Runs, RunsCsv, Failures, FailuresCsv, .. RecordFiles.NamesFor(outputs)];

    /// <summary>Writes one row per design point.</summary>
    public void WritePoints() => AtomicFile.Write(In(Points), WritePoints);

    /// <summary>Writes what the columns of all tables hold.</summary>
    public void WriteColumns() => AtomicFile.WriteText(In(ColumnsFile), ColumnsText());

    /// <summary>Whether the folder's tables were written with the columns of this version: only then they can have the same bytes.</summary>
    public bool HasItsColumns() => File.Exists(In(ColumnsFile)) && File.ReadAllText(In(ColumnsFile)) == ColumnsText();

    private string ColumnsText() => ColumnsDocument.Of(
    [
        ("runs", columns.Columns),
        ("points", new PointColumns(plan.Points).Columns),
        ("failures", new FailureColumns(plan.Points).Columns),
        .. new RecordFiles(plan).All.Select(t => (Path.GetFileNameWithoutExtension(t.Name), t.Columns.Columns)),
    ]);

    /// <summary>Writes why each design point was not replicated further.</summary>
    public void WriteReplication(IReadOnlyList<PointPrecision> points) => AtomicFile.Write(In(Replication), stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = TextRows.LineEnd };
        text.WriteLine("pointIndex,replicates,precise,reason");
        foreach (var point in points)
        {
            text.WriteLine(
                Invariant($"{point.PointIndex},{point.Replicates},{(point.IsPrecise ? "true" : "false")},{Csv.Quote(point.Reason)}"));
        }
    });

    /// <summary>The table of design points.</summary>
    public void WritePoints(Stream stream) => new PointColumns(plan.Points).Write(stream);

    /// <summary>Writes the tables of runs, when all are there.</summary>
    public void WriteRuns()
    {
        string[] names = [.. NamesFor(plan.Outputs)];
        var failed = 0L;
        Open([]);
        foreach (var table in OfFailures.Where(_ => failed == 0))
        {
            File.Delete(In(table));
        }

        // All of them are written before any is there.
        void Open(IReadOnlyList<Stream> streams)
        {
            if (streams.Count < names.Length)
            {
                AtomicFile.Write(In(names[streams.Count]), stream => Open([.. streams, stream]));
            }
            else
            {
                failed = WriteRuns(names.Zip(streams).ToDictionary(t => t.First, t => t.Second), TextRows.LineEnd);
            }
        }
    }

    /// <summary>Hashes of the tables as they are to be, by name; lines of text end as they do in the folder, which an older version may have written.</summary>
    public IReadOnlyDictionary<string, string> Hashes()
    {
        var streams = NamesFor(plan.Outputs).Append(Points).ToDictionary(name => name, _ => new HashingStream());
        try
        {
            WritePoints(streams[Points]);
            var failed = WriteRuns(streams.Where(s => s.Key != Points).ToDictionary(s => s.Key, Stream (s) => s.Value), TextRows.LineEndOf(In(RunsCsv)));
            return streams.Where(s => failed > 0 || !OfFailures.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value.Hash);
        }
        finally
        {
            foreach (var stream in streams.Values)
            {
                stream.Dispose();
            }
        }
    }

    // Each shard is read once for all tables, which are written side by side while the next one is read.
    private long WriteRuns(Dictionary<string, Stream> streams, string lineEnd)
    {
        var writers = new List<IRowWriter>();
        try
        {
            writers.AddRange(streams.Select(s => WriterOf(s.Key, s.Value, lineEnd)));
            var failed = 0L;
            foreach (var rows in Shards().SelectMany(rows => rows).Chunk(RunsInGroup))
            {
                Task.WhenAll(writers.Select(w => Task.Run(() => w.Write(rows)))).GetAwaiter().GetResult();
                failed += rows.Count(r => r.Error is not null);
            }

            return failed;
        }
        finally
        {
            writers.ForEach(w => w.Dispose());
        }
    }

    private IRowWriter WriterOf(string name, Stream stream, string lineEnd) => name switch
    {
        Runs => new ParquetRows(stream, columns),
        RunsCsv =>
            new TextRows(stream, string.Join(',', columns.Columns.Select(c => Csv.Quote(c.Name))), r => r.Error is null, columns.WriteCsv, lineEnd),
        Failures => new ParquetRows(stream, new FailureColumns(plan.Points)),
        FailuresCsv => new TextRows(stream, "runId,runIndex,pointIndex,replicate,error", r => r.Error is not null, WriteFailure, lineEnd),
        _ => new ParquetRows(stream, new RecordFiles(plan).All.First(t => t.Name == name).Columns),
    };

    private static void WriteFailure(RunRow row, TextWriter text) =>
        text.Write(Invariant($"{row.RunId},{row.RunIndex},{row.PointIndex},{row.Replicate},{Csv.Quote(row.Error!)}"));

    private IEnumerable<IReadOnlyList<RunRow>> Shards()
    {
        var next = Task.Run(() => Read(0));
        for (var shard = 0; shard < shards.Count; shard++)
        {
            var (rows, following) = (next.GetAwaiter().GetResult(), shard + 1);
            next = Task.Run(() => Read(following));
            yield return rows;
        }
    }

    private IReadOnlyList<RunRow> Read(int shard)
    {
        if (shard >= shards.Count)
        {
            return [];
        }

        var rows = shards.Read(shard);
        return rows.Count == shards.RangeOf(shard).Count ? rows : throw new IOException(Invariant($"shard {shard} of {folder} changed while it was read."));
    }

    // In large groups columns take less space and are read faster; runs of which much is kept would fill the memory.
    private int RunsInGroup => plan.Outputs.IsNone ? 10_000 : 500;

    private string In(string name) => Path.Combine(folder, name);
}
