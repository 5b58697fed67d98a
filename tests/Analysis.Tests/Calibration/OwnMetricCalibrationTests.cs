using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Calibration;

/// <summary>A metric that a file defines can be what a calibration compares.</summary>
public sealed class OwnMetricCalibrationTests
{
    private const string Text = """
        name: own
        question: Which turnover?
        expectation: None.
        seed: 1
        baseline: {horizonTicks: 40}
        metrics: {weak: "ticks when vitality < 0.75"}
        calibration:
          priors: {turnover.hazardPerTick: {range: {from: 0.001, to: 0.05}}}
          runs: 5
          summaries: [{output: weak, statistic: mean, observed: 10}]
          method: {kind: rejection}
        """;

    [Fact]
    public void A_summary_is_the_mean_of_the_metric_over_runs()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("leadersim-").FullName, "own.yaml");
        File.WriteAllText(file, Text);
        var result = ExperimentReader.Read(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Empty(result.Problems);
        var spec = result.Calibration!;
        var scenario = spec.Baseline with { Turnover = spec.Baseline.Turnover with { HazardPerTick = (double)spec.Priors[0].At(0.5).Setting } };
        var follower = new MetricFollower(spec.Model.OwnMetrics);
        var expected = Enumerable.Range(0, spec.Runs).Average(r => follower.Run(new TickEngine(), scenario, new RunSeed(9, (ulong)r)).Followed[0]);
        Assert.Equal(expected, new ScenarioSimulator(spec).Simulate([0.5], 9)[0], 1e-12);
        Assert.InRange(expected, 0.1, 40);
    }
}
