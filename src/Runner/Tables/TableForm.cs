namespace LeadershipSim.Runner.Tables;

/// <summary>The forms in which a table is written.</summary>
internal enum TableForm
{
    /// <summary>Aligned columns.</summary>
    Text,

    /// <summary>Comma-separated text with every digit.</summary>
    Csv,

    /// <summary>JSON with units and every digit.</summary>
    Json,

    /// <summary>A pipe table of Markdown.</summary>
    Markdown,

    /// <summary>A table for LaTeX with booktabs.</summary>
    Latex,
}
