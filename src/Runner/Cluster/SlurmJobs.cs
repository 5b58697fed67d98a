using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>Submits the arrays of an experiment and the merge that waits for them, all or nothing.</summary>
/// <param name="Scripts">The scripts.</param>
/// <param name="Options">More options for sbatch, which win over those in the scripts.</param>
internal sealed record SlurmJobs(ShareScripts Scripts, IReadOnlyList<string> Options)
{
    /// <summary>The jobs of a record that are queued or running; none when the queue does not answer.</summary>
    public static IReadOnlyList<QueuedTask> Active(JobRecord? record, IReadOnlyList<QueuedTask>? tasks) =>
        [.. (tasks ?? []).Where(t => (t.Waits || t.Runs) && record?.Jobs.Any(j => j.Id == t.Job) == true)];

    /// <summary>Submits shares and their merge.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="record">What was submitted before; null: nothing.</param>
    /// <param name="stages">Stages of replication that the plan has.</param>
    /// <param name="after">Jobs that the merge also waits for.</param>
    /// <returns>The record with the new jobs; it is written, too.</returns>
    /// <exception cref="CommandException">sbatch refused; what it had taken of this is cancelled again.</exception>
    public JobRecord Submit(IEnumerable<RunShare> shares, JobRecord? record, int stages, IEnumerable<string> after)
    {
        var jobs = new List<SubmittedJob>();
        try
        {
            foreach (var block in ArrayBlock.Of(shares.Select(s => s.Index), Scripts.Settings.MaxArraySize))
            {
                var limit = Scripts.Settings.AtMost is { } most ? Invariant($"%{most}") : "";
                jobs.Add(Submitted([$"--array={block.Spelled}{limit}"], Scripts.ArrayScript(block), block));
            }

            string[] dependency = [.. jobs.Select(j => j.Id).Concat(after).Distinct()];
            jobs.Add(Submitted([.. dependency.Length > 0
                ? [$"--dependency=afterany:{string.Join(':', dependency)}", "--kill-on-invalid-dep=no"] : Array.Empty<string>()], Scripts.MergeScript, null));
        }
        catch (CommandException) when (jobs.Count > 0)
        {
            SlurmQueue.Cancel([.. jobs.Select(j => j.Id)]);
            throw;
        }

        var all = new JobRecord(Scripts.Settings, stages, [.. record?.Jobs ?? [], .. jobs]);
        all.Write(Scripts.Parts);
        return all;
    }

    private SubmittedJob Submitted(IReadOnlyList<string> options, string script, ArrayBlock? block)
    {
        IReadOnlyList<string> words = [.. options, .. Options.SelectMany(o => o.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        var id = SlurmQueue.Submit(words, script);
        return new(DateTimeOffset.UtcNow, id, block?.Offset, block?.Spelled ?? "", ShellText.Line(["sbatch", .. words, script]));
    }
}
