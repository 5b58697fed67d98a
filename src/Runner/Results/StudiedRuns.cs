using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Results;

/// <summary>The runs of an experiment as its studies read them: by design point, under an event that ends leadership.</summary>
/// <param name="spec">The experiment.</param>
/// <param name="plan">Its plan.</param>
/// <param name="table">Its runs.</param>
internal sealed class StudiedRuns(ExperimentSpec spec, ExperimentPlan plan, RunTable table)
{
    // A study and its figures read the same runs.
    private readonly ConcurrentDictionary<LeadershipEvent, IReadOnlyList<PointRuns>> _byEvent = [];

    // Report and files both show it, and it is made of the runs under every event.
    private readonly ConditionalWeakTable<OutlivingStudy, ResultTable> _robustness = [];

    /// <summary>The runs under an event, kept for who asks again.</summary>
    public IReadOnlyList<PointRuns> Under(LeadershipEvent leadership) => _byEvent.GetOrAdd(leadership, e => RunsByPoint.Of(plan, table, e));

    /// <summary>The verdicts under every event whose tick these runs record; null where there is one event, or nothing to compare.</summary>
    /// <param name="study">The study.</param>
    public ResultTable? RobustnessOf(OutlivingStudy study)
    {
        LeadershipEvent[] known = [.. LeadershipEvents.All.Where(e => table.IsNumeric(LeadershipEvents.OutputOf(e)))];
        return known.Length < 2 || !study.IsComparable ? null
            : _robustness.GetValue(study, _ => Robustness.Of(
                known.Select(e => study.Settings with { Leadership = e })
                    .Select(settings => OutlivingStudy.Bare(spec, RunsByPoint.Of(plan, table, settings.Leadership), settings)),
                new BootstrapSettings(Resamples: 1000)));
    }
}
