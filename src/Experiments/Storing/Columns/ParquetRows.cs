using Parquet;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>A table of runs as a Parquet file, one row group per batch.</summary>
internal sealed class ParquetRows(Stream stream, IRowColumns columns) : IRowWriter
{
    private readonly ParquetWriter _writer = ParquetWriter.CreateAsync(columns.Schema, stream, RunColumns.Options, false, default).GetAwaiter().GetResult();

    public void Write(IReadOnlyList<RunRow> rows) => columns.WriteAsync(_writer, rows).GetAwaiter().GetResult();

    public void Dispose() => _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
