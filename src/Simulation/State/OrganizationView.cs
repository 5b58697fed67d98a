using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.State;

/// <summary>What a policy may see of the organization: read-only spans, one entry a seat.</summary>
public readonly ref struct OrganizationView
{
    private readonly RunState _run;

    internal OrganizationView(RunState run) => _run = run;

    /// <summary>Number of seats n.</summary>
    public int Seats => _run.Organization.Seats;

    /// <summary>What the file of a real organization calls the seats; null where seats have no names.</summary>
    public IReadOnlyList<string>? Names => _run.Organization.Data?.Names;

    /// <summary>Number of sites.</summary>
    public int Sites => _run.Organization.Sites;

    /// <summary>Number of occupied seats.</summary>
    public int OccupiedSeats => _run.Organization.OccupiedSeats;

    /// <summary>Number of occupied seats of each level.</summary>
    public ReadOnlySpan<int> OccupiedAtLevel => _run.Organization.OccupiedAtLevel;

    /// <summary>The present tick.</summary>
    public int Tick => _run.Tick;

    /// <summary>Vitality of the program.</summary>
    public double Vitality => _run.Program.Vitality;

    /// <summary>Whether the last member of the present core has left in this tick.</summary>
    public bool CoreHasJustLeft => _run.Core.HasJustLeft(_run.Tick);

    /// <summary>Vacant authority a_∅.</summary>
    public double VacantAuthority => _run.Organization.VacantAuthority;

    /// <summary>Seats at which authority is vacant, in the order in which it fell vacant.</summary>
    public ReadOnlySpan<int> Vacancies => _run.Organization.Vacancies.Items;

    /// <summary>Vacant authority by seat.</summary>
    public ReadOnlySpan<double> Vacant => _run.Organization.Vacant.AsSpan(0, Seats);

    /// <summary>Tick since which authority is vacant at a seat.</summary>
    public ReadOnlySpan<int> VacantSince => _run.Organization.VacantSince.AsSpan(0, Seats);

    /// <summary>Level of a seat: 0 director, 1 coordinators, 2 members.</summary>
    public ReadOnlySpan<int> Level => _run.Organization.Level.AsSpan(0, Seats);

    /// <summary>Site of a seat.</summary>
    public ReadOnlySpan<int> Site => _run.Organization.Site.AsSpan(0, Seats);

    /// <summary>How many agents have left a seat: with the seat, the identity of its agent.</summary>
    public ReadOnlySpan<int> Generation => _run.Organization.Generation.AsSpan(0, Seats);

    /// <summary>Authority a_i, 0 on empty seats.</summary>
    public ReadOnlySpan<double> Authority => _run.Organization.Authority.AsSpan(0, Seats);

    /// <summary>Gini coefficient of authority over occupied seats: 0 equal, (n−1)/n one has all; 0 where none is held.</summary>
    public double AuthorityGini => _run.Gini.Of(_run.Organization.Present, Authority);

    /// <summary>Power x_i: exponential average of the share of decisions made.</summary>
    public ReadOnlySpan<double> Power => _run.Organization.Power.AsSpan(0, Seats);

    /// <summary>Experience e_i, 0 on empty seats.</summary>
    public ReadOnlySpan<double> Experience => _run.Organization.Experience.AsSpan(0, Seats);

    /// <summary>Strain s_i.</summary>
    public ReadOnlySpan<double> Strain => _run.Organization.Strain.AsSpan(0, Seats);

    /// <summary>Sharing propensity σ_i; meaningless on empty seats.</summary>
    public ReadOnlySpan<double> Sharing => _run.Organization.Sharing.AsSpan(0, Seats);

    /// <summary>Leader identity L_i.</summary>
    public ReadOnlySpan<double> LeaderIdentity => _run.Organization.LeaderIdentity.AsSpan(0, Seats);

    /// <summary>Follower identity F_i.</summary>
    public ReadOnlySpan<double> FollowerIdentity => _run.Organization.FollowerIdentity.AsSpan(0, Seats);

    /// <summary>Shares of authority that the organization's file states for the founding; empty where it states none.</summary>
    public ReadOnlySpan<double> FoundingAuthority => _run.Organization.Data?.Authority ?? [];

    /// <summary>Tick at which a seat's agent was hired; meaningless on empty seats.</summary>
    public ReadOnlySpan<int> HireTick => _run.Organization.HireTick.AsSpan(0, Seats);

    /// <summary>Whether the agents of each seat are socialized slowly.</summary>
    public ReadOnlySpan<bool> LearnsSlowly => _run.Organization.LearnsSlowly.AsSpan(0, Seats);

    /// <summary>Share of dimensions on which the beliefs of a seat's agent equal reality; 0 on empty seats.</summary>
    public double KnowledgeOf(int seat) => Knowledge.OfAgent(_run, seat);

    /// <summary>Not 0 where a seat is occupied.</summary>
    internal ReadOnlySpan<ulong> Present => _run.Organization.Present.AsSpan(0, Seats);

    /// <summary>Whether a seat is occupied.</summary>
    public bool IsOccupied(int seat) => _run.Organization.IsOccupied(seat);

    /// <summary>
    /// Whether a seat's agent is one of the founders: the director and the coordinators of the founding, or those that the organization's file names.
    /// </summary>
    public bool IsFounder(int seat) => _run.Organization.IsFounder(seat);

    /// <summary>The agent who occupies a seat: never 0, and never the same as the seat's next agent.</summary>
    public long AgentAt(int seat) => ((long)Generation[seat] << 32) | (uint)(seat + 1);

    /// <summary>The seat of an agent, −1 when it has left.</summary>
    public int SeatOf(long agent)
    {
        var seat = (int)(uint)agent - 1;
        return seat >= 0 && IsOccupied(seat) && AgentAt(seat) == agent ? seat : -1;
    }

    /// <summary>Number of directed ties: every tie counts once from either end.</summary>
    public int DirectedTies => _run.Ties.DirectedTies;

    /// <summary>Seats tied to a seat, occupied or not, in ascending order.</summary>
    public ReadOnlySpan<int> TiedTo(int seat) => _run.Ties.Neighbours(seat);

    /// <summary>Trust of a seat's agent in another's: of the tie, or half the baseline without one.</summary>
    public double Trust(int seat, int other) => _run.Ties.TrustBetween(seat, other);

    /// <summary>Trust on the ties of a seat, in the order of <see cref="TiedTo"/>: floor + scale·deviation.</summary>
    public TrustRow TrustFrom(int seat) => new(_run.Ties.Floor, _run.Ties.Scale, _run.Ties.Deviations(seat), []);

    /// <summary>Trust in a seat's agent on its ties, in the order of <see cref="TiedTo"/>.</summary>
    public TrustRow TrustIn(int seat) => new(_run.Ties.Floor, _run.Ties.Scale, _run.Ties.AllDeviations, _run.Ties.Reverse(seat));

    /// <summary>Baseline trust w0; agents trust themselves as much.</summary>
    public double BaselineTrust => _run.Ties.Baseline;

    /// <summary>A tied agent drawn ∝ trust × experience; −1 when none has any merit.</summary>
    public int DrawTrustedExperienced(int seat, ref RandomStream random) =>
        _run.Merit.Seat(_run.Ties, _run.Organization.Experience, seat, ref random);

    /// <summary>
    /// An agent drawn ∝ experience among all but one; where nobody has any experience, all are as likely. −1 when there is nobody.
    /// </summary>
    /// <param name="except">The seat left out; −1 for none.</param>
    /// <param name="random">Where the draw comes from.</param>
    public int DrawExperienced(int except, ref RandomStream random)
    {
        var (total, candidates) = (0.0, 0);
        for (var seat = 0; seat < Seats; seat++)
        {
            total += seat == except ? 0 : Experience[seat];
            candidates += seat != except && IsOccupied(seat) ? 1 : 0;
        }

        var (left, chosen) = (random.NextUniform() * (total > 0 ? total : candidates), -1);
        for (var seat = 0; seat < Seats && left >= 0; seat++)
        {
            var weight = seat == except || !IsOccupied(seat) ? 0 : total > 0 ? Experience[seat] : 1;
            chosen = weight > 0 ? seat : chosen;
            left -= weight;
        }

        return chosen;
    }

    /// <summary>The agent with the most authority, the lower seat among equals; −1 when nobody holds any.</summary>
    public int LargestHolder() => HeldShares.Largest(Authority);

    /// <summary>The most experienced agent anywhere, the lower seat among equals; −1 when all seats are empty.</summary>
    public int MostExperienced()
    {
        var best = -1;
        for (var seat = 0; seat < Seats; seat++)
        {
            if (IsOccupied(seat) && (best < 0 || Experience[seat] > Experience[best]))
            {
                best = seat;
            }
        }

        return best;
    }

    /// <summary>The tied agent with the largest trust × experience, the lower seat among equals; −1 if absent.</summary>
    public int MostTrustedExperienced(int seat)
    {
        var tied = TiedTo(seat);
        var trust = TrustFrom(seat);
        var (best, most) = (-1, double.NegativeInfinity);
        for (var k = 0; k < tied.Length; k++)
        {
            var merit = trust[k] * Experience[tied[k]];
            if (IsOccupied(tied[k]) && merit > most)
            {
                (best, most) = (tied[k], merit);
            }
        }

        return best;
    }
}
