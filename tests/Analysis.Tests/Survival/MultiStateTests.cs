using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class MultiStateTests
{
    private static readonly string[] States = ["led", "left", "ended"];

    [Fact]
    public void Probabilities_and_errors_are_those_of_R()
    {
        var expected = FurtherReference.Part("multi_state");
        var (id, stop, to) = (expected.Numbers("id"), expected.Numbers("stop"), expected.Numbers("to"));

        // 9 stands for "no move".
        var histories = Enumerable.Range(0, id.Length).GroupBy(i => id[i]).Select(g => new StateHistory(
            "led", [.. g.Where(i => to[i] != 9).Select(i => new StateMove(stop[i], States[(int)to[i]]))], g.Max(i => stop[i])));
        var rows = MultiState.Estimate(States, [.. histories]).Single().Rows.Skip(1).ToArray();

        FurtherReference.Agree(expected, "time", rows.Select(r => (double?)r.Time));
        for (var i = 0; i < rows.Length; i++)
        {
            Agreement.Agree(expected.GetProperty("pstate")[i], rows[i].Probability, "pstate");
            Agreement.Agree(expected.GetProperty("std_err")[i], rows[i].StandardError, "std_err");
            Agreement.Agree(expected.GetProperty("n_risk")[i], rows[i].AtRisk.Select(n => (double)n), "n_risk");
        }
    }

    [Fact]
    public void Without_way_back_the_estimate_is_that_of_competing_causes()
    {
        var observations = SurvivalReference.Read(ReferenceFile.Texts("survival_pbc_competing.csv"), null);
        var causes = AalenJohansen.Estimate(observations);

        var curve = MultiState.Estimate(
            ["free", "1", "2"],
            [.. observations.Select(o => new StateHistory("free", o.Event ? [new(o.Time, FormattableString.Invariant($"{o.Cause}"))] : [], o.Time))]).Single();

        foreach (var (row, i) in curve.Rows.Skip(1).Select((r, i) => (r, i)))
        {
            Assert.Equal(causes[0].Rows[i].Incidence, row.Probability[1], 1e-12);
            Assert.Equal(causes[1].Rows[i].StandardError, row.StandardError[2], 1e-12);
            Assert.Equal(1, row.Probability.Sum(), 1e-12);
        }
    }

    // Constant hazards: the leader leaves λ, the program ends before μ0 and after μ1. Closed form: P0 = e^−(λ+μ0)t,
    // P1 = λ/(λ + μ0 − μ1)(e^−μ1t − e^−(λ+μ0)t). Times by inversion of a Weyl sequence: an even sample, within 1/√n of the law.
    [Fact]
    [Trait("Speed", "Slow")]
    public void Constant_hazards_give_the_closed_form_of_leader_and_program()
    {
        const double Leaves = 0.02, Before = 0.01, After = 0.025;
        const int Subjects = 4000;
        static double Even(int i, double irrational) => ((i + 0.5) * irrational) % 1;
        var histories = Enumerable.Range(0, Subjects).Select(i =>
        {
            var first = -Math.Log(1 - Even(i, Math.Sqrt(2))) / (Leaves + Before);
            if (Even(i, Math.Sqrt(3)) >= Leaves / (Leaves + Before))
            {
                return new StateHistory("led", [new(first, "ended")], first);
            }

            var end = first - (Math.Log(1 - Even(i, Math.Sqrt(7))) / After);
            return new StateHistory("led", [new(first, "left"), new(end, "ended")], end);
        });

        var row = MultiState.Estimate(
            States, [.. histories.Select(h => new StateHistory(h.InitialState, [.. h.Moves.Where(m => m.Time <= 52)], Math.Min(52, h.LastTime)))])
            .Single().At(52);

        Assert.Equal(0.210136, row.Probability[0], 1e-2);
        Assert.Equal(0.249583, row.Probability[1], 1e-2);
        Assert.Equal(0.540281, row.Probability[2], 1e-2);
    }

    [Fact]
    public void Histories_that_cannot_be_are_refused()
    {
        Assert.Contains("'lost'", Refusal(new StateHistory("led", [new(2, "lost")], 3)), StringComparison.Ordinal);
        Assert.Contains("single move", Refusal(new StateHistory("led", [new(2, "left"), new(2, "ended")], 3)), StringComparison.Ordinal);
        Assert.Contains("to itself", Refusal(new StateHistory("led", [new(2, "led")], 3)), StringComparison.Ordinal);
        Assert.Contains("observed last at 1", Refusal(new StateHistory("led", [new(2, "left")], 1)), StringComparison.Ordinal);
    }

    private static string Refusal(StateHistory history) => Assert.Throws<ArgumentException>(() => MultiState.Estimate(States, [history])).Message;
}
