using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>The seats tied to each seat, in a line each.</summary>
internal static class LaidTies
{
    public static string[] Of(int seats, int sites, INetworkModel network, ulong seed = 1)
    {
        var view = new PolicyStage(new LaissezFaire(), seats, network, sites, seed).View;
        var ties = new string[seats];
        for (var seat = 0; seat < seats; seat++)
        {
            ties[seat] = string.Join(' ', view.TiedTo(seat).ToArray());
        }

        return ties;
    }

    public static HashSet<(int Seat, int Other)> Pairs(string[] ties) =>
        [.. ties.SelectMany((row, seat) => row.Split(' ').Select(other => (Math.Min(seat, int.Parse(other, null)), Math.Max(seat, int.Parse(other, null)))))];
}
