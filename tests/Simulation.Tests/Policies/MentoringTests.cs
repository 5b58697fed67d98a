using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>What an heir takes over from its senior in a tick of mentoring.</summary>
public sealed class MentoringTests
{
    // On one dimension the heir takes over what the mentor believes, −1, 0 or +1; the others stay. As by a decision: e + .02 (1 − e).
    [Theory]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(-1, 0)]
    public void Mentoring_copies_one_belief_and_adds_experience(int mentor, int heir)
    {
        var stage = new PolicyStage(new Succession { Mentoring = 1 }, 4, new CompleteNetwork()).WithAuthority(1, 0, 0, 0).WithExperience(0.9, 0.2, 0.6, 0.3);
        Believe(stage, 0, mentor);
        Believe(stage, 2, heir);
        stage.Share();
        var (organization, beliefs) = (stage.Organization, new int[2]);
        for (var dimension = 0; dimension < organization.BeliefDimensions; dimension++)
        {
            var belief = (int)((organization.Positive[2] >> dimension) & 1) - (int)((organization.Negative[2] >> dimension) & 1);
            beliefs[belief == mentor ? 0 : 1] += belief == mentor || belief == heir ? 1 : 0;
        }

        Assert.Equal([1, organization.BeliefDimensions - 1], beliefs);
        Assert.Equal(0UL, organization.Positive[2] & organization.Negative[2]);
        Assert.Equal(0.608, stage.Experience[2], 1e-12);
    }

    private static void Believe(PolicyStage stage, int seat, int belief)
    {
        var organization = stage.Organization;
        organization.Positive[seat] = belief > 0 ? organization.Dimensions : 0;
        organization.Negative[seat] = belief < 0 ? organization.Dimensions : 0;
    }
}
