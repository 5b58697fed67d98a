using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Writes a file completely or not at all; an existing file is replaced.</summary>
internal static class OutputFile
{
    /// <summary>Writes it.</summary>
    /// <exception cref="CommandException">It cannot be written.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            Leftovers.RemoveBeside(file);
            using (var stream = File.Create(temporary))
            {
                write(stream);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.ResultsUnusable, $"error: {file} cannot be written: {WriteFailure.OfFile(file, error)}. Choose another place");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
