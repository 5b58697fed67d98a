using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Extensions;

/// <summary>What a figure of an extension is made of.</summary>
/// <param name="Spec">The experiment.</param>
/// <param name="Plan">Its design points and runs.</param>
/// <param name="Runs">The table of its runs: factors and outputs by their names.</param>
public sealed record FinishedExperiment(ExperimentSpec Spec, ExperimentPlan Plan, RunTable Runs);
