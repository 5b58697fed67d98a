using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.State;

public sealed class LearningProgramTests
{
    private static LearningProgram Founded()
    {
        var program = new LearningProgram();
        program.Reset(0.8);
        return program;
    }

    [Fact]
    public void It_fails_after_the_grace_and_not_before()
    {
        var program = Founded();
        for (var tick = 1; tick < 4; tick++)
        {
            program.Judge(works: false, graceTicks: 4);
            Assert.True(program.IsAlive);
        }

        program.Judge(works: false, graceTicks: 4);
        Assert.Equal(EndCause.Failure, program.Ended);
    }

    [Fact]
    public void A_good_tick_starts_the_grace_again()
    {
        var program = Founded();
        for (var tick = 0; tick < 20; tick++)
        {
            program.Judge(works: tick % 4 == 3, graceTicks: 4);
        }

        Assert.True(program.IsAlive);
    }

    [Fact]
    public void An_ended_program_never_revives_and_keeps_its_first_cause()
    {
        var program = Founded();
        program.Judge(works: false, graceTicks: 1);
        program.Perform(1, 1);
        program.Judge(works: true, graceTicks: 1);
        program.End(EndCause.NeedEnded);
        Assert.Equal(EndCause.Failure, program.Ended);
    }

    [Fact]
    public void Vitality_follows_success_at_its_rate()
    {
        var program = Founded();
        program.Perform(0.4, 0.05);
        Assert.Equal(0.78, program.Vitality, 1e-12);
    }
}
