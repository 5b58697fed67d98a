using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>
/// A script with places like {command} that are filled in. A line that is nothing but one place, with nothing to fill in, is left out;
/// braces around anything else are the script's own.
/// </summary>
internal sealed partial class ScriptTemplate
{
    private const string Required = "command";

    private readonly string _text;

    private ScriptTemplate(string text) => _text = text;

    /// <summary>The template of a name that the program carries.</summary>
    public static string TextOf(string resource)
    {
        using var reader = new StreamReader(typeof(ScriptTemplate).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>A template that the program carries.</summary>
    public static ScriptTemplate Of(string resource) => new(TextOf(resource));

    /// <summary>A template of a user's own.</summary>
    /// <exception cref="CommandException">It cannot be read, or does not run anything.</exception>
    public static ScriptTemplate Read(string file)
    {
        try
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            return text.Contains($"{{{Required}}}", StringComparison.Ordinal)
                ? new(text)
                : throw new CommandException(ExitCode.Invalid, $"error: {file} has no {{{Required}}}, so it would run nothing; {ShellText.Program} slurm --print-template slurm writes a template to start from");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Invalid, $"error: --template {file} cannot be read: {error.Message}");
        }
    }

    /// <summary>The script.</summary>
    /// <param name="values">What goes into the places, by their names.</param>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var lines =
            from line in _text.Split('\n')
            let alone = Alone().Match(line)
            where !(alone.Success && values.GetValueOrDefault(alone.Groups[1].Value) == "")
            select Place().Replace(line, place => values.GetValueOrDefault(place.Groups[1].Value) ?? place.Value);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\{([a-z]+)\}$")]
    private static partial Regex Alone();
}
