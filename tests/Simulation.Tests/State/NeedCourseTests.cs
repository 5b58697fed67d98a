using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>The level of the need between its points, and when it ends.</summary>
public sealed class NeedCourseTests
{
    private static readonly NeedPoint[] Points = [new() { Tick = 10, Level = 3 }, new() { Tick = 14, Level = 1 }, new() { Tick = 16, Level = 2 }];

    private static NeedCourse Of(Need need, int horizon = 100, ulong seed = 1)
    {
        var (course, random) = (new NeedCourse(), new RandomStream(seed));
        course.Reset(need, horizon, ref random);
        return course;
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(9, 3)]
    [InlineData(10, 3)]
    [InlineData(11, 2.5)]
    [InlineData(13, 1.5)]
    [InlineData(14, 1)]
    [InlineData(15, 1.5)]
    [InlineData(16, 2)]
    [InlineData(99, 2)]
    public void Between_two_points_the_level_changes_linearly_and_outside_it_stays(int tick, double expected) =>
        Assert.Equal(expected, Of(new() { Levels = Points }).LevelAt(tick));

    [Fact]
    public void Without_points_the_need_is_that_of_the_founding() => Assert.Equal(1, Of(new()).LevelAt(50));

    // Levels from tick 10: 3, 2.5, 2, 1.5, 1, 1.5, 2, 2, 2 …
    [Theory]
    [InlineData(10, 10, 3)]
    [InlineData(8, 9, 6)]
    [InlineData(9, 12, 10.5)]
    [InlineData(12, 15, 6)]
    [InlineData(15, 16, 3.5)]
    [InlineData(14, 18, 8.5)]
    [InlineData(16, 16, 2)]
    [InlineData(20, 29, 20)]
    [InlineData(30, 29, 0)]
    [InlineData(12, 11, 0)]
    public void Levels_are_added_up_over_ticks_both_ends_included(int from, int to, double expected) =>
        Assert.Equal(expected, Of(new() { Levels = Points }).SumOfLevels(from, to));

    [Theory]
    [InlineData(7, 9, 3)]
    [InlineData(9, 9, 1)]
    [InlineData(10, 9, 0)]
    public void Without_points_every_tick_counts_one(int from, int to, double expected) => Assert.Equal(expected, Of(new()).SumOfLevels(from, to));

    /// <summary>δ = .3: the need ends at tick 1 with .3, at tick 2 with .21, later with .49.</summary>
    [Fact]
    public void The_need_ends_with_its_probability_in_every_tick()
    {
        var counts = new long[3];
        for (var seed = 0UL; seed < 5_000; seed++)
        {
            counts[Math.Min(3, Of(new() { EndProbability = 0.3 }, seed: seed).EndTick) - 1]++;
        }

        GoodnessOfFit.AssertProportions([0.3, 0.21, 0.49], counts);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(5, 0, 5)]
    [InlineData(5, 1, 1)]
    public void It_ends_by_schedule_or_by_chance_whatever_comes_first(int scheduled, double probability, int expected) =>
        Assert.Equal(expected, Of(new() { EndTick = scheduled, EndProbability = probability }).EndTick);

    [Theory]
    [InlineData(99, 99, true)]
    [InlineData(100, 100, true)]
    [InlineData(101, 100, false)]
    [InlineData(0, 100, false)]
    public void An_end_beyond_the_horizon_is_not_seen(int scheduled, int tick, bool isSeen) =>
        Assert.Equal(new EventTime(tick, isSeen), Of(new() { EndTick = scheduled }).End);

    [Fact]
    public void A_need_without_end_lasts_longer_than_any_horizon() => Assert.Equal(int.MaxValue, Of(new()).EndTick);
}
