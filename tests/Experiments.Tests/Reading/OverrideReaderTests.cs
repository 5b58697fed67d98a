using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class OverrideReaderTests : IDisposable
{
    private const string Experiment = """
        name: a
        question: q
        expectation: e
        baseline:
          horizonTicks: 40
          turnover.hazardPerTick: 0.05
          policy: distributed
          shocks: [{tick: 10, remove: director}, {tick: 20, remove: director}]
        factors:
          channels.remote: {levels: [0.2, 0.4], weights: [1, 2]}
          demand.decisionsPerSeat: {range: {from: 0.1, to: 0.5}}
        design: latinHypercube
        replicates: 2
        seed: 1
        figures: [survival, {kind: dose, x: channels.remote}]
        """;

    private const string Calibration = """
        name: a
        question: q
        expectation: e
        baseline: {organization: {seats: 6, sites: 1}, horizonTicks: 40, policy: distributed}
        seed: 11
        calibration:
          priors:
            turnover.hazardPerTick: {range: {from: 0.005, to: 0.2}}
            policy.shareRate: {range: {from: 0.05, to: 0.5}}
          runs: 5
          summaries:
            - {output: departures, statistic: mean, observed: 9}
          method: {kind: rejection}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keys_of_every_depth_are_reached()
    {
        var spec = Read(
            "turnover.hazardPerTick=0.02", "baseline.trust.baseline=0.3", "shocks[1].tick=30", "policy.shareRate=0.2", "design.points=7",
            "factors.channels.remote.levels[1]=0.5", "figures[1].x=demand.decisionsPerSeat", "outputs.events=true", "replicates=3");
        Assert.Equal((0.02, 0.3, 10, 30),
            (spec.Baseline.Turnover.HazardPerTick, spec.Baseline.Trust.Baseline, spec.Baseline.Shocks[0].Tick, spec.Baseline.Shocks[1].Tick));
        Assert.Equal(0.2, Assert.IsType<Distributed>(spec.Baseline.Policy).ShareRate);
        Assert.Equal(7, spec.Design.CountPoints(spec.Factors));
        Assert.Equal([0.2, 0.5], spec.Factors[0].Levels.Select(l => l.Value));
        Assert.Equal((true, 3), (spec.Outputs.Events, spec.Replicates));
    }

    [Theory]
    [InlineData("channels.remote=0.5", 1)]
    [InlineData("baseline.channels.remote=0.5", 1)]
    [InlineData("channels.remote=[0.5, 0.6, 0.7]", 3)]
    [InlineData("factors.channels.remote={levels: [0.5]}", 1)]
    [InlineData("channels.remote={levels: [0.5]}", 1)]
    [InlineData("channels.remote={range: {from: 0, to: 1, step: 0.5}}", 3)]
    [InlineData("factors.channels.remote.weights=[5, 1]", 2)]
    [InlineData("factors.channels.remote.range={from: 0, to: 1, step: 0.25}", 5)]
    [InlineData("factors.trust.baseline={levels: [0.5]}", 2)]
    public void Factors_are_reached_by_their_paths(string change, int levels) => Assert.Equal(levels, Read(change).Factors[0].Levels.Count);

    [Theory]
    [InlineData("calibration.priors.turnover.hazardPerTick={range: {from: 0.01, to: 0.1}}", 2)]
    [InlineData("calibration.priors.turnover.hazardPerTick.range.to=0.1", 2)]
    [InlineData("turnover.hazardPerTick={range: {from: 0.01, to: 0.1}}", 2)]
    [InlineData("calibration.priors.turnover.hazardPerTick.distribution={kind: uniform, from: 0.01, to: 0.1}", 2)]
    [InlineData("calibration.priors.channels.remote={range: {from: 0.1, to: 0.9}}", 3)]
    public void Priors_are_reached_by_their_paths(string change, int priors)
    {
        var spec = ReadCalibration(change);
        Assert.Equal(priors, spec.Priors.Count);
        Assert.True(change.Contains("channels", StringComparison.Ordinal)
            || spec.Priors.Single(p => p.Path == "turnover.hazardPerTick").At(1 - 1e-9).Value is > 0.0999 and <= 0.1);
    }

    [Fact]
    public void A_value_in_the_place_of_a_prior_is_known()
    {
        var spec = ReadCalibration("turnover.hazardPerTick=0.03", "calibration.summaries[0].observed=7");
        Assert.Equal((0.03, "policy.shareRate", 7), (spec.Baseline.Turnover.HazardPerTick, spec.Priors.Single().Path, spec.Summaries[0].Observed));
    }

    [Fact]
    public void A_list_of_seeds_takes_the_place_of_seed_and_replicates()
    {
        var spec = Read("seeds=[7, 5]");
        var plan = new ExperimentPlan(spec);
        Assert.Equal((2, 7UL), (spec.Replicates, spec.Seed));
        Assert.Equal([7UL, 5UL], Enumerable.Range(0, (int)plan.Count).Select(k => plan[k].Seed.Root).Distinct());
        Assert.Equal(new ExperimentPlan(Read("seed=5", "replicates=1"))[0].RunId, plan[plan.Points.Count].RunId);
        Assert.Contains("\"seeds\": [", plan.ResolvedJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_drops_the_parameters_of_the_one_before() =>
        Assert.Equal("hoarding", ((ILeadershipPolicy)Read("policy.shareRate=0.2", "policy.kind=hoarding").Baseline.Policy).GetType().Name.ToLowerInvariant());

    [Theory]
    [InlineData("shocks[2].tick=5", "there is no shocks[2]: shocks has 2 items, shocks[0] to shocks[1]")]
    [InlineData("constraints[0]=x", "constraints has no items; set the whole list")]
    [InlineData("channels={remote: 0.9}", "channels.remote is varied by this experiment, so that its value in channels would not be used; set it by its own path, as in --set channels.remote=0.9")]
    [InlineData(
        "organization.sites={range: {from: 1, to: 3}}",
        "allowed is a whole number from 1 to 100000; to vary it: --set 'factors.organization.sites={range: {from: 1, to: 3}}'")]
    [InlineData("trust.step=[0.1, 0.2]", "; to vary it: --set 'factors.trust.step={levels: [0.1, 0.2]}'")]
    [InlineData("replicates=010", "replicates is \"010\" with a leading zero, which some programs read as octal; write 10")]
    [InlineData("seed=0123", "write 123")]
    [InlineData("seed=007", "write 7")]
    [InlineData("replicates='5'", "\"5\" in quotes, which makes it a text; write 5 without them")]
    [InlineData("replicates=1,000", "\"1,000\" with separators; write 1000")]
    [InlineData("seeds=[1, 1]", "seeds has 1 twice: its runs would count as two, and are the same")]
    [InlineData("seeds=[1, 02]", "seeds has \"02\" with a leading zero")]
    [InlineData("seeds=5", "seeds is \"5\"; allowed is a list of 1 to 1000000 whole numbers")]
    [InlineData("name", "is not an override; allowed is path=value")]
    public void What_cannot_be_set_is_named(string change, string message) =>
        Assert.Contains(message, string.Join('\n', ExperimentReader.Read(_folder.Write("a.yaml", Experiment), [change]).Problems), StringComparison.Ordinal);

    private ExperimentSpec Read(params string[] changes)
    {
        var result = ExperimentReader.Read(_folder.Write("a.yaml", Experiment), changes);
        return result.Spec ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }

    private CalibrationSpec ReadCalibration(params string[] changes)
    {
        var result = ExperimentReader.Read(_folder.Write("a.yaml", Calibration), changes);
        return result.Calibration ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }
}
