namespace LeadershipSim.Runner.Sql;

/// <summary>How the answer to a query is written.</summary>
internal enum QueryFormat
{
    /// <summary>Aligned columns, for people.</summary>
    Table,

    /// <summary>Comma-separated values (RFC 4180).</summary>
    Csv,

    /// <summary>One JSON array with an object per row.</summary>
    Json,

    /// <summary>A pipe table of Markdown.</summary>
    Markdown,

    /// <summary>A table for LaTeX with the rules of booktabs.</summary>
    Latex,

    /// <summary>A Parquet file.</summary>
    Parquet,
}
