using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class EndIncidenceTests
{
    [Fact]
    public void Programs_alive_at_the_horizon_are_censored_and_ends_are_told_apart()
    {
        // Ten programs without censoring before the horizon: incidences are shares.
        ProgramRun[] runs =
        [
            .. Enumerable.Range(0, 2).Select(r => new ProgramRun(r, 10, Failed: true, null, null, 100)),
            .. Enumerable.Range(2, 3).Select(r => new ProgramRun(r, 20, Failed: true, 5, null, 100)),
            .. Enumerable.Range(5, 1).Select(r => new ProgramRun(r, 30, Failed: false, null, 30, 100)),
            .. Enumerable.Range(6, 4).Select(r => new ProgramRun(r, 100, Failed: false, 5, null, 100)),
        ];

        var ends = EndIncidence.Of(new RunGroup(new Arm("policy", "equal"), [], runs)).ToDictionary(e => e.End, e => e.Incidence.Rows[^1].Incidence);

        Assert.Equal(0.2, ends[EndOfProgram.FailedUnderFounders], 12);
        Assert.Equal(0.3, ends[EndOfProgram.FailedAfterExit], 12);
        Assert.Equal(0.1, ends[EndOfProgram.NeedEnded], 12);
    }
}
