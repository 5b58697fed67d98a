using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

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
    private const string Done = "finished";
    private const string Absent = "is not among the finished runs";

    /// <summary>
    /// Columns of one of the two alone: another version wrote the archive, so that tables cannot have the same bytes and rows are compared by the
    /// columns that both have.
    /// </summary>
    public IReadOnlyList<string> ColumnsOfOne { get; init; } = [];

    /// <summary>Whether every run has the same bits, and every table of the same version the same bytes.</summary>
    public bool Agrees => RunsDiffering == 0 && Files.Count == 0;

    /// <summary>Compares the tables of two folders of one experiment.</summary>
    /// <param name="archived">The archived results.</param>
    /// <param name="again">The results of the same experiment, run again.</param>
    /// <exception cref="StoreException">One is not a results folder, is not complete, or is damaged.</exception>
    public static Reproduction Of(string archived, string again)
    {
        var manifest = RunTable.ManifestOf(again);
        ModelRules.Require(RunTable.ManifestOf(archived), "reproduce");
        string[] tables =
        [
            .. manifest.Hashes.Keys.Concat(RunTable.ManifestOf(archived).Hashes.Keys).Where(ResultTables.Names.Contains).Distinct()
            .Order(StringComparer.Ordinal),
        ];
        var first = RunTable.ManifestOf(archived);
        string[] differing = [.. tables.Where(t => HashOf(archived, t) != HashOf(again, t))];
        if (!differing.Contains(ResultTables.Runs) && first.FormatVersion == manifest.FormatVersion)
        {
            return new(manifest.RunsDone, 0, null, differing);
        }

        var (stored, reproduced) = (RunTable.Read(archived), RunTable.Read(again));
        string[] odd = [.. NamesOf(stored).Except(NamesOf(reproduced)), .. NamesOf(reproduced).Except(NamesOf(stored))];
        var (count, difference) = Compare(stored, reproduced);
        var sameLayout = odd.Length == 0 && first.FormatVersion == manifest.FormatVersion;
        return new(manifest.RunsDone, count, difference, sameLayout ? differing : []) { ColumnsOfOne = odd };
    }

    private static IEnumerable<string> NamesOf(RunTable table) => table.Columns.Select(c => c.Name);

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

        var difference = RowDifference.Between(StoredRow.Of(stored, a), StoredRow.Of(reproduced, b)).FirstOrDefault();
        return difference.Column is null ? null : new(stored.Texts("runId")[a], index, difference.Column, difference.First, difference.Second);
    }

    // What is on the disk, whatever the manifest states.
    private static string? HashOf(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? ShardFile.HashOf(path) : null;
    }
}
