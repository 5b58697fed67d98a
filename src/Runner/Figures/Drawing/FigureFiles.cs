namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Writes figures as files of one name: PNG (300 dots an inch), SVG, PDF, and the numbers behind them as CSV.</summary>
internal static class FigureFiles
{
    /// <summary>Endings of the files of a sweep's figures unless others are asked for.</summary>
    public static IReadOnlyList<string> UsualFormats { get; } = ["png", "svg", "csv"];

    /// <summary>All endings there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["png", "svg", "pdf", "csv"];

    /// <summary>Writes a figure.</summary>
    /// <returns>The paths of its files.</returns>
    public static IReadOnlyList<string> Write(IFigure figure, string directory) => Write([figure], directory);

    /// <summary>Writes figures, several at a time.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="directory">Where they go.</param>
    /// <param name="formats">Endings of the files; null: all.</param>
    /// <returns>The paths, figure by figure.</returns>
    public static IReadOnlyList<string> Write(IEnumerable<IFigure> figures, string directory, IReadOnlyList<string>? formats = null)
    {
        Directory.CreateDirectory(directory);
        (IFigure Figure, string Format)[] files = [.. figures.SelectMany(f => (formats ?? Formats).Select(format => (f, format)))];
        string[] paths = [.. files.Select(f => Path.Combine(directory, $"{f.Figure.Name}.{f.Format}"))];
        Parallel.For(0, files.Length, k => File.WriteAllBytes(paths[k], Bytes(files[k].Figure, files[k].Format)));
        return paths;
    }

    /// <summary>The bytes of one file.</summary>
    public static byte[] Bytes(IFigure figure, string format) => format switch
    {
        "png" => FigureRaster.Png(figure),
        "svg" => System.Text.Encoding.UTF8.GetBytes(FigureSvg.Standalone(figure)),
        "pdf" => FigureRaster.Pdf(figure),
        "csv" => System.Text.Encoding.UTF8.GetBytes(figure.Data.ToString()),
        _ => throw new ArgumentException($"format is {format}; allowed are {string.Join(", ", Formats)}", nameof(format)),
    };
}
