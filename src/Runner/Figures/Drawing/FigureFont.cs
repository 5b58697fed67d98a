using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// The font every figure is drawn with. It is part of the program: a machine without fonts would otherwise leave out every
/// label without a word, and two machines with different fonts would draw different figures. <see cref="MachineLetters"/> has what it lacks.
/// </summary>
internal static class FigureFont
{
    /// <summary>Family name, in figures and in style sheets.</summary>
    public const string Family = "DejaVu Sans";

    private static readonly Lazy<SKTypeface> Shared = new(Load);
    private static readonly Lazy<string> Rule = new(MakeRule);

    /// <summary>The typeface.</summary>
    public static SKTypeface Typeface => Shared.Value;

    /// <summary>A style rule that carries the Latin, Greek and mathematical part of the font inside a document.</summary>
    public static string FontFaceRule() => Rule.Value;

    private static string MakeRule()
    {
        using var stream = Resource("DejaVuSans-Latin.woff2");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return $"@font-face{{font-family:'{Family}';src:url(data:font/woff2;base64,{Convert.ToBase64String(memory.ToArray())}) format('woff2');}}";
    }

    private static SKTypeface Load()
    {
        using var data = SKData.Create(Resource("DejaVuSans.ttf"));
        return SKTypeface.FromData(data);
    }

    private static Stream Resource(string name) =>
        typeof(FigureFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its font {name}.");
}
