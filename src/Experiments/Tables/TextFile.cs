using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Reads the text of input files.</summary>
internal static class TextFile
{
    private const long SizeLimit = 16 * 1024 * 1024;

    /// <summary>The text of a file; null after logging why it cannot be read.</summary>
    public static string? Read(string file, ProblemLog log)
    {
        try
        {
            if (Directory.Exists(file))
            {
                return Refuse($"{file} is a folder; give an experiment file (*.yaml)");
            }

            var info = new FileInfo(file);
            if (!info.Exists)
            {
                var near = Spelling.Nearest(info.Name, info.Directory is { Exists: true } folder ? folder.EnumerateFiles("*.y*ml").Select(f => f.Name) : []);
                return Refuse($"there is no file {file}" + (near is null ? "" : $"; did you mean \"{near}\"?"));
            }

            if (info.Length > SizeLimit)
            {
                return Refuse($"{file} has {info.Length} bytes; an experiment file has at most {SizeLimit}");
            }

            var text = File.ReadAllText(file);
            return text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal)
                ? Refuse($"{file} is not a text file in UTF-8; an experiment file is YAML text")
                : text;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refuse($"{file} cannot be read: {error.Message}");
        }

        string? Refuse(string message)
        {
            log.Add(new Place(file, 1, 1), "", message);
            return null;
        }
    }
}
