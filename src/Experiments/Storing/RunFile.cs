using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Storing;

/// <summary>A table of runs as a Parquet file.</summary>
internal static class RunFile
{
    /// <summary>Writes a table of one row group.</summary>
    public static void Write(Stream stream, IRowColumns columns, IReadOnlyList<RunRow> rows)
    {
        using var writer = new ParquetRows(stream, columns);
        writer.Write(rows);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="outputs">The outputs to read.</param>
    public static IReadOnlyList<RunRow> Read(string file, IReadOnlyList<Output> outputs) =>
        [.. ParquetFile.ReadGroups(file, (reader, group) => RunColumns.ReadAsync(group, reader.Schema, outputs)).SelectMany(rows => rows)];
}
