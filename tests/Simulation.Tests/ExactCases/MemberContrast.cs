using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>What the lowest member of every site has more than the highest one when the run ends: authority, power, experience.</summary>
internal sealed class MemberContrast : ITickObserver
{
    /// <summary>The differences, summed over sites.</summary>
    public double[] Values { get; private set; } = [];

    public void Observe(in TickView view)
    {
        var organization = view.Organization;
        var differences = new double[3];
        for (var site = 0; site < organization.Sites; site++)
        {
            var (low, high) = (-1, -1);
            for (var seat = 0; seat < organization.Seats; seat++)
            {
                if (organization.Site[seat] == site && organization.Level[seat] == SeatPlan.MemberLevel)
                {
                    (low, high) = (low < 0 ? seat : low, seat);
                }
            }

            differences[0] += organization.Authority[low] - organization.Authority[high];
            differences[1] += organization.Power[low] - organization.Power[high];
            differences[2] += organization.Experience[low] - organization.Experience[high];
        }

        Values = differences;
    }
}
