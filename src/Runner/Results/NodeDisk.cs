using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Runner.Results;

/// <summary>
/// Runs an experiment in a folder on the node's own disk, and moves the runs to the results when the session ends. What a session that was killed has left
/// there is moved first, by the next session of the same share on that disk.
/// </summary>
/// <param name="Root">The folder on the node's disk, which several sessions share.</param>
/// <param name="Input">The experiment.</param>
/// <param name="Share">The share of the plan; null: all of it.</param>
/// <param name="Options">How runs are moved: the command line, and whom to report to.</param>
/// <param name="Say">Receives what was found.</param>
internal sealed partial record NodeDisk(string Root, ExperimentInput Input, RunShare? Share, SweepOptions Options, Action<string> Say)
{
    private string Prefix => $"leadersim-{Input.Plan.ExperimentId[..8]}-{(Share is { } share ? Invariant($"{share.Index}-of-{share.Of}") : "whole")}-";

    /// <summary>Runs what is missing there, and moves it.</summary>
    /// <param name="store">The results, which stay locked meanwhile.</param>
    /// <param name="open">Opens a folder for the experiment.</param>
    /// <param name="run">Runs what is missing in a folder.</param>
    public SweepResult Run(RunStore store, Func<string, RunStore> open, Func<RunStore, SweepResult> run)
    {
        TakeLeft(store);
        var local = Path.Combine(Root, Invariant($"{Prefix}{Guid.NewGuid():N}"));
        FolderOwner.Create(local);
        SweepResult result;
        using (var here = open(local))
        {
            if (store.Manifest.Sessions.Count > 0)
            {
                StoreMerge.Merge(Input.Plan, here, [store.Folder], Options);
            }

            result = run(here);
        }

        // When this fails the folder stays, and the next session moves it.
        StoreMerge.Merge(Input.Plan, store, [local], Options);
        FolderOwner.Remove(local);
        return result;
    }

    private void TakeLeft(RunStore store)
    {
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root, Prefix + "*").Where(IsOfSession) : [])
        {
            try
            {
                TakeLeft(store, folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or StoreException { Problem: not StoreProblem.NotWritable })
            {
                // Results that cannot be written end the session; a folder that cannot be used does not.
                Options.Report?.Invoke($"warning: {folder} is not used, which an earlier session left: {error.Message}");
            }
        }
    }

    private void TakeLeft(RunStore store, string folder)
    {
        var moved = 0L;
        using (var owner = FolderOwner.Replace(folder))
        {
            if (owner is null)
            {
                return;
            }

            if (RunManifest.Read(folder) is { } manifest)
            {
                if (manifest.ExperimentId != Input.Plan.ExperimentId)
                {
                    return;
                }

                moved = StoreMerge.Merge(Input.Plan, store, [folder], Options).RanNow;
            }
        }

        FolderOwner.Remove(folder);
        Say(moved > 0
            ? $"took {Counted.Of(moved, "run")} that a killed session left in {folder}, and removed the folder"
            : $"removed {folder}, which a killed session left; no runs that are missing were in it");
    }

    private bool IsOfSession(string folder) => Ending().IsMatch(Path.GetFileName(folder)[Prefix.Length..]);

    [GeneratedRegex(@"^[0-9a-f]{32}\z")]
    private static partial Regex Ending();
}
