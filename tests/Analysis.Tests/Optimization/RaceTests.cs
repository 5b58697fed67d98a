using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Specs;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Tests.Optimization;

public sealed class RaceTests
{
    private static readonly RaceSettings Settings = new() { Replicates = 20 };

    // The error is a bound of 0.05; 400 races lose more than 31 of their bests with probability below 0.01 if it holds exactly.
    [Theory]
    [InlineData("normal")]
    [InlineData("flag")]
    [InlineData("common")]
    public void The_best_is_lost_no_more_often_than_the_error_allows(string noise)
    {
        const int races = 400;
        double[] means = [0.50, 0.48, 0.45, 0.45, 0.30, 0.10];
        var lost = 0;
        var eliminated = 0;
        for (var race = 0; race < races; race++)
        {
            var problem = Arms.Problem(means.Length, 4000, (ulong)race, (arm, world) => noise switch
            {
                "normal" => means[arm] + (0.3 * Arms.Noise(world, arm)),
                "flag" => Arms.Uniform(world, arm) < means[arm] ? 1 : 0,
                // All arms meet the same luck: differences are small.
                _ => Arms.Uniform(world, 99) < means[arm] ? 1 : 0,
            });
            var course = Arms.Run(problem, Settings, out _);
            lost += course.Race!.Left.Contains(0) ? 0 : 1;
            eliminated += course.Race.Eliminations.Count;
        }

        Assert.True(lost <= 31, $"{lost} of {races} races lost the best");
        Assert.True(eliminated > races, "a race that eliminates nobody is no race");
    }

    // By hand: of 20 paired differences 4 are 0.5 and 16 are 0: mean 0.1, s² = (4·0.16 + 16·0.01)/19 = 0.8/19, error √(0.8/19/20) = 0.0458831,
    // t = 2.17945. One look of two arms without limits tests at 0.05/2, where Student's quantile with 19 degrees is 2.09302: eliminated. At an
    // error of 0.03 it is t(0.985) = 2.34561: left.
    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.03, 2)]
    public void A_look_is_a_paired_t_test_at_the_first_share_of_the_error(double error, int left)
    {
        Assert.Equal(2.09302, StudentT.InvCDF(0, 1, 19, 0.975), 1e-5);
        var problem = Arms.Problem(2, 40, 1, (arm, world) => arm == 0 && world.Replicate < 4 ? 0.5 : 0);

        var race = Arms.Run(problem, Settings with { Error = error }, out _).Race!;

        Assert.Equal((left, 1, 20), (race.Left.Count, race.Looks, race.Replicates));
    }

    [Fact]
    public void Looks_double_the_replicates_of_those_that_are_left_and_end_with_the_budget()
    {
        var problem = Arms.Problem(3, 200, 1, (arm, world) => (arm == 2 ? -9 : 0) + Arms.Noise(world, arm % 2 == 0 ? 0 : 1));

        var course = Arms.Run(problem, Settings, out var reason);

        // Arm 2 leaves at the first look, after 20 runs each. The others are looked at after 40 and 80; 20 runs are left for both.
        Assert.Equal([2], course.Race!.Eliminations.Select(e => e.Arm));
        Assert.Equal((20, 90, 4), (course.Points[2].Replicates(true), course.Points[0].Replicates(true), course.Race.Looks));
        Assert.Equal((200, "the 200 runs of the search are used up"), (course.Runs, reason));
    }

    [Fact]
    public void An_arm_that_breaks_a_limit_goes_and_eliminates_nobody()
    {
        // Arm 0 has the best goal and breaks the limit; arm 1 keeps it and is better than arm 2.
        var problem = Arms.Problem(3, 1000, 1, (_, _) => 0) with
        {
            Senses = [new Sense(1), new Sense(-1, 0.5)],
            Evaluate = (position, world) =>
            {
                var arm = Arms.Of(position, 3);
                return [3 - arm + (0.1 * Arms.Noise(world, arm)), (arm == 0 ? 0.9 : 0.1) + (0.1 * Arms.Noise(world, 10 + arm))];
            },
        };

        var race = Arms.Run(problem, Settings, out var reason).Race!;

        Assert.Equal([1], race.Left);
        Assert.Equal([(0, (int?)null, (int?)0), (2, 1, null)], race.Eliminations.Select(e => (e.Arm, e.By, e.Limit)));
        Assert.Equal("one arm is left", reason);
    }

    [Fact]
    public void Where_every_arm_breaks_a_limit_nobody_is_left()
    {
        var problem = Arms.Problem(2, 1000, 1, (_, _) => 0) with { Senses = [new Sense(1), new Sense(-1, 0.5)], Evaluate = (_, _) => [1, 2] };

        Assert.Empty(Arms.Run(problem, Settings, out var reason).Race!.Left);
        Assert.Equal("no arm keeps the limits", reason);
    }

    [Fact]
    public void A_difference_that_does_not_matter_ends_the_race()
    {
        var problem = Arms.Problem(2, 100_000, 1, (arm, world) => Arms.Noise(world, arm));

        var course = Arms.Run(problem, Settings with { Indifference = 0.5 }, out var reason);

        Assert.Equal("the leader is shown to be within the difference that does not matter", reason);
        Assert.InRange(course.Runs, 40, 2000);
    }

    [Fact]
    public void Of_two_goals_an_arm_goes_only_when_another_is_better_in_both()
    {
        (double First, double Second)[] means = [(0, 1), (1, 0), (0.9, 0.9), (0.5, 0.5)];
        var problem = Arms.Problem(4, 2000, 1, (_, _) => 0) with
        {
            Senses = [new Sense(1), new Sense(1)],
            Goals = 2,
            Evaluate = (position, world) =>
            {
                var arm = Arms.Of(position, 4);
                return [means[arm].First + (0.1 * Arms.Noise(world, arm)), means[arm].Second + (0.1 * Arms.Noise(world, 10 + arm))];
            },
        };

        var race = Arms.Run(problem, Settings, out _).Race!;

        Assert.Equal([0, 1, 2], race.Left.Order());
        Assert.Equal((3, 2), (race.Eliminations.Single().Arm, race.Eliminations.Single().By));
        Assert.Equal([0, 1, 2], Confirmation.Chosen(problem, race).Order());
    }
}
