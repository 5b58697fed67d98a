using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class LateEntryTests
{
    [Fact]
    public void A_curve_with_late_entry_is_that_of_R()
    {
        var expected = FurtherReference.Part("late_entry");
        var (start, stop, events) = (expected.Numbers("start"), expected.Numbers("stop"), expected.Numbers("event"));

        var curve = KaplanMeier.Of([.. stop.Select((t, i) => new Lifetime(t, (int)events[i], Entry: start[i]))]);

        FurtherReference.Agree(expected, "time", curve.Rows.Select(r => (double?)r.Time));
        FurtherReference.Agree(expected, "n_risk", curve.Rows.Select(r => (double?)r.AtRisk));
        FurtherReference.Agree(expected, "surv", curve.Rows.Select(r => (double?)r.Survival));
        FurtherReference.Agree(expected, "greenwood_se", curve.Rows.Select(r => r.StandardError));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, -1)]
    [InlineData(5, double.NaN)]
    public void An_entry_that_is_not_before_the_end_is_refused(double time, double entry)
    {
        var error = Assert.Throws<ArgumentException>(() => KaplanMeier.Of([new(time, 1, Entry: entry)]));

        Assert.Contains("Lifetime 1 enters at", error.Message, StringComparison.Ordinal);
    }
}
