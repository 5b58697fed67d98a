using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The columns of a table that is made of runs.</summary>
internal interface IRowColumns
{
    /// <summary>The columns.</summary>
    ParquetSchema Schema { get; }

    /// <summary>Writes what the table says of some runs as one row group.</summary>
    Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> rows);
}
