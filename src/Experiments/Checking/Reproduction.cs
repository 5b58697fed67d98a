using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Checking;

/// <summary>The first column of the first run in which two tables of runs differ.</summary>
/// <param name="RunId">The run.</param>
/// <param name="RunIndex">Its position in the plan.</param>
/// <param name="Column">The column; null when one of the two does not have the run, which may have failed there.</param>
/// <param name="Stored">What is archived.</param>
/// <param name="Reproduced">What was made again.</param>
public sealed record RunDifference(string RunId, long RunIndex, string? Column, string Stored, string Reproduced);

/// <summary>Archived results beside the same experiment run again.</summary>
/// <param name="Runs">Runs that were compared.</param>
/// <param name="RunsDiffering">Of these, those that differ by a bit or are in one of the two only.</param>
/// <param name="First">The first difference, in the order of the plan; null when no run differs.</param>
/// <param name="Files">Tables that do not have the same bytes.</param>
public sealed record Reproduction(long Runs, long RunsDiffering, RunDifference? First, IReadOnlyList<string> Files)
{
    private const string Done = "came to its end";
    private const string Absent = "is not among the runs that came to their end";

    /// <summary>Whether every table has the same bytes.</summary>
    public bool Agrees => RunsDiffering == 0 && Files.Count == 0;

    /// <summary>Compares the tables of two folders of one experiment.</summary>
    /// <param name="archived">The archived results.</param>
    /// <param name="again">The results of the same experiment, run again.</param>
    /// <exception cref="StoreException">One is no results folder, is not complete, or is damaged.</exception>
    public static Reproduction Of(string archived, string again)
    {
        var manifest = RunTable.ManifestOf(again);
        string[] tables = [.. manifest.Hashes.Keys.Concat(RunTable.ManifestOf(archived).Hashes.Keys).Where(ResultTables.Names.Contains).Distinct().Order(StringComparer.Ordinal)];
        string[] differing = [.. tables.Where(t => HashOf(archived, t) != HashOf(again, t))];
        var (count, first) = differing.Contains(ResultTables.Runs) ? Compare(RunTable.Read(archived), RunTable.Read(again)) : (0, null);
        return new(manifest.RunsDone, count, first, differing);
    }

    private static (long Count, RunDifference? First) Compare(RunTable stored, RunTable reproduced)
    {
        var rows = new SortedDictionary<long, (int Stored, int Reproduced)>();
        for (var row = 0; row < stored.Count; row++)
        {
            rows[(long)stored.Numbers("runIndex")[row]] = (row, -1);
        }

        for (var row = 0; row < reproduced.Count; row++)
        {
            var index = (long)reproduced.Numbers("runIndex")[row];
            rows[index] = (rows.TryGetValue(index, out var pair) ? pair.Stored : -1, row);
        }

        RunDifference[] found =
        [
            .. from entry in rows
               let difference = Between(stored, entry.Value.Stored, reproduced, entry.Value.Reproduced, entry.Key)
               where difference is not null
               select difference,
        ];
        return (found.LongLength, found.FirstOrDefault());
    }

    private static RunDifference? Between(RunTable stored, int a, RunTable reproduced, int b, long index)
    {
        if (a < 0 || b < 0)
        {
            var id = a < 0 ? reproduced.Texts("runId")[b] : stored.Texts("runId")[a];
            return new(id, index, null, a < 0 ? Absent : Done, b < 0 ? Absent : Done);
        }

        var difference = RowDifference.Between(RowOf(stored, a, index), RowOf(reproduced, b, index)).FirstOrDefault();
        return difference.Column is null ? null : new(stored.Texts("runId")[a], index, difference.Column, difference.First, difference.Second);
    }

    private static RunRow RowOf(RunTable table, int row, long index) => new(
        table.Texts("runId")[row],
        index,
        (int)table.Numbers("pointIndex")[row],
        (int)table.Numbers("replicate")[row],
        [.. OutputCatalog.All.Select(o => table.Numbers(o.Name)[row])],
        table.Texts("endCause")[row],
        table.Texts("coreExitTicks")[row],
        table.Texts("stateDigest")[row]);

    // What is on the disk, whatever the manifest states.
    private static string? HashOf(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? ShardFile.HashOf(path) : null;
    }
}
