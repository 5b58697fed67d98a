using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>Exponential averages with a memory of M ticks: what was added k ticks ago weighs (1 − 1/M)^k.</summary>
public sealed class FadingSumsTests
{
    private static FadingSums Of(int seats)
    {
        var sums = new FadingSums();
        sums.Reset(seats);
        return sums;
    }

    // The common scale is brought back to 1 below 1e-100, at .5^333.
    [Theory]
    [InlineData(1)]
    [InlineData(332)]
    [InlineData(333)]
    [InlineData(340)]
    public void What_was_added_fades_however_long_it_lasts(int ticks)
    {
        var sums = Of(3);
        sums.Add(0, 1);
        sums.Add(2, 3);
        for (var tick = 0; tick < ticks; tick++)
        {
            sums.Fade(0.5);
        }

        sums.Add(1, 0.5);
        sums.Add(1, 0.25);
        var left = Math.Pow(0.5, ticks);
        Assert.Equal(left, sums[0], 1e-12 * left);
        Assert.Equal(0.75, sums[1], 1e-12);
        Assert.Equal(3 * left, sums[2], 3e-12 * left);
        var all = new double[3];
        sums.CopyTo(all);
        Assert.Equal([sums[0], sums[1], sums[2]], all);
        Assert.Equal(3, sums.InOwnUnit.Length);
        Assert.Equal(sums[2] / sums[1], sums.InOwnUnit[2] / sums.InOwnUnit[1], 1e-12);
    }

    [Fact]
    public void A_seat_can_start_from_nothing_and_so_can_all()
    {
        var sums = Of(2);
        sums.Fade(0.5);
        sums.Add(0, 1);
        sums.Add(1, 1);
        sums.Clear(0);
        Assert.Equal((0, 1), (sums[0], sums[1]));
        sums.Reset(2);
        sums.Add(0, 1);
        Assert.Equal((1, 0), (sums[0], sums[1]));
        Assert.Equal([1, 0], sums.InOwnUnit.ToArray());
    }

    /// <summary>Memory 4: of two ticks' work ¾ of the first and all of the second count, each divided by 4.</summary>
    [Fact]
    public void Work_is_recorded_with_the_memory_of_power()
    {
        var work = new WorkRecord { MemoryTicks = 4 };
        work.Reset(2);
        work.Carry(0, 8);
        work.Consult(0, 1);
        work.OpenTick(new(), []);
        work.Carry(0, 4);
        work.Consult(1, 0);
        work.Consult(1, 0);
        Assert.Equal((2.5, 0), (work.Responsibility[0], work.Responsibility[1]));
        Assert.Equal(0.1875, work.Asked[0], 1e-12);
        Assert.Equal(0.5, work.Asked[1], 1e-12);
        Assert.Equal(0.5, work.Given[0], 1e-12);
        Assert.Equal(0.1875, work.Given[1], 1e-12);
    }

    /// <summary>Of a tick's 4 successes seat 0 has 3: ¾/4; in a tick without any success nothing moves; then seat 1 has all.</summary>
    [Fact]
    public void Shares_of_successes_stay_in_ticks_without_any()
    {
        var (work, tally) = (new WorkRecord { MemoryTicks = 4 }, new DecisionTally());
        work.Reset(2);
        tally.Reset(2);
        Resolve(tally, 0, successes: 3, failures: 1);
        Resolve(tally, 1, successes: 1, failures: 5);
        work.Succeed(tally);
        Assert.Equal((0.1875, 0.0625), (work.Successes[0], work.Successes[1]));
        tally.CloseTick();
        Resolve(tally, 0, successes: 0, failures: 2);
        work.Succeed(tally);
        Assert.Equal((0.1875, 0.0625), (work.Successes[0], work.Successes[1]));
        tally.CloseTick();
        Resolve(tally, 1, successes: 2, failures: 0);
        work.Succeed(tally);
        Assert.Equal(0.75 * 0.1875, work.Successes[0], 1e-12);
        Assert.Equal((0.75 * 0.0625) + 0.25, work.Successes[1], 1e-12);
    }

    [Fact]
    public void Whoever_takes_a_leavers_seat_has_done_nothing_yet()
    {
        var (work, tally) = (new WorkRecord { MemoryTicks = 4 }, new DecisionTally());
        work.Reset(2);
        tally.Reset(2);
        Resolve(tally, 0, successes: 1, failures: 0);
        work.Succeed(tally);
        work.Carry(0, 1);
        work.Consult(0, 1);
        work.Consult(1, 0);
        work.Leave(0);
        Assert.Equal((0, 0, 0, 0), (work.Responsibility[0], work.Successes[0], work.Given[0], work.Asked[0]));
        Assert.Equal((0.25, 0.25), (work.Given[1], work.Asked[1]));
        work.Reset(2);
        Assert.Equal((0, 0), (work.Given[1], work.Asked[1]));
    }

    private static void Resolve(DecisionTally tally, int seat, int successes, int failures)
    {
        for (var k = 0; k < successes + failures; k++)
        {
            tally.Resolve(seat, k < successes);
        }
    }
}
