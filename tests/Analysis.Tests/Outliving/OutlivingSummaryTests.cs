using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class OutlivingSummaryTests
{
    private static readonly ProgramRun[] Runs =
    [
        new(0, EndTick: 100, Failed: true, ExitTick: 100, NeedEndTick: null, HorizonTicks: 520),  // lived 1 tick
        new(1, EndTick: 151, Failed: true, ExitTick: 100, NeedEndTick: null, HorizonTicks: 520),  // lived 52 ticks: not beyond
        new(2, EndTick: 152, Failed: true, ExitTick: 100, NeedEndTick: null, HorizonTicks: 520),  // lived 53 ticks
        new(3, EndTick: 520, Failed: false, ExitTick: 469, NeedEndTick: null, HorizonTicks: 520), // alive through tick 52
        new(4, EndTick: 520, Failed: false, ExitTick: 470, NeedEndTick: null, HorizonTicks: 520), // exit too late to be seen for 52
        new(5, EndTick: 110, Failed: true, ExitTick: 100, NeedEndTick: 120, HorizonTicks: 520),   // need would have ended too soon
        new(6, EndTick: 60, Failed: true, ExitTick: null, NeedEndTick: null, HorizonTicks: 520),
        new(7, EndTick: 520, Failed: false, ExitTick: null, NeedEndTick: null, HorizonTicks: 520),
    ];

    private static OutlivingSummary Summary => OutlivingSummary.Of(new RunGroup(new("policy", "any"), [], Runs), landmarkTicks: 52, restrictedMeanTicks: 260);

    [Fact]
    public void Every_run_is_counted_once()
    {
        Assert.Equal(6, Summary.FoundingExits);
        Assert.Equal(1, Summary.FailedBeforeExit);
        Assert.Equal(1, Summary.CensoredBeforeExit);
        Assert.Equal((1, 8), (Summary.FailsBeforeExit.Successes, Summary.FailsBeforeExit.Trials));
    }

    [Fact]
    public void Outliving_counts_only_programs_that_could_be_observed_so_long() =>
        Assert.Equal((2, 4), (Summary.Outlives.Successes, Summary.Outlives.Trials));

    [Fact]
    public void The_curve_is_about_the_runs_whose_core_left() =>
        Assert.Equal((6, 4), (Summary.Survival.Count, Summary.Survival.Events));
}
