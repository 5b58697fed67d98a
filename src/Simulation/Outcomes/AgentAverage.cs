using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>A quantity of agents in [0, 1], as experience is, at the end of a run.</summary>
/// <param name="Mean">Mean over agents; 0 without agents.</param>
/// <param name="ByAuthority">Mean over agents weighted by authority, Σ a_i q_i / Σ a_i: what it is where decisions are made; 0 where none is held.</param>
/// <param name="Gini">Gini coefficient over agents; 0 where nobody has any.</param>
public readonly record struct AgentAverage(double Mean, double ByAuthority, double Gini)
{
    internal static AgentAverage Of(RunState run, ReadOnlySpan<double> quantity)
    {
        var present = run.Organization.Present.AsSpan(0, run.Organization.Seats);
        return new(MeanOf(run, quantity), ByAuthorityOf(run, quantity), Concentration.Of(present, quantity[..present.Length]).Gini);
    }

    internal static double MeanOf(RunState run, ReadOnlySpan<double> quantity)
    {
        var (sum, organization) = (0.0, run.Organization);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            sum += organization.IsOccupied(seat) ? quantity[seat] : 0;
        }

        return organization.OccupiedSeats == 0 ? 0 : sum / organization.OccupiedSeats;
    }

    internal static double ByAuthorityOf(RunState run, ReadOnlySpan<double> quantity)
    {
        var (sum, held) = (0.0, 0.0);
        for (var seat = 0; seat < run.Organization.Seats; seat++)
        {
            sum += run.Organization.Authority[seat] * quantity[seat];
            held += run.Organization.Authority[seat];
        }

        return held > 0 ? sum / held : 0;
    }
}
