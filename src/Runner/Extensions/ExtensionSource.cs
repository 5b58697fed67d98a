using LeadershipSim.Experiments.Identity;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Runner.Extensions;

/// <summary>Where the code of an extension comes from.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Text">Its text; null for a program without its source.</param>
/// <param name="Hash">Hash of the text, or of the program where there is no source.</param>
internal sealed record ExtensionSource(string Name, string? Text, string Hash)
{
    /// <summary>The source of the program that runs.</summary>
    public static ExtensionSource OfThisProgram()
    {
        if (ShellText.SourceFile is { } file && File.Exists(file))
        {
            return Of(Path.GetFileName(file), File.ReadAllText(file));
        }

        // A published program: built from the same sources by the same compiler it has the same bytes.
        var program = System.Reflection.Assembly.GetEntryAssembly()?.Location is { Length: > 0 } path ? path : Environment.ProcessPath!;
        return new(Path.GetFileName(program), null, ContentHash.Spell(ContentHash.Of(File.ReadAllBytes(program))));
    }

    /// <summary>A source file. Line ends do not count: version control may change them.</summary>
    public static ExtensionSource Of(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        return new(name, text, ContentHash.Spell(ContentHash.Of(text)));
    }
}
