using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class LeadershipReaderTests : IDisposable
{
    private const string Basis = """
        name: small
        question: q
        expectation: e
        factors: {policy: {levels: [hoarding, distributed]}}
        design: fullFactorial
        replicates: 3
        seed: 1

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Event_difference_and_intervention_are_read()
    {
        var spec = Read("leadership: director\nmeaningful: 0.1\nintervention: {remove: director, atTick: 104, after: 26}\n").Spec!;

        Assert.Equal((LeadershipEvent.Director, 0.1), (spec.Leadership, spec.Meaningful));
        Assert.Equal((ShockTarget.Director, 104, 26), (spec.Intervention!.Removal.Remove, spec.Intervention.Removal.Tick, spec.Intervention.AfterTicks));

        // Which event is analyzed changes no run; the removal adds a twin to every one.
        Assert.Equal(new ExperimentPlan(Read("").Spec!).ExperimentId, new ExperimentPlan(spec with { Intervention = null }).ExperimentId);
        Assert.NotEqual(new ExperimentPlan(Read("").Spec!).ExperimentId, new ExperimentPlan(spec).ExperimentId);
    }

    [Fact]
    public void Top_holders_are_counted() => Assert.Equal(2, Read("intervention: {top: 2, atTick: 10}\n").Spec!.Intervention!.Removal.Count);

    [Fact]
    public void The_resolved_experiment_keeps_them()
    {
        var plan = new ExperimentPlan(Read("leadership: lastFounder\nintervention: {remove: foundingCore, atTick: 52}\n").Spec!);
        var again = ExperimentReader.Read(_folder.Write("resolved.json", plan.ResolvedJson)).Spec!;

        Assert.Equal((LeadershipEvent.LastFounder, 52), (again.Leadership, again.Intervention!.Removal.Tick));
    }

    [Theory]
    [InlineData("leadership: directors\n", "did you mean")]
    [InlineData("meaningful: 1.5\n", "allowed is a share of the horizon from 0 to below 1")]
    [InlineData("intervention: {remove: everybody, atTick: 3}\n", "allowed: foundingCore, director, or top")]
    [InlineData("intervention: {remove: director}\n", "does not say when")]
    public void What_cannot_be_is_refused(string keys, string message)
    {
        var problems = Read(keys).Problems;
        Assert.Contains(problems, p => p.ToString().Contains(message, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => _folder.Dispose();

    private ReadResult Read(string keys) => ExperimentReader.Read(_folder.Write("small.yaml", Basis + keys));
}
