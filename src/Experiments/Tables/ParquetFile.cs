using Parquet;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Opens Parquet files; the library sees only those whose frame is sound.</summary>
internal static class ParquetFile
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">It is no Parquet file, or damaged.</exception>
    public static Task<ParquetReader> OpenAsync(string path) =>
        ParquetFooter.Problem(path) is { } problem ? throw new InvalidDataException(problem) : ParquetReader.CreateAsync(path);
}
