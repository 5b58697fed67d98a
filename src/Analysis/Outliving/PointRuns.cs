using LeadershipSim.Experiments.Plans;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The runs of one design point.</summary>
/// <param name="Point">The design point.</param>
/// <param name="Runs">Its runs that are done, by replicate.</param>
public sealed record PointRuns(DesignPoint Point, IReadOnlyList<ProgramRun> Runs);
