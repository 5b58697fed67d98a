using LeadershipSim.Simulation.Graphs;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>
/// What leadership consists of at the end of a run, as a resource that agents share: the right to decide (authority), the making
/// of decisions (power) and the decisions that wait (responsibility).
/// </summary>
public sealed record LeadershipLedger
{
    /// <summary>Authority a_i over agents.</summary>
    public required Concentration Authority { get; init; }

    /// <summary>Power x_i over agents.</summary>
    public required Concentration Power { get; init; }

    /// <summary>Open decisions over agents.</summary>
    public required Concentration Responsibility { get; init; }

    /// <summary>
    /// Pearson correlation of authority with open decisions over agents: low where authority is held without responsibility. Null
    /// where either does not vary.
    /// </summary>
    public required double? AuthorityWithResponsibility { get; init; }

    /// <summary>
    /// Truck factor (Avelino et al. 2016, doi:10.1109/ICPC.2016.7503718): how many agents, by descending power, together have made
    /// more than half of the decisions; 0 when none has been made.
    /// </summary>
    public required int TruckFactor { get; init; }

    /// <summary>
    /// Half-life of the hand-over: the first tick at which the founding core, or who is left of it, held half or less of its founding
    /// authority. Null when that did not happen.
    /// </summary>
    public required int? HandOverHalfLife { get; init; }

    /// <summary>How often another agent came to be the largest holder of authority; among equals whoever led still leads.</summary>
    public required int LeaderChanges { get; init; }

    /// <summary>Measures of the network of authority flow; null unless <c>ledger.networks</c> is set.</summary>
    public required NetworkMeasures? AuthorityFlow { get; init; }

    /// <summary>Measures of the network of consultation; null unless <c>ledger.networks</c> is set.</summary>
    public required NetworkMeasures? Consultation { get; init; }

    internal static LeadershipLedger Of(RunState run)
    {
        var organization = run.Organization;
        var responsibility = new double[organization.Seats];
        for (var seat = 0; seat < responsibility.Length; seat++)
        {
            responsibility[seat] = run.Queues.Open(seat);
        }

        var networks = run.Interactions.Measure();
        return new()
        {
            HandOverHalfLife = run.Ledger.HalfLifeTick > 0 ? run.Ledger.HalfLifeTick : null,
            LeaderChanges = run.Ledger.LeaderChanges,
            AuthorityFlow = networks?.Authority,
            Consultation = networks?.Consultation,
            Authority = Of(organization.Authority),
            Power = Of(organization.Power),
            Responsibility = Of(responsibility),
            AuthorityWithResponsibility = Correlation(organization, organization.Authority, responsibility),
            TruckFactor = SmallestMajority(organization.Power.AsSpan(0, organization.Seats).ToArray()),
        };

        Concentration Of(double[] quantity) => Concentration.Of(organization.Present.AsSpan(0, organization.Seats), quantity.AsSpan(0, organization.Seats));
    }

    internal static int SmallestMajority(double[] values)
    {
        Array.Sort(values);
        var (total, held, count) = (values.Sum(), 0.0, 0);
        while (total > 0 && held <= total / 2 && count < values.Length)
        {
            held += values[^++count];
        }

        return count;
    }

    internal static double? Correlation(Organization organization, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (meanX, meanY) = (0.0, 0.0);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            // Empty seats hold nothing.
            meanX += x[seat] / Math.Max(1, organization.OccupiedSeats);
            meanY += y[seat] / Math.Max(1, organization.OccupiedSeats);
        }

        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.IsOccupied(seat))
            {
                xx += (x[seat] - meanX) * (x[seat] - meanX);
                yy += (y[seat] - meanY) * (y[seat] - meanY);
                xy += (x[seat] - meanX) * (y[seat] - meanY);
            }
        }

        // Equal shares differ by rounding only.
        return xx > 1e-20 && yy > 1e-20 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : null;
    }
}
