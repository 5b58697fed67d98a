using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>What is made of the runs of a results folder: analyses, figures, the report.</summary>
internal static class Products
{
    /// <summary>Writes files into a results folder, and states their hashes in its manifest.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="place">The file or folder in it that is written.</param>
    /// <param name="write">Writes, and says which files.</param>
    /// <returns>Files of the same place that the manifest lists and that were not written now.</returns>
    /// <exception cref="CommandException">The place cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, string place, Func<IReadOnlyList<string>> write)
    {
        try
        {
            return RunManifest.RecordProducts(folder, place, write());
        }
        catch (Exception error) when (CauseOf(error) is not null)
        {
            var path = Path.Combine(folder, place);
            throw new CommandException(ExitCode.ResultsUnusable, $"error: {path} cannot be written: {(place == ResultsFolder.ReportFile ? WriteFailure.OfFile(path, CauseOf(error)!) : WriteFailure.OfFolder(path, CauseOf(error)!))}. "
                + $"Copy the folder to a place that can be written, and give the copy; {ShellText.Command("table", folder)} prints its tables and writes nothing");
        }
    }

    /// <summary>A note about files of earlier analyses; null: there are none.</summary>
    public static string? NoteOf(IReadOnlyList<string> left) => left.Count == 0 ? null
        : $"note: {string.Join(", ", left)}: written by an earlier version or analysis, and not by this one; remove {(left.Count == 1 ? "it" : "them")} if nothing reads {(left.Count == 1 ? "it" : "them")}";

    // Figures are written several at a time.
    private static Exception? CauseOf(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => CauseOf(first),
        StoreException => null,
        IOException or UnauthorizedAccessException => error,
        _ => null,
    };
}
