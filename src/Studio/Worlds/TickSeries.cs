using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Studio.Worlds;

/// <summary>What the charts of the page follow, tick by tick.</summary>
internal static class TickSeries
{
    private static readonly SeriesMetric[] Metrics =
    [
        .. new[] { "vitality", "needLevel", "vacantAuthority", "effectiveHolders", "authorityGini", "occupiedSeats", "coreExits" }
            .Select(name => SeriesCatalog.All.First(m => m.Name == name)),
    ];

    /// <summary>Names, in the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Metrics.Select(m => m.Name), "openDecisions"];

    /// <summary>The values after a tick.</summary>
    public static float[] Of(in TickView view)
    {
        var values = new float[Names.Count];
        for (var k = 0; k < Metrics.Length; k++)
        {
            values[k] = (float)Metrics[k].Value(view);
        }

        var open = 0;
        for (var seat = 0; seat < view.Organization.Seats; seat++)
        {
            open += view.Responsibility(seat);
        }

        values[^1] = open;
        return values;
    }
}
