using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>Checks at every tick what must hold in every run.</summary>
/// <param name="leaks">Whether the policy lets authority go vacant; under all others vacancy arises only from exits.</param>
internal sealed class InvariantObserver(bool leaks) : ITickObserver
{
    private const double Rounding = 1e-9;

    private double[] _authority = [];
    private int[] _generation = [];
    private double _vacant;
    private bool _hasEnded;

    public int LastTick { get; private set; } = -1;

    public void Observe(in TickView view)
    {
        Assert.Equal(LastTick + 1, view.Tick);
        Assert.False(_hasEnded, "an ended program revived");
        (LastTick, _hasEnded) = (view.Tick, !view.IsAlive);
        var organization = view.Organization;
        AuthorityIsConserved(view, organization);
        VacancyComesFromExits(organization);
        SharesAreShares(view, organization);
        (_authority, _generation, _vacant) = (organization.Authority.ToArray(), organization.Generation.ToArray(), organization.VacantAuthority);
    }

    private static void AuthorityIsConserved(in TickView view, OrganizationView organization)
    {
        var (held, vacant, occupied) = (0.0, 0.0, 0);
        var atLevel = new int[SeatPlan.Levels];
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            Assert.True(organization.Authority[seat] >= 0 && organization.Vacant[seat] >= 0, "negative authority");
            Assert.True(organization.IsOccupied(seat) || organization.Authority[seat] == 0, "an empty seat holds authority");
            Assert.True(organization.IsOccupied(seat) || view.Responsibility(seat) == 0, "an empty seat has open decisions");
            held += organization.Authority[seat];
            vacant += organization.Vacant[seat];
            occupied += organization.IsOccupied(seat) ? 1 : 0;
            atLevel[organization.Level[seat]] += organization.IsOccupied(seat) ? 1 : 0;
        }

        Assert.Equal(atLevel, organization.OccupiedAtLevel.ToArray());
        Assert.Equal(organization.OccupiedSeats, occupied);
        Assert.Equal(organization.VacantAuthority, vacant, Rounding);
        Assert.Equal(1, held + vacant, Rounding);
    }

    private void VacancyComesFromExits(OrganizationView organization)
    {
        if (leaks || _authority.Length == 0)
        {
            return;
        }

        var left = 0.0;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            left += organization.Generation[seat] != _generation[seat] ? _authority[seat] : 0;
        }

        Assert.True(organization.VacantAuthority <= _vacant + left + Rounding, $"vacancy rose from {_vacant} to {organization.VacantAuthority} with {left} left");
    }

    private static void SharesAreShares(in TickView view, OrganizationView organization)
    {
        var power = 0.0;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            AssertShare(organization.Power[seat], "power");
            AssertShare(organization.Experience[seat], "experience");
            AssertShare(organization.Strain[seat], "strain");
            AssertShare(organization.Sharing[seat], "sharing propensity");
            AssertShare(organization.LeaderIdentity[seat], "leader identity");
            AssertShare(organization.FollowerIdentity[seat], "follower identity");
            power += organization.Power[seat];
            var trust = organization.TrustFrom(seat);
            for (var k = 0; k < organization.TiedTo(seat).Length; k++)
            {
                AssertShare(trust[k], "trust");
            }
        }

        AssertShare(power, "power of all");
        AssertShare(view.Vitality, "vitality");
        AssertShare(view.CodeKnowledge, "knowledge of the code");
        AssertShare(view.MeanKnowledge, "knowledge of agents");
        Assert.InRange(view.CodeScore, -1, 1);
        Assert.True(view.NeedLevel >= 0, "negative need");
    }

    private static void AssertShare(double value, string name) =>
        Assert.True(value >= -Rounding && value <= 1 + Rounding, $"{name} is {value:R}, not within 0 and 1");
}
