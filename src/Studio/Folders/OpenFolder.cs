using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Studio.Trials;

namespace LeadershipSim.Studio.Folders;

/// <summary>A design point of a results folder.</summary>
/// <param name="Index">Its position.</param>
/// <param name="Values">Values of the factors.</param>
/// <param name="Runs">Runs.</param>
/// <param name="AliveAtEnd">Share that never failed.</param>
/// <param name="Exits">Runs whose founding leadership left.</param>
/// <param name="Outlives">Share alive a while after.</param>
internal sealed record PointRow(int Index, IReadOnlyDictionary<string, string> Values, int Runs, Share AliveAtEnd, int Exits, Share Outlives);

/// <summary>A run of a results folder.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Point">Its design point.</param>
/// <param name="Replicate">Its replicate.</param>
/// <param name="EndTick">Its last tick.</param>
/// <param name="Cause">Why it was the last.</param>
/// <param name="ExitTick">When the founding leadership had left; null: it stayed.</param>
/// <param name="Why">Why it is surprising; empty when it is not.</param>
internal sealed record RunEntry(string RunId, int Point, int Replicate, int EndTick, string Cause, int? ExitTick, string Why);

/// <summary>What a page shows of a results folder.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Note">What to know of its runs; empty when all are there.</param>
/// <param name="Factors">Paths of the factors.</param>
/// <param name="Points">The design points.</param>
/// <param name="Arms">What is known by level of the factor that is compared.</param>
/// <param name="Surprising">Runs that turned out unlike the others of their point.</param>
internal sealed record FolderView(
    string Key,
    string Name,
    string Question,
    string Note,
    IReadOnlyList<string> Factors,
    IReadOnlyList<PointRow> Points,
    IReadOnlyList<ArmView> Arms,
    IReadOnlyList<RunEntry> Surprising);

/// <summary>A results folder that was read.</summary>
internal sealed class OpenFolder
{
    private const int MostArms = 13;

    private readonly string _key;
    private readonly string _note;
    private readonly ExperimentPlan _plan;
    private readonly RunTable _table;
    private readonly IReadOnlyList<PointRuns> _runs;
    private readonly RunEntry[] _entries;

    private OpenFolder(string key, string note, ExperimentSpec spec, ExperimentPlan plan, RunTable table)
    {
        (_key, _note, Spec, _plan, _table) = (key, note, spec, plan, table);
        _runs = RunsByPoint.Of(plan, table);
        _entries = Entries(table);
        View = Look();
    }

    /// <summary>The experiment.</summary>
    public ExperimentSpec Spec { get; }

    /// <summary>What a page shows of it.</summary>
    public FolderView View { get; }

    /// <summary>Reads a folder; of one that is not complete the replicates that all design points have.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="path">The folder.</param>
    /// <param name="trials">Where what is taken of a folder that is not complete goes.</param>
    /// <exception cref="StoreException">There is nothing to show of it yet, or it was changed.</exception>
    public static OpenFolder Read(string key, string path, string trials)
    {
        if (RunTable.ManifestOf(path).IsComplete)
        {
            return Read(key, path, "", SpecOf(path));
        }

        var whole = SpecOf(path);
        var (folder, replicates) = PartialFolder.Of(path, whole, trials);
        var note = Invariant($"Not complete: the first {replicates} of {whole.Replicates} replicates, which all design points have.");
        return Read(key, folder, note, SpecOf(folder));
    }

    private static OpenFolder Read(string key, string path, string note, ExperimentSpec spec)
    {
        var table = RunTable.Read(path);
        var plan = new ExperimentPlan(spec);
        plan = table.Manifest.Stages is { } stages ? plan.With(stages) : plan;
        return plan.ExperimentId == table.Manifest.ExperimentId ? new(key, note, spec, plan, table)
            : throw new StoreException(StoreProblem.NotReadable, $"{path} was made by another revision of the model or was changed; run its experiment again");
    }

    private static ExperimentSpec SpecOf(string path)
    {
        var read = ExperimentReader.Read(Path.Combine(path, ResultFiles.Resolved));
        return read.Spec ?? throw new StoreException(StoreProblem.NotReadable, $"{path}: {string.Join("; ", read.Problems)}");
    }

    /// <summary>The runs of a design point.</summary>
    public IReadOnlyList<RunEntry> RunsOf(int point) => [.. _entries.Where(e => e.Point == point)];

    /// <summary>A run by its id.</summary>
    /// <exception cref="StoreException">The folder has no such run.</exception>
    public PlannedRun Find(string runId) => _plan[(long)_table.Numbers("runIndex")[Replay.Find(_table, runId)]];

    private FolderView Look()
    {
        var study = OutlivingStudy.Of(Spec, _runs, _plan.Count);
        var byIndex = study.ByPoint.Zip(_runs.Where(r => r.Runs.Count > 0), (s, r) => (r.Point, Summary: s));
        return new(
            _key,
            Spec.Name,
            Spec.Question,
            _note,
            [.. Spec.Factors.Select(f => f.Path)],
            [.. byIndex.Select(p => RowOf(p.Point, p.Summary))],
            [.. study.ByArm.Take(MostArms).Select(s => ArmView.Of(s.Group, study.HorizonTicks))],
            [.. SurprisingRuns.Of(_entries)]);
    }

    private static PointRow RowOf(DesignPoint point, OutlivingSummary summary)
    {
        var runs = summary.Group.Runs;
        return new(
            point.Index,
            point.Values.ToDictionary(v => v.Path, v => Invariant($"{v.Value}")),
            runs.Count,
            Share.Of(new(runs.Count(r => !r.Failed), runs.Count)),
            summary.FoundingExits,
            Share.Of(summary.Outlives));
    }

    private static RunEntry[] Entries(RunTable table)
    {
        var (ids, causes) = (table.Texts("runId"), table.Texts("endCause"));
        var (points, replicates) = (table.Numbers("pointIndex"), table.Numbers("replicate"));
        var (ends, exits) = (table.Numbers("endTick"), table.Numbers("foundingExitTick"));
        return
        [
            .. Enumerable.Range(0, table.Count).Select(k => new RunEntry(
                ids[k], (int)points[k], (int)replicates[k], (int)ends[k], causes[k], double.IsNaN(exits[k]) ? null : (int)exits[k], "")),
        ];
    }
}
