using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class CalibrationReaderTests
{
    private const string Valid = """
        name: small
        question: Which?
        expectation: These.
        baseline: {organization: {seats: 8, sites: 1}, horizonTicks: 60, policy: {kind: distributed}}
        seed: 5
        calibration:
          priors:
            turnover.hazardPerTick: {range: {from: 0.002, to: 0.05, scale: log}}
            policy.shareRate: {distribution: {kind: beta, a: 2, b: 5}}
            organization.seats: {range: {from: 6, to: 12}}
          runs: 4
          summaries:
            - {output: failed, statistic: mean, observed: 0.4}
            - {output: endTick, statistic: quantile, share: 0.9, observed: 50, weight: 2, scale: 10}
            - {statistic: survival, at: 20, data: programs.csv, time: weeks, event: closed}
            - {statistic: restrictedMean, to: 30, observed: 12.5}
          method: {kind: adaptivePopulation, particles: 40}
          stop: {populations: 3, epsilon: 0.1}
          predictiveDraws: 7
        """;

    private const string Lives = "site,weeks,closed\na,5,1\nb,30,0\nc,NA,1\nd,12,1\n";

    [Fact]
    public void A_calibration_is_read_with_all_it_says()
    {
        var spec = Read(Valid).Calibration!;
        Assert.Equal(["turnover.hazardPerTick", "policy.shareRate", "organization.seats"], spec.Priors.Select(p => p.Path));
        Assert.IsType<LogUniform>(spec.Priors[0].Distribution);
        Assert.IsType<WholeNumbers>(spec.Priors[2].Distribution);
        Assert.Equal((4, 5UL, 7), (spec.Runs, spec.Seed, spec.PredictiveDraws));
        Assert.Equal(["mean of failed", "0.9 quantile of endTick", "survival at 20", "restricted mean to 30"], spec.Summaries.Select(s => s.Name));
        Assert.Equal((2.0, 10.0), (spec.Summaries[1].Weight, spec.Summaries[1].Scale!.Value));
        Assert.Equal([(5, true), (30, false), (12, true)], spec.Summaries[2].Data!.Known);
        Assert.Equal(1, spec.Summaries[2].Data!.LeftOut);
        Assert.Equal(40, Assert.IsType<AdaptivePopulationSettings>(spec.Method).Particles);
        Assert.Equal(new StoppingRule { Populations = 3, Epsilon = 0.1 }, spec.Stop);
    }

    [Fact]
    public void The_resolved_file_and_its_inputs_are_the_same_calibration()
    {
        var plan = new CalibrationPlan(Read(Valid).Calibration!);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "inputs"));
        foreach (var (name, text) in plan.Inputs)
        {
            File.WriteAllText(Path.Combine(folder.Path, name), text);
        }

        var again = new CalibrationPlan(ExperimentReader.Read(folder.Write("resolved.json", plan.ResolvedJson)).Calibration!);
        Assert.Equal(plan.CalibrationId, again.CalibrationId);
        Assert.Equal(plan.ResolvedJson, again.ResolvedJson);
    }

    [Fact]
    public async Task The_schema_accepts_the_resolved_file() =>
        Assert.Empty(await SchemaValidator.ProblemsAsync(new CalibrationPlan(Read(Valid).Calibration!).ResolvedJson));

    [Theory]
    [InlineData("epsilon: 0.1", "epsilon: 0.2", false)]
    [InlineData("runs: 4", "runs: 5", false)]
    [InlineData("observed: 0.4", "observed: 0.5", false)]
    [InlineData("a: 2", "a: 3", false)]
    [InlineData("question: Which?", "question: Which of them?", true)]
    [InlineData("epsilon: 0.1", "epsilon: 0.1, seconds: 5", true)]
    public void What_determines_the_result_determines_the_id(string before, string after, bool isSame) =>
        Assert.Equal(isSame, new CalibrationPlan(Read(Valid).Calibration!).CalibrationId == new CalibrationPlan(
            Read(Valid.Replace(before, after, StringComparison.Ordinal)).Calibration!).CalibrationId);

    [Theory]
    [InlineData("seed: 5", "sed: 5", 5, "did you mean \"seed\"?")]
    [InlineData("seed: 5", "replicates: 5", 5, "a calibration has no replicates; what varies")]
    [InlineData("seed: 5", "figures: []", 5, "a calibration has no figures; leave it out")]
    [InlineData("runs: 4", "runz: 4", 11, "unknown key \"runz\"; allowed in calibration: priors")]
    [InlineData("runs: 4", "runs: 0", 11, "calibration.runs is \"0\"; allowed is a whole number from 1")]
    [InlineData("runs: 4", "runs:", 11, "the key \"runs\" is missing; a calibration needs priors, runs, summaries, method")]
    [InlineData("turnover.hazardPerTick: {range", "turnover.hazardPerTik: {range", 8, "did you mean \"turnover.hazardPerTick\"?")]
    [InlineData("{range: {from: 0.002, to: 0.05, scale: log}}", "{levels: [0.1]}", 8, "the prior of turnover.hazardPerTick has levels; allowed is one of range: {from, to}")]
    [InlineData("{range: {from: 0.002, to: 0.05, scale: log}}", "{range: {from: 0.002, to: 0.05, steps: 4}}", 8, "has range with steps; allowed is one of range: {from, to}")]
    [InlineData("{range: {from: 0.002, to: 0.05, scale: log}}", "{range: {from: 0.5, to: 0.05}}", 8, "from must be less than to")]
    [InlineData("kind: beta, a: 2, b: 5", "kind: normal, mean: 0.2, standardDeviation: 0.1", 9, "Take a bounded distribution such as truncatedNormal")]
    [InlineData("kind: beta,", "kind: bta,", 9, "did you mean \"beta\"?")]
    [InlineData("organization.seats: {range", "policy: {range", 10, "the range of policy is")]
    [InlineData("output: failed", "output: faild", 13, "did you mean \"failed\"?")]
    [InlineData("statistic: mean", "statistic: average", 13, "allowed: mean, median, quantile, standardDeviation, survival, restrictedMean")]
    [InlineData("statistic: mean, ", "", 13, "the key \"statistic\" is missing")]
    [InlineData(", observed: 0.4}", "}", 13, "mean has no observed value; write observed: (the value)")]
    [InlineData("statistic: mean, ", "statistic: mean, share: 0.5, ", 13, "the key \"share\" does not belong to mean")]
    [InlineData("share: 0.9, ", "", 14, "the key \"share\" is missing; quantile needs it")]
    [InlineData("share: 0.9", "share: 9", 14, "share is \"9\"; allowed is a number above 0, up to 1")]
    [InlineData("weight: 2", "weight: 0", 14, "weight is \"0\"; allowed is a number above 0")]
    [InlineData("at: 20, ", "", 15, "the key \"at\" is missing; survival needs it")]
    [InlineData("at: 20, ", "at: 31, ", 15, "was observed to 30, and the statistic looks to 31")]
    [InlineData("restrictedMean, to: 30", "restrictedMean, to: 61", 16, "restrictedMean looks to 61 ticks after the exit, and runs end at tick 60")]
    [InlineData("data: programs.csv", "data: program.csv", 15, "program.csv cannot be read")]
    [InlineData("time: weeks", "time: week", 15, "did you mean \"weeks\"?")]
    [InlineData("event: closed", "event: site", 15, "\"a\" is not a number")]
    [InlineData(", event: closed", "", 15, "the key \"event\" is missing or no text")]
    [InlineData("event: closed", "event: closed, observed: 1", 15, "survival has both observed and data")]
    [InlineData("restrictedMean, to: 30", "restrictedMean, output: endTick, to: 30", 16, "the key \"output\" does not belong to restrictedMean")]
    [InlineData("restrictedMean, to: 30, observed: 12.5", "survival, at: 20, observed: 0.5", 16, "the statistic survival at 20 stands twice")]
    [InlineData("kind: adaptivePopulation", "kind: adaptivePopulaton", 17, "did you mean \"adaptivePopulation\"?")]
    [InlineData("particles: 40", "particles: 1", 17, "calibration.method.particles is 1; allowed is a whole number from 4")]
    [InlineData("particles: 40", "particles: 4, keptShare: 0.1", 17, "at least 2 have to be kept")]
    [InlineData("kind: adaptivePopulation, particles: 40", "kind: rejection, draws: 20", 18, "calibration.stop.epsilon is a tolerance to stop at, and rejection has none that falls; write it as method.epsilon")]
    [InlineData("kind: adaptivePopulation, particles: 40", "kind: rejection, draws: 20", 17, "acceptedShare is 0.05 of 20 draws, fewer than 2")]
    [InlineData("kind: adaptivePopulation, particles: 40", "kind: historyMatching, points: 11", 17, "a wave with 3 parameters needs more than 11")]
    [InlineData("kind: adaptivePopulation, particles: 40", "kind: historyMatching", 13, "history matching needs the variance of every observed statistic")]
    [InlineData("populations: 3", "populations: 0.5", 18, "calibration.stop.populations is \"0.5\"; allowed is a whole number from 1")]
    [InlineData("epsilon: 0.1", "epsilon: -1", 18, "calibration.stop.epsilon is \"-1\"; allowed is a number above 0")]
    [InlineData("predictiveDraws: 7", "predictiveDraws: many", 19, "calibration.predictiveDraws is \"many\"; allowed is a whole number from 0")]
    public void A_defect_is_named_with_its_line_and_what_is_allowed(string good, string bad, int line, string message)
    {
        Assert.Contains(good, Valid, StringComparison.Ordinal);
        var result = Read(Valid.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(result.Calibration);
        Assert.Null(result.Spec);
        var problems = result.Problems.Select(p => p.ToString()).ToList();
        Assert.True(problems.Exists(p => p.Contains(FormattableString.Invariant($".yaml:{line}:"), StringComparison.Ordinal)
            && p.Contains(message, StringComparison.Ordinal)), string.Join('\n', problems));
    }

    [Theory]
    [InlineData("a,-1,1\n", "allowed are times from 0 on, and 0 (still alive) or 1 (ended)")]
    [InlineData("a,4,2\n", "programs.csv:2: weeks is 4 and closed 2")]
    [InlineData("a,NA,1\n", "has no row with both weeks and closed")]
    public void Lives_that_are_none_are_refused(string rows, string message) =>
        Assert.Contains(Read(Valid, "site,weeks,closed\n" + rows).Problems, p => p.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Values_laid_over_the_file_reach_the_section()
    {
        Assert.Equal(9, Read(Valid, Lives, "calibration.runs=9").Calibration!.Runs);
        Assert.Equal(60, Assert.IsType<AdaptivePopulationSettings>(Read(Valid, Lives, "calibration.method.particles=60").Calibration!.Method).Particles);
    }

    [Fact]
    public void A_calibration_can_extend_a_baseline()
    {
        using var folder = new TemporaryFolder();
        folder.Write("programs.csv", Lives);
        folder.Write("base.yaml", "baseline: {horizonTicks: 33}\n");
        var spec = ExperimentReader
            .Read(folder.Write("a.yaml", Valid.Replace("horizonTicks: 60, ", "", StringComparison.Ordinal) + "\nextends: base.yaml\n")).Calibration!;
        Assert.Equal(33, spec.Baseline.HorizonTicks);
    }

    private static ReadResult Read(string text, string lives = Lives, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        folder.Write("programs.csv", lives);
        return ExperimentReader.Read(folder.Write("a.yaml", text), overrides);
    }
}
