using ScottPlot;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// The font every figure is drawn with. It is part of the program: a machine without fonts would otherwise leave out every
/// label without a word, and two machines with different fonts would draw different figures.
/// </summary>
internal sealed class FigureFont : IFontResolver
{
    /// <summary>Family name, in figures and in style sheets.</summary>
    public const string Family = "DejaVu Sans";

    private static readonly Lazy<SKTypeface> Shared = new(Load);

    /// <summary>The typeface.</summary>
    public static SKTypeface Typeface => Shared.Value;

    /// <summary>Makes the plotting library use this font and no other. Asking again does no harm.</summary>
    public static void Register()
    {
        if (Fonts.FontResolvers.Any(r => r is FigureFont))
        {
            return;
        }

        Fonts.FontResolvers.Insert(0, new FigureFont());
        Fonts.Default = Family;
        Fonts.Sans = Family;
        Fonts.Serif = Family;
        Fonts.Monospace = Family;
    }

    /// <summary>A style rule that carries the Latin, Greek and mathematical part of the font inside a document.</summary>
    public static string FontFaceRule()
    {
        using var stream = Resource("DejaVuSans-Latin.woff2");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return $"@font-face{{font-family:'{Family}';src:url(data:font/woff2;base64,{Convert.ToBase64String(memory.ToArray())}) format('woff2');}}";
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Load();

    /// <inheritdoc/>
    [Obsolete("The plotting library's older form of the same question.")]
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Load();

    private static SKTypeface Load()
    {
        using var data = SKData.Create(Resource("DejaVuSans.ttf"));
        return SKTypeface.FromData(data);
    }

    private static Stream Resource(string name) =>
        typeof(FigureFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its font {name}.");
}
