using LeadershipSim.Simulation.State;

namespace LeadershipSim.Studio.Worlds;

/// <summary>What stays as it is for the whole of a run: seats, sites and ties.</summary>
/// <param name="Site">Site of each seat.</param>
/// <param name="Level">Level of each seat: 0 director, 1 coordinators, 2 members.</param>
/// <param name="Names">Names of the seats; empty where they have none.</param>
/// <param name="Ties">Pairs of tied seats, one after the other.</param>
/// <param name="TiesLeftOut">Ties that are too many to be drawn.</param>
internal sealed record WorldLayout(int[] Site, int[] Level, IReadOnlyList<string> Names, int[] Ties, int TiesLeftOut)
{
    // More lines than that are a grey disc, and a megabyte for the browser.
    private const int MostTies = 20_000;

    /// <summary>The layout of a run at its founding.</summary>
    public static WorldLayout Of(in TickView view, IReadOnlyList<string> names)
    {
        var organization = view.Organization;
        var (ties, leftOut) = (new List<int>(), 0);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            foreach (var other in organization.TiedTo(seat))
            {
                if (other > seat && ties.Count < 2 * MostTies)
                {
                    ties.Add(seat);
                    ties.Add(other);
                }
                else if (other > seat)
                {
                    leftOut++;
                }
            }
        }

        return new(organization.Site.ToArray(), organization.Level.ToArray(), names, [.. ties], leftOut);
    }
}
