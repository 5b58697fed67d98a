using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.Tests;

/// <summary>An experiment run in this process, without a results folder.</summary>
internal sealed record SampleStudy(ExperimentSpec Spec, ExperimentPlan Plan, OutlivingStudy Study)
{
    /// <summary>Runs an experiment file.</summary>
    public static SampleStudy Of(string file, params string[] overrides)
    {
        var result = ExperimentReader.Read(file, overrides);
        var spec = result.Spec ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
        var plan = new ExperimentPlan(spec);
        var engine = new TickEngine();
        var runs = Enumerable.Range(0, (int)plan.Count).Select(i => plan[i])
            .Select(run => (run.Point, Run: Run(run, engine.Run(run.Point.Scenario, run.Seed))))
            .ToLookup(r => r.Point.Index, r => r.Run);
        PointRuns[] points = [.. plan.Points.Select(p => new PointRuns(p, [.. runs[p.Index]]))];
        return new(spec, plan, OutlivingStudy.Of(spec, points, plan.Count));
    }

    private static ProgramRun Run(PlannedRun run, ProgramOutcome outcome) => new(
        run.Replicate,
        outcome.EndTick,
        outcome.EndCause == EndCause.Failure,
        outcome.FoundingExit.Occurred ? outcome.FoundingExit.Tick : null,
        outcome.NeedEnd.Occurred ? outcome.NeedEnd.Tick : null,
        run.Point.Scenario.HorizonTicks);
}
