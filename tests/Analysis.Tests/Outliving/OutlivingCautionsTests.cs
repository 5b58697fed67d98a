using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class OutlivingCautionsTests
{
    [Fact]
    public void A_group_without_exits_has_one_caution_and_it_says_why() =>
        Assert.Equal([CautionKind.FewRuns], KindsFor(exits: 0, failures: 0, failedBefore: 20));

    [Fact]
    public void Few_exits_are_doubted() => Assert.Equal([CautionKind.FewRuns], KindsFor(exits: 9, failures: 9, failedBefore: 0));

    [Fact]
    public void Few_failures_are_doubted() =>
        Assert.Equal([CautionKind.FewEvents, CautionKind.HeavyCensoring, CautionKind.HorizonTooShort], KindsFor(exits: 40, failures: 5, failedBefore: 0));

    [Fact]
    public void A_horizon_too_short_for_the_median_is_told() =>
        Assert.Equal([CautionKind.HorizonTooShort], KindsFor(exits: 40, failures: 15, failedBefore: 0));

    // A flat curve looks certain, and its log-log band does not exist.
    [Fact]
    public void No_failure_at_all_is_doubted_too() => Assert.Equal([CautionKind.FewEvents], KindsFor(exits: 40, failures: 0, failedBefore: 0));

    [Fact]
    public void Many_failures_before_the_exit_make_a_selection() =>
        Assert.Equal([CautionKind.Selection], KindsFor(exits: 20, failures: 15, failedBefore: 30));

    [Fact]
    public void A_restricted_mean_beyond_what_was_observed_is_doubted() =>
        Assert.Equal([CautionKind.BeyondObservation], KindsFor(exits: 40, failures: 20, failedBefore: 0, restrictedMeanTicks: 450));

    [Fact]
    public void A_settled_group_is_not_doubted() => Assert.Empty(KindsFor(exits: 100, failures: 50, failedBefore: 20));

    // The core leaves at tick 100: failures follow at tick 150, the others reach the horizon 520 (421 ticks later).
    private static CautionKind[] KindsFor(int exits, int failures, int failedBefore, int restrictedMeanTicks = 260)
    {
        ProgramRun[] runs =
        [
            .. Enumerable.Range(0, failures).Select(r => new ProgramRun(r, 150, true, 100, null, 520)),
            .. Enumerable.Range(failures, exits - failures).Select(r => new ProgramRun(r, 520, false, 100, null, 520)),
            .. Enumerable.Range(exits, failedBefore).Select(r => new ProgramRun(r, 60, true, null, null, 520)),
        ];
        return [.. OutlivingCautions.Of(OutlivingSummary.Of(new RunGroup(new("policy", "a"), [], runs), 52, restrictedMeanTicks)).Select(c => c.Kind)];
    }
}
