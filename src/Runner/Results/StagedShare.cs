using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>
/// Does a share of the next stage of a calibration or an optimization, in a folder of its own. It only reads what merges have made of the stages before:
/// each share works out by itself what the stage consists of, and does its part of it.
/// </summary>
/// <typeparam name="T">A stage.</typeparam>
/// <param name="Call">What is asked for.</param>
/// <param name="Manifest">What is worked out.</param>
/// <param name="Documents">The files that are kept with its results.</param>
internal sealed record StagedShare<T>(StagedCall Call, StagedManifest Manifest, IReadOnlyDictionary<string, string> Documents)
{
    /// <summary>Does a share of the stage after those that are there.</summary>
    /// <param name="share">The share.</param>
    /// <param name="advance">Works out the stage.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(RunShare share, Action<IReadOnlyList<T>, StageWork> advance)
    {
        var stages = StageStore.ReadFrom<T>(Call.Folder, Manifest);
        if (BatchTask.Current is { } task)
        {
            Call.Say($"{task} on {Environment.MachineName}");
        }

        Call.Say(Invariant($"{Manifest.Name}: share {share} of {Manifest.Stage} {stages.Count}, {Counted.Of(Call.Workers, "worker")}, seed {Manifest.Seed}"));
        ResultsParts.Freeze(Call.Folder, Documents, Call.Overrides, replaces: false);
        var own = new StageShare(ResultsParts.FolderOf(Call.Folder, share), Manifest.Id, share);
        try
        {
            advance(stages, (parts, part, cancellation) => own.Do(stages.Count, Call.Workers, parts, part, cancellation));
        }
        catch (PartsMissingException done)
        {
            Call.Say(Invariant($"complete: {done.Done} of the {done.Parts} parts of {Manifest.Stage} {stages.Count}"));
        }
        catch (OperationCanceledException)
        {
            Call.Error.WriteLine($"stopped before the end: what is done is kept in {own.Folder}");
            Call.Error.WriteLine(NextCommand.Of(Call.Arguments));
            return Call.IncompleteCode;
        }

        Call.Output.WriteLine(own.Folder);
        Call.Say($"next: when all shares are done: {ShellText.Command("merge", Call.Folder)}");
        return ExitCode.Complete;
    }
}
