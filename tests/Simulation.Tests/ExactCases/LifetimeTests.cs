using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Lifetimes that follow from turnover, recruitment and succession alone.</summary>
public class LifetimeTests
{
    private const int Runs = 3000;
    private const ulong Seed = 20261;

    public static TheoryData<double[]> Systems => [.. ExpectedValues.Read("k-out-of-n-lifetime.csv")];

    [Theory]
    [MemberData(nameof(Systems))]
    public void K_out_of_n_leaders_live_as_the_Markov_chain_says(double[] system)
    {
        var (n, k, lambda, mu, mean, deviation) = ((int)system[0], (int)system[1], system[2], system[3], system[4], system[5]);
        var curve = ExpectedValues.Read("k-out-of-n-survival.csv").Where(r => r[0] == n && r[1] == k && r[2] == lambda && r[3] == mu).ToArray();

        var sample = Sample.OfOutcomes(
            Scenarios.Leaders(new Equal(), n, k, -Math.Log(1 - lambda), mu),
            Runs,
            Seed,
            [o => o.EndTick, .. curve.Select(r => (Func<ProgramOutcome, double>)(o => o.EndTick > r[4] ? 1 : 0))]);

        sample.AssertKnownSpread(0, mean, deviation, $"{k} of {n}: mean lifetime");
        Assert.NotEmpty(curve);
        for (var i = 0; i < curve.Length; i++)
        {
            sample.AssertShare(i + 1, curve[i][5], $"{k} of {n}: alive after tick {curve[i][4]}");
        }
    }

    // The leader leaves with probability p = 1 − e^−h per tick, and then the program ends with probability 1 − s: both clocks are geometric.
    [Theory]
    [InlineData(0.05, 0.5)]
    [InlineData(0.02, 0.9)]
    [InlineData(0.5, 0)]
    public void One_leader_is_outlived_exactly_when_the_succession_works(double hazard, double readiness)
    {
        var successor = new Council { CouncilSize = 1, Cooptation = readiness };
        var (leaves, ends) = (1 - Math.Exp(-hazard), (1 - Math.Exp(-hazard)) * (1 - readiness));

        var sample = Sample.OfOutcomes(
            Scenarios.Leaders(successor, seats: 3, k: 1, hazard, filling: 1),
            Runs,
            Seed,
            o => o.EndTick > o.FoundingExit.Tick ? 1 : 0,
            o => o.FoundingExit.Tick,
            o => o.EndTick,
            o => o.CoreExitTicks.Count);

        sample.AssertShare(0, readiness, "outlived the first leader");
        sample.AssertKnownSpread(1, 1 / leaves, Math.Sqrt(1 - leaves) / leaves, "first leader's exit");
        sample.AssertKnownSpread(2, 1 / ends, Math.Sqrt(1 - ends) / ends, "failure");
        sample.AssertKnownSpread(3, 1 / (1 - readiness), Math.Sqrt(readiness) / (1 - readiness), "leaders");
    }

    /// <summary>
    /// Heirs are named in every tick, but none at the founding: the first leader has to live through tick 1 and the heir
    /// through the tick in which its senior leaves, each with probability e^−h, and the heir has to be ready.
    /// </summary>
    [Theory]
    [InlineData(0.05, 0.5)]
    [InlineData(0.2, 0.9)]
    public void The_first_leader_is_outlived_when_its_heir_is_there_and_ready(double hazard, double readiness)
    {
        var heirs = new Succession { Readiness = readiness, ShareRate = 0, HeirShare = 0, Mentoring = 0, PromotionLagTicks = Scenarios.NoHorizon };
        var sample = Sample.OfOutcomes(Scenarios.Leaders(heirs, seats: 3, k: 1, hazard, filling: 1), Runs, Seed, o => o.EndTick > o.FoundingExit.Tick ? 1 : 0);
        sample.AssertShare(0, readiness * Math.Exp(-2 * hazard), "outlived the first leader");
    }

    // Ends with probability u and d per tick; the program is judged first, so a tie is the program's end.
    [Theory]
    [InlineData(0.1, 0.2)]
    [InlineData(0.005, 0.002)]
    [InlineData(0.5, 0.5)]
    public void The_program_and_its_need_end_as_competing_hazards(double u, double d)
    {
        var either = u + d - (u * d);
        var scenario = Scenarios.Leaders(new Equal(), seats: 1, k: 1, -Math.Log(1 - u), filling: 0) with { Need = new() { EndProbability = d } };

        var sample = Sample.OfOutcomes(
            scenario, Runs, Seed, o => o.EndCause == EndCause.Failure ? 1 : 0, o => o.EndTick, o => o.EndCause == EndCause.Horizon ? 1 : 0);

        sample.AssertShare(0, u / either, "program first");
        sample.AssertKnownSpread(1, 1 / either, Math.Sqrt(1 - either) / either, "first end");
        Assert.Equal(0, sample.Mean(2));
    }
}
