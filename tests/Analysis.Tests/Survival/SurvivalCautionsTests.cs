using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Analysis.Tests.Survival.Cox;

namespace LeadershipSim.Analysis.Tests.Survival;

public class SurvivalCautionsTests
{
    [Fact]
    public void A_curve_of_many_events_that_reaches_its_median_raises_none() =>
        Assert.Empty(SurvivalCautions.Of(KaplanMeier.Of([.. Enumerable.Range(1, 20).Select(t => new Lifetime(t, 1))])));

    [Fact]
    public void Few_events_heavy_censoring_and_a_missing_median_are_told()
    {
        var curve = KaplanMeier.Of([.. Enumerable.Range(1, 20).Select(t => new Lifetime(t, t == 3 ? 1 : 0))]);

        Assert.Equal([CautionKind.FewEvents, CautionKind.HeavyCensoring, CautionKind.HorizonTooShort], SurvivalCautions.Of(curve).Select(c => c.Kind));
    }

    // R's cox.zph rejects proportional hazards for karno in the veteran data (p = .0002 there).
    [Fact]
    public void Hazards_that_are_not_proportional_are_told_by_column()
    {
        var (_, data, ties) = CoxReference.All["veteran: coxph(Surv(time,status) ~ trt + age + karno, ties='efron')"];
        var fit = CoxModel.Fit(data, ties);

        var cautions = RegressionCautions.Of(fit, SchoenfeldTest.Of(data, fit)).ToArray();

        Assert.Contains(cautions, c => c is { Kind: CautionKind.NonProportionalHazards, Subject: "karno" });
        Assert.DoesNotContain(cautions, c => c.Kind == CautionKind.FewEvents);
    }

    [Fact]
    public void Few_events_for_the_columns_and_columns_without_estimate_are_told()
    {
        var data = new CoxData(["x", "same"], [.. Enumerable.Range(1, 8).Select(t => new CoxRow(t, true, [t % 3, 1]))]);

        Assert.Equal([CautionKind.ColumnProblem, CautionKind.FewEvents], RegressionCautions.Of(CoxModel.Fit(data)).Select(c => c.Kind));
    }

    [Fact]
    public void Restricted_means_beyond_observation_are_told()
    {
        var curves = KaplanMeier.Estimate([new(2, 1, "a"), new(5, 0, "a"), new(3, 1, "b"), new(9, 1, "b")]);

        Assert.Equal(CautionKind.BeyondObservation, SurvivalCautions.Of(RestrictedMeanContrast.Of(curves[0], curves[1], 8)).Single().Kind);
        Assert.Empty(SurvivalCautions.Of(RestrictedMeanContrast.Of(curves[0], curves[1], 4)));
    }

    [Fact]
    public void Groups_made_by_a_later_exit_are_told()
    {
        ExitObservation[] subjects = [new(new Lifetime(9, 1, "left"), 4), new(new Lifetime(3, 1, "stayed"), null)];

        Assert.Equal(CautionKind.ImmortalTime, SurvivalCautions.OfGroups(subjects)?.Kind);
        Assert.Null(SurvivalCautions.OfGroups([.. subjects.Select(s => s with { Life = s.Life with { Group = "" } })]));
    }
}
