using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The columns of a table that is made of runs.</summary>
internal interface IRowColumns
{
    /// <summary>The fields of the file.</summary>
    ParquetSchema Schema { get; }

    /// <summary>What its columns hold.</summary>
    IReadOnlyList<Column> Columns { get; }

    /// <summary>Writes what the table says of some runs as one row group.</summary>
    Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> rows);
}
