using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>A table of runs as a Parquet file, one row group per batch.</summary>
internal sealed class ParquetRows(Stream stream, IRowColumns columns) : IRowWriter
{
    private readonly ParquetWriter _writer = OpenAsync(stream, columns.Schema, columns.Columns).GetAwaiter().GetResult();

    /// <summary>How tables are written.</summary>
    public static ParquetOptions Options => new()
    {
        CompressionMethod = CompressionMethod.Zstd,

        // The default level takes thirty times as long for files a tenth smaller.
        CompressionLevel = System.IO.Compression.CompressionLevel.Fastest,
    };

    /// <summary>A file with its columns described in its metadata.</summary>
    public static async Task<ParquetWriter> OpenAsync(Stream stream, ParquetSchema schema, IReadOnlyList<Column> columns)
    {
        var writer = await ParquetWriter.CreateAsync(schema, stream, Options, false, default).ConfigureAwait(false);
        writer.CustomMetadata = Column.Metadata(columns);
        return writer;
    }

    public void Write(IReadOnlyList<RunRow> rows) => columns.WriteAsync(_writer, rows).GetAwaiter().GetResult();

    public void Dispose() => _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
