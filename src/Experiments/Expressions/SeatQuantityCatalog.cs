using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>What expressions can ask of a seat. Where a seat is empty, quantities of its agent are 0; aggregates leave empty seats out.</summary>
public static class SeatQuantityCatalog
{
    /// <summary>The quantities.</summary>
    public static IReadOnlyList<SeatQuantity> All { get; } =
    [
        Number("authority", "share", "Authority a_i", (in view, values) => view.Organization.Authority.CopyTo(values)),
        Number("power", "share", "Power x_i: exponential average of the share of decisions made", (in view, values) => view.Organization.Power.CopyTo(values)),
        Number("responsibility", "decisions", "Open decisions in the agent's queue", Responsibility),
        Number("experience", "share", "Experience e_i", (in view, values) => view.Organization.Experience.CopyTo(values)),
        Number("strain", "share", "Strain s_i", (in view, values) => view.Organization.Strain.CopyTo(values)),
        Number("sharing", "share", "Sharing propensity σ_i", (in view, values) => view.Organization.Sharing.CopyTo(values)),
        Number("leaderIdentity", "share", "Leader identity L_i", (in view, values) => view.Organization.LeaderIdentity.CopyTo(values)),
        Number("followerIdentity", "share", "Follower identity F_i", (in view, values) => view.Organization.FollowerIdentity.CopyTo(values)),
        Number("level", "1", "Level of the seat: 0 director, 1 coordinators, 2 members", (in view, values) => Copy(view.Organization.Level, values)),
        Number("site", "1", "Site of the seat, from 0", (in view, values) => Copy(view.Organization.Site, values)),
        Number("generation", "1", "Agents who have left the seat so far", (in view, values) => Copy(view.Organization.Generation, values)),
        Number("tenure", "tick", "Ticks since the agent was hired", Tenure),
        Condition("founder", "The agent is one of the founders", Founder),
    ];

    private static SeatQuantity Number(string name, string unit, string meaning, SeatValues values) => new(name, unit, false, meaning, values);

    private static SeatQuantity Condition(string name, string meaning, SeatValues values) => new(name, "0 or 1", true, meaning, values);

    private static void Copy(ReadOnlySpan<int> numbers, Span<double> values)
    {
        for (var seat = 0; seat < numbers.Length; seat++)
        {
            values[seat] = numbers[seat];
        }
    }

    private static void Responsibility(in TickView view, Span<double> values)
    {
        for (var seat = 0; seat < values.Length; seat++)
        {
            values[seat] = view.Responsibility(seat);
        }
    }

    private static void Tenure(in TickView view, Span<double> values)
    {
        var organization = view.Organization;
        for (var seat = 0; seat < values.Length; seat++)
        {
            values[seat] = organization.IsOccupied(seat) ? view.Tick - organization.HireTick[seat] : 0;
        }
    }

    private static void Founder(in TickView view, Span<double> values)
    {
        var organization = view.Organization;
        for (var seat = 0; seat < values.Length; seat++)
        {
            values[seat] = organization.IsFounder(seat) ? 1 : 0;
        }
    }
}
