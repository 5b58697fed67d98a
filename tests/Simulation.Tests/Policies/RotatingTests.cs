using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class RotatingTests
{
    [Fact]
    public void Authority_stays_until_the_term_ends_and_then_passes_to_another()
    {
        var stage = new PolicyStage(new Rotating(), 4, new CompleteNetwork()).WithAuthority(1, 0, 0, 0);
        stage.Tick = 25;
        Shares.AssertEqual([1, 0, 0, 0], stage.Share());
        stage.Tick = 26;
        var after = stage.Share();
        Assert.Equal(0, after[0]);
        Assert.Single(after, share => share == 1);
    }

    [Fact]
    public void The_next_is_drawn_in_proportion_to_experience_and_is_never_the_largest_holder()
    {
        var counts = new long[5];
        var stage = new PolicyStage(new Rotating { TermTicks = 1 }, 5, new CompleteNetwork(), seed: 20);
        for (var draw = 0; draw < 20_000; draw++)
        {
            stage.WithAuthority(0, 0, 1, 0, 0).WithExperience(0.1, 0.2, 0.9, 0.3, 0);
            counts[Array.IndexOf(stage.Share(), 1)]++;
        }

        GoodnessOfFit.AssertProportions([1 / 6.0, 2 / 6.0, 0, 3 / 6.0, 0], counts);
    }

    [Fact]
    public void Nobody_else_there_means_no_rotation()
    {
        var stage = new PolicyStage(new Rotating { TermTicks = 1 }, 1, new CompleteNetwork());
        Shares.AssertEqual([1], stage.Share());
    }

    [Fact]
    public void Without_any_experience_all_others_are_as_likely()
    {
        var counts = new long[4];
        var stage = new PolicyStage(new Rotating { TermTicks = 1 }, 4, new CompleteNetwork(), seed: 21).WithExperience(0, 0, 0, 0);
        for (var draw = 0; draw < 9_000; draw++)
        {
            stage.WithAuthority(1, 0, 0, 0);
            counts[Array.IndexOf(stage.Share(), 1)]++;
        }

        GoodnessOfFit.AssertProportions([0, 1 / 3.0, 1 / 3.0, 1 / 3.0], counts);
    }

    [Fact]
    public void Vacant_authority_waits_for_the_lag()
    {
        var stage = new PolicyStage(new Rotating(), 3, new CompleteNetwork()).WithAuthority(0, 1, 0);
        stage.Leave(1);
        stage.Tick += 11;
        Assert.Equal(0, stage.Succeed().Sum());
        stage.Tick += 1;
        Assert.Equal(1, stage.Succeed().Sum());
    }

    /// <summary>
    /// A chain that moves to each of the other n−1 seats alike has the uniform distribution and the eigenvalue λ = −1/(n−1): with
    /// n = 5, a share averaged over T ticks has the variance .16·(1+λ)/(1−λ)/T, a deviation of .0022 for T = 20,000.
    /// </summary>
    [Fact]
    public void Among_equals_everybody_has_one_nth_of_authority_over_time()
    {
        const int Horizon = 20_000;
        var scenario = Quiet.Equals(5, new Rotating { TermTicks = 1 }, Horizon);
        var average = new MeanAuthority(5);
        new TickEngine().Run(scenario, new RunSeed(22, 0), average);
        Shares.AssertEqual([0.2, 0.2, 0.2, 0.2, 0.2], average.Over(Horizon + 1), tolerance: 5 * 0.0022);
    }

    [Fact]
    public void Vacant_authority_passes_to_anybody_in_proportion_to_experience()
    {
        var counts = new long[4];
        var stage = new PolicyStage(new Rotating { PromotionLagTicks = 0 }, 4, new CompleteNetwork(), seed: 23);
        for (var draw = 0; draw < 6_000; draw++)
        {
            stage.WithAuthority(0, 0, 0, 1).WithExperience(0.2, 0.3, 0.5, 0.9);
            stage.Leave(3);
            counts[Array.IndexOf(stage.Succeed(), 1)]++;
            stage.Recruit(3);
        }

        GoodnessOfFit.AssertProportions([0.2, 0.3, 0.5, 0], counts);
    }

    [Fact]
    public void What_is_vacant_stays_vacant_at_the_end_of_a_term()
    {
        var stage = new PolicyStage(new Rotating { TermTicks = 1 }, 3, new CompleteNetwork()).WithAuthority(0.4, 0.6, 0);
        stage.Leave(0);
        Shares.AssertEqual([0, 0, 0.6], stage.Share());
        Assert.Equal(0.4, stage.VacantAuthority, 1e-12);
    }
}
