using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Reads the text of input files.</summary>
internal static class TextFile
{
    /// <summary>Most bytes of an experiment file.</summary>
    public const int ExperimentLimit = 16 * 1024 * 1024;

    /// <summary>Most bytes of a table or network as text.</summary>
    public const int TableLimit = 256 * 1024 * 1024;

    /// <summary>The text of an experiment file; null after logging why it cannot be read.</summary>
    public static string? Read(string file, ProblemLog log) => Read(file, log, "an experiment file", ExperimentLimit);

    /// <summary>The text of a table or network that an experiment file names; null after logging why it cannot be read.</summary>
    public static string? ReadTable(string file, ProblemLog log, bool isXml = false) => Read(file, log, "a table or network", TableLimit, isXml);

    private static string? Read(string file, ProblemLog log, string what, int limit, bool isXml = false)
    {
        try
        {
            if (Directory.Exists(file))
            {
                return Refuse($"{file} is a folder; give {what}{(limit == ExperimentLimit ? " (*.yaml)" : "")}");
            }

            var info = new FileInfo(file);
            if (!info.Exists)
            {
                var pattern = limit == ExperimentLimit ? "*.y*ml" : "*" + info.Extension;
                var near = Spelling.Nearest(info.Name, info.Directory is { Exists: true } folder ? folder.EnumerateFiles(pattern).Select(f => f.Name) : []);
                return Refuse($"there is no file {file}" + (near is null ? "" : $"; did you mean \"{near}\"?"));
            }

            return TextDecoder.Decode(InputBytes.Read(file, limit, what), isXml: isXml);
        }
        catch (TextDecodingException error)
        {
            log.Add(new Place(file, error.Line, error.Column), "", $"{file} is not a text file in UTF-8: {error.Message}");
            return null;
        }
        catch (DataException error)
        {
            return Refuse(error.Message);
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
