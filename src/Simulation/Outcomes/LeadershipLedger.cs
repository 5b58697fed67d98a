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

    /// <summary>
    /// Responsibility r_i over agents: open decisions after demand and before decisions, averaged with the memory of power; NaN unless
    /// <c>ledger.work</c> is set.
    /// </summary>
    public required Concentration Responsibility { get; init; }

    /// <summary>
    /// Pearson correlation of authority with responsibility over agents: low where authority is held without responsibility. Null
    /// where either does not vary, or unless <c>ledger.work</c> is set.
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

    /// <summary>Office against acts, ½ Σ |a_i − x_i|: 0 decisions are made by those entitled to, 1 by others only.</summary>
    public required double FormalEnactedGap { get; init; }

    /// <summary>Office against burden, ½ Σ |a_i − r_i / Σ r|; null when no decision has recently been open, or unless <c>ledger.work</c> is set.</summary>
    public required double? AuthorityResponsibilityGap { get; init; }

    /// <summary>
    /// Process against outcome, ½ Σ |x_i − share of successes|, averaged as power is; null when no decision has succeeded, or unless
    /// <c>ledger.work</c> is set.
    /// </summary>
    public required double? PowerSuccessGap { get; init; }

    /// <summary>
    /// Distinctness of roles, Σ |given_i − asked_i| / Σ (given_i + asked_i) over words given and asked for within the memory of power: 1 leaders and
    /// followers are different people, 0 everybody is both. Null when nobody has been consulted, or unless <c>ledger.work</c> is set.
    /// </summary>
    public required double? RoleDistinctness { get; init; }

    /// <summary>Share of the links of consultation whose reverse is there too; null without consultation, or unless <c>ledger.networks</c> is set.</summary>
    public required double? ConsultationReciprocity { get; init; }

    /// <summary>Authority by level and site.</summary>
    public required LevelShares AuthorityAt { get; init; }

    /// <summary>Power by level and site.</summary>
    public required LevelShares PowerAt { get; init; }

    /// <summary>Words given within the memory of power, by level and site; NaN unless <c>ledger.work</c> is set.</summary>
    public required LevelShares ConsultationsAt { get; init; }

    /// <summary>Strain s_i of agents.</summary>
    public required AgentAverage Strain { get; init; }

    /// <summary>Experience e_i of agents.</summary>
    public required AgentAverage Experience { get; init; }

    /// <summary>Trust in agents: mean of w_ji over the agents j tied to i; 0 where there are none.</summary>
    public required AgentAverage Trust { get; init; }

    /// <summary>Leader identity L_i of agents.</summary>
    public required AgentAverage LeaderIdentity { get; init; }

    /// <summary>Follower identity F_i of agents.</summary>
    public required AgentAverage FollowerIdentity { get; init; }

    internal static LeadershipLedger Of(RunState run)
    {
        var (organization, work) = (run.Organization, run.Ledger.Work);
        var (responsibility, trust) = (new double[organization.Seats], new double[organization.Seats]);
        work.Responsibility.CopyTo(responsibility);
        TrustInAgents.Fill(run, trust);

        var networks = run.Interactions.Measure();
        return new()
        {
            HandOverHalfLife = run.Ledger.HalfLifeTick > 0 ? run.Ledger.HalfLifeTick : null,
            LeaderChanges = run.Ledger.LeaderChanges,
            AuthorityFlow = networks?.Authority,
            Consultation = networks?.Consultation,
            Authority = Of(organization.Authority),
            Power = Of(organization.Power),
            Responsibility = work.IsKept ? Of(responsibility) : Concentration.Unknown,
            FormalEnactedGap = LeadershipGaps.FormalToEnacted(run),
            AuthorityResponsibilityGap = LeadershipGaps.AuthorityToResponsibility(run),
            PowerSuccessGap = LeadershipGaps.PowerToSuccess(run),
            RoleDistinctness = LeadershipGaps.RoleDistinctness(run),
            ConsultationReciprocity = run.Interactions.ConsultationReciprocity(),
            AuthorityAt = LevelShares.Of(run, organization.Authority),
            PowerAt = LevelShares.Of(run, organization.Power),
            ConsultationsAt = LevelShares.Of(run, work.GivenShares),
            Strain = AgentAverage.Of(run, organization.Strain),
            Experience = AgentAverage.Of(run, organization.Experience),
            Trust = AgentAverage.Of(run, trust),
            LeaderIdentity = AgentAverage.Of(run, organization.LeaderIdentity),
            FollowerIdentity = AgentAverage.Of(run, organization.FollowerIdentity),
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
