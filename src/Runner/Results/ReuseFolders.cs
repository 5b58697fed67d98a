using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>Finds the results folders that an experiment can take runs from.</summary>
internal static class ReuseFolders
{
    // A results folder lies in DIR, in DIR/NAME, or as a share in DIR/NAME/ID.parts.
    private const int Depth = 2;

    /// <summary>The folders beside the experiment's own, and those in other places.</summary>
    /// <param name="whole">The experiment's own results folder.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="others">Results folders or folders of results; null: nothing is taken from anywhere.</param>
    /// <param name="say">Receives which folders are left out, and why.</param>
    /// <exception cref="CommandException">There are no results in one of the other places, or nothing can be taken from it.</exception>
    public static IReadOnlyList<ReuseSource> Of(string whole, ExperimentPlan plan, IReadOnlyList<string>? others, Action<string> say)
    {
        if (others is null)
        {
            return [];
        }

        var own = new[] { whole, ResultsParts.PartsOf(whole) }.Select(Path.GetFullPath).ToArray();
        // The experiment's own folder is being written: what it lacks is no note.
        IEnumerable<string> NotOwn(IEnumerable<string> folders) => folders.Where(f => !own.Any(o => IsIn(Path.GetFullPath(f), o)));
        var sources = new List<ReuseSource>();
        foreach (var other in others)
        {
            sources.AddRange(IsResults(other) ? NotOwn([other]).Select(f => Named(f, plan)) : Found(NotOwn(Listed(other, Depth + 1)), plan, say));
        }

        sources.AddRange(Found(NotOwn(Folders(Path.GetDirectoryName(whole)!, Depth)), plan, say));
        return [.. sources.DistinctBy(s => Path.GetFullPath(s.Folder))];
    }

    private static bool IsIn(string folder, string parent) =>
        folder == parent || folder.StartsWith(parent + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static ReuseSource Named(string folder, ExperimentPlan plan)
    {
        try
        {
            return ReuseSource.Open(folder, plan);
        }
        catch (StoreException error)
        {
            throw new CommandException(ExitCode.ResultsUnusable, $"error: {error.Message}. Leave --reuse {ShellText.Quote(folder)} out, or name another folder");
        }
    }

    private static IEnumerable<ReuseSource> Found(IEnumerable<string> folders, ExperimentPlan plan, Action<string> say)
    {
        foreach (var folder in folders)
        {
            ReuseSource? source = null;
            try
            {
                source = ReuseSource.Open(folder, plan);
            }
            catch (StoreException error)
            {
                say($"note: {error.Message}");
            }

            if (source is not null)
            {
                yield return source;
            }
        }
    }

    private static List<string> Listed(string folder, int depth) => Folders(folder, depth) is { Count: > 0 } found
        ? found
        : throw new CommandException(
            ExitCode.Invalid,
            $"error: --reuse is {folder}, which {(Directory.Exists(folder) ? "holds no results" : "does not exist")}; allowed is a results folder (the one with {RunManifest.FileName}) or a folder of such folders");

    private static List<string> Folders(string folder, int depth) =>
        IsResults(folder) ? [folder]
        : depth == 0 || !Directory.Exists(folder) ? []
        : [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).SelectMany(inner => Folders(inner, depth - 1))];

    private static bool IsResults(string folder) => File.Exists(Path.Combine(folder, RunManifest.FileName));
}
