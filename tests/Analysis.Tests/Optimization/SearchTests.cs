using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Analysis.Tests.Optimization;

public sealed class SearchTests
{
    private static readonly SearchSettings Settings = new();

    [Fact]
    public void A_search_comes_near_to_a_known_optimum_through_noise()
    {
        // −(x − 0.3)² − (y − 0.8)² with noise of 0.3: the square root of the regret is the distance.
        var course = Arms.Run(Bowl(), Settings, out _);

        var best = course.Points[course.Race!.Order[0]].Position;
        Assert.InRange(best[0], 0.2, 0.4);
        Assert.InRange(best[1], 0.7, 0.9);
    }

    [Fact]
    public void Waves_follow_from_the_seed_whatever_the_workers()
    {
        var (one, two) = (Bowl(), Bowl() with { Workers = 2 });

        Assert.Equal(Texts(one), Texts(two));
        Assert.NotEqual(Texts(one), Texts(one with { Seed = 8 }));
    }

    [Fact]
    public void Waves_are_read_as_they_were_written()
    {
        foreach (var text in Texts(Bowl()))
        {
            Assert.Equal(text, StageJson.Write(StageJson.Read<Wave>(text)));
        }
    }

    [Fact]
    public void Points_that_may_not_be_run_are_not()
    {
        var problem = Bowl() with { IsAllowed = p => p[0] + p[1] <= 0.5 };

        var course = Arms.Run(problem, Settings, out _);

        Assert.All(course.Points, p => Assert.True(p.Position[0] + p.Position[1] <= 0.5));

        // The nearest allowed point to (0.3, 0.8) is (0, 0.5).
        var best = course.Points[course.Race!.Order[0]].Position;
        Assert.InRange(best[0], 0, 0.1);
        Assert.InRange(best[1], 0.4, 0.5);
    }

    [Fact]
    public void Where_no_point_may_be_run_the_message_says_so()
    {
        var study = new OptimizationStudy(Bowl() with { IsAllowed = _ => false }, Settings);

        var error = Assert.Throws<OptimizationException>(() => study.Advance([], CancellationToken.None));
        Assert.Equal("no combination of the factors keeps the constraints; loosen one of them", error.Message);
    }

    [Fact]
    public void Few_levels_are_run_once_each_and_the_search_ends()
    {
        var problem = Arms.Problem(6, 20_000, 3, (arm, world) => arm + Arms.Noise(world, arm));

        var course = Arms.Run(problem, Settings with { RaceArms = 4 }, out var reason);

        Assert.Equal(6, course.Points.Count);
        Assert.Equal((5, "one arm is left"), (Arms.Of(course.Points[course.Race!.Order[0]].Position, 6), reason));
    }

    private static OptimizationProblem Bowl() => new()
    {
        Factors = [Arms.Spread("x"), Arms.Spread("y")],
        Senses = [new Sense(1)],
        Goals = 1,
        Evaluate = (p, world) => [-Math.Pow(p[0] - 0.3, 2) - Math.Pow(p[1] - 0.8, 2) + (0.3 * Arms.Noise(world, (int)(1000 * p[0])))],
        Runs = 12_000,
        Seed = 7,
    };

    private static List<string> Texts(OptimizationProblem problem)
    {
        var study = new OptimizationStudy(problem, Settings);
        var waves = new List<Wave>();
        while (study.ReasonToStop(waves) is null)
        {
            waves.Add(study.Advance(waves, CancellationToken.None));
        }

        return [.. waves.Select(StageJson.Write)];
    }
}
