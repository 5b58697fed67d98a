using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Running;

/// <summary>One of several equal shares of the parts of a stage, for a process of its own; what it has done is kept in a folder of its own.</summary>
/// <param name="Folder">The folder of the share.</param>
/// <param name="Id">What is calibrated or optimized.</param>
/// <param name="Share">Which share.</param>
public sealed record StageShare(string Folder, string Id, RunShare Share)
{
    private static readonly TimeSpan CommitInterval = new SweepOptions().CommitInterval;

    /// <summary>All parts of a stage, from the folders of shares.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="id">What is calibrated or optimized.</param>
    /// <param name="stage">Number of the stage, from 0.</param>
    /// <param name="parts">Its parts.</param>
    /// <exception cref="PartsMissingException">Not all are there.</exception>
    public static IReadOnlyList<double[][]> Gather(IEnumerable<string> folders, string id, int stage, int parts)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var done = new double[parts][][];
        foreach (var folder in folders)
        {
            Take(folder, id, stage, done, 0);
        }

        return done.Contains(null) ? throw new PartsMissingException(done.Count(d => d is not null), parts) : done;
    }

    /// <summary>Does what is missing of the share, and keeps it.</summary>
    /// <param name="stage">Number of the stage, from 0.</param>
    /// <param name="workers">Worker threads.</param>
    /// <param name="parts">Parts of the whole stage.</param>
    /// <param name="part">Does one.</param>
    /// <param name="cancellation">Stops between two parts; those that are done are kept.</param>
    /// <exception cref="PartsMissingException">Always: the share is complete, and the stage is put together by a merge.</exception>
    /// <exception cref="StoreException">Its folder cannot be written, or another process works in it.</exception>
    public IReadOnlyList<double[][]> Do(int stage, int workers, int parts, Func<int, double[][]> part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var (first, count) = Share.RangeOf(parts);
        var done = new double[count][][];
        try
        {
            DurableFolder.Create(Folder);
            using var alone = FolderLock.Take(Folder);
            if (alone.Holds)
            {
                ResultDocuments.RemoveUnfinished(Folder);
            }

            Take(Folder, Id, stage, done, (int)first);
            int[] missing = [.. Enumerable.Range(0, done.Length).Where(k => done[k] is null)];
            Do(missing, k => done[k] = part((int)first + k), () => Keep(stage, parts, (int)first, done), workers, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotWritable, $"{Folder} cannot be written: {WriteFailure.OfFolder(Folder, error)}", error);
        }

        throw new PartsMissingException(done.Length, parts);
    }

    private static void Take(string folder, string id, int stage, double[][]?[] done, int first)
    {
        if (StageParts.Read(folder, id, stage) is { } there)
        {
            foreach (var part in there.Done.Where(p => p.Part >= first && p.Part < first + done.Length))
            {
                done[part.Part - first] = part.Values;
            }
        }
    }

    private static void Do(int[] missing, Func<int, double[][]> part, Action keep, int workers, CancellationToken cancellation)
    {
        var (clock, keeping) = (TimeProvider.System, new Lock());
        var last = clock.GetTimestamp();
        try
        {
            StageThreads.On(workers)(missing.Length, k =>
            {
                var values = part(missing[k]);
                lock (keeping)
                {
                    if (clock.GetElapsedTime(last) >= CommitInterval)
                    {
                        keep();
                        last = clock.GetTimestamp();
                    }
                }

                return values;
            }, cancellation);
        }
        finally
        {
            keep();
        }
    }

    private void Keep(int stage, int parts, int first, double[][]?[] done) => new StageParts(
        parts, [.. from k in Enumerable.Range(0, done.Length) where done[k] is not null select new StagePart(first + k, done[k]!)]).Write(Folder, Id, stage);
}
