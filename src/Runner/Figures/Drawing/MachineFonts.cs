using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Fonts of this machine, for letters that the figures' own font lacks. On Linux the graphics library knows no font that it is not given.</summary>
internal static class MachineFonts
{
    private static readonly string[] Endings = [".ttf", ".otf", ".ttc"];
    private static readonly ConcurrentDictionary<int, SKTypeface?> Found = new();
    private static readonly Lazy<IReadOnlyList<SKTypeface>> Installed = new(Load);

    /// <summary>The first font that has a letter; null: no font has it.</summary>
    public static SKTypeface? With(Rune letter) => Found.GetOrAdd(letter.Value, Find);

    private static SKTypeface? Find(int letter) =>
        SKFontManager.Default.MatchCharacter(letter) is { } known && Has(known, letter) ? known : Installed.Value.FirstOrDefault(f => Has(f, letter));

    private static bool Has(SKTypeface font, int letter) => font.GetGlyph(letter) != 0;

    private static IReadOnlyList<SKTypeface> Load()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts")];
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return OperatingSystem.IsLinux()
            ? [.. folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", everywhere).Order(StringComparer.Ordinal))
                .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Select(f => SKTypeface.FromFile(f)).OfType<SKTypeface>()]
            : [];
    }
}
