using System.Diagnostics;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Runner.Results;

/// <summary>Estimates how long a plan takes by running a few of its runs.</summary>
internal static class TimeProbe
{
    private const int MostPoints = 12;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <summary>Time for all runs on a number of workers; null for a plan without runs.</summary>
    public static TimeSpan? Estimate(RunPlan plan, int workers)
    {
        if (plan.Count == 0)
        {
            return null;
        }

        var engine = new WorldEngine();
        var first = plan[0];
        // The first run is compiled while it runs: its time says nothing about the others.
        engine.Run(first);
        var probes = Math.Min(MostPoints, plan.Points.Count);
        var watch = Stopwatch.StartNew();
        var done = 0;
        while (done < probes && watch.Elapsed < MostTime)
        {
            var run = plan[(long)done * plan.Points.Count / probes];
            engine.Run(run);
            done++;
        }

        return watch.Elapsed / done * (double)plan.Count / Math.Max(1, Math.Min(workers, plan.Count));
    }

    /// <summary>Time for one run of an optimization, on average over its points.</summary>
    public static TimeSpan Estimate(OptimizationSpec spec)
    {
        var evaluator = new ScenarioEvaluator(spec);
        double[] At(int probe) => [.. Enumerable.Repeat((probe + 0.5) / MostPoints, spec.Factors.Count)];
        evaluator.Evaluate(At(0), new RunSeed(0, 0));
        var watch = Stopwatch.StartNew();
        var done = 0;
        while (done < MostPoints && watch.Elapsed < MostTime)
        {
            evaluator.Evaluate(At(done), new RunSeed(0, (ulong)done));
            done++;
        }

        return watch.Elapsed / done;
    }

    /// <summary>Time for one simulation of a calibration, on average over its priors.</summary>
    public static TimeSpan Estimate(CalibrationStudy study)
    {
        double[] At(int probe) => [.. Enumerable.Repeat((probe + 0.5) / MostPoints, study.Problem.Parameters)];
        study.Problem.Simulate(At(0), 0);
        var watch = Stopwatch.StartNew();
        var done = 0;
        while (done < MostPoints && watch.Elapsed < MostTime)
        {
            study.Problem.Simulate(At(done), (ulong)done);
            done++;
        }

        return watch.Elapsed / done;
    }
}
