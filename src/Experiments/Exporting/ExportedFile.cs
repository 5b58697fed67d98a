namespace LeadershipSim.Experiments.Exporting;

/// <summary>A file of an export.</summary>
/// <param name="Path">Its path in the export, with slashes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record ExportedFile(string Path, long Size, string Sha256)
{
    /// <summary>Its path as a relative address.</summary>
    public string Address => string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Its media type (IANA).</summary>
    public string MediaType => System.IO.Path.GetExtension(Path) switch
    {
        ".parquet" => "application/vnd.apache.parquet",
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".yaml" or ".cff" => "application/yaml",
        ".html" => "text/html",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        ".graphml" => "application/xml",
        _ => "text/plain",
    };

    /// <summary>Whether it is compressed as it is.</summary>
    public bool IsCompressed => System.IO.Path.GetExtension(Path) is ".parquet" or ".png";
}
