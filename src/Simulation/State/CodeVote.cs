using System.Numerics;
using System.Runtime.Intrinsics;

namespace LeadershipSim.Simulation.State;

/// <summary>
/// The vote of superiors on the code: V_j = Σ n·a_i·A_ij over agents who act better than the code. Agents without authority
/// have no vote, so they need not act.
/// </summary>
internal sealed class CodeVote
{
    // A majority this small against the sum of votes is a tie that rounding has broken.
    private const double Tie = 1e-12;

    // What to add to four dimensions for four bits of an action: all bits set where the bit is.
    private static readonly Vector256<double>[] Lanes = [.. Enumerable.Range(0, 16).Select(LanesOf)];

    // Votes for +1: as weights per dimension or, when all weigh the same, counted in binary, one bit plane per digit.
    private readonly double[] _weightFor = new double[64];
    private readonly ulong[] _digits = new ulong[32];
    private double _weight;
    private int _superiors;
    private double _equalWeight;

    /// <summary>Counts the votes.</summary>
    /// <returns>Whether there is any superior with a vote.</returns>
    public bool Count(RunState run)
    {
        var organization = run.Organization;
        _equalWeight = EqualWeight(organization);
        (_weight, _superiors) = (0, 0);
        Array.Clear(_weightFor);
        Array.Clear(_digits);
        var (dimensions, reality) = (organization.Dimensions, run.Reality);
        var size = BitOperations.PopCount(dimensions);
        var score = Score(run.CodePositive, run.CodeNegative, reality);
        ref var random = ref run.Streams.Learning;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.Authority[seat] == 0)
            {
                continue;
            }

            // Who does no better than the code even with luck on every undecided dimension need not act.
            var action = organization.Positive[seat];
            var mistaken = (action & ~reality) | (organization.Negative[seat] & reality);
            if (size - (2 * BitOperations.PopCount(mistaken)) <= score)
            {
                continue;
            }

            var undecided = dimensions & ~(action | organization.Negative[seat]);
            if (undecided != 0)
            {
                action |= random.NextBits() & undecided;
            }

            if (size - (2 * BitOperations.PopCount(action ^ reality)) > score)
            {
                Add(action, organization.Authority[seat] * organization.Seats, size);
            }
        }

        return _superiors > 0;
    }

    /// <summary>V_j; in integers times the common weight when all authority is equal; 0 on a tie.</summary>
    public double Majority(int dimension)
    {
        if (_equalWeight > 0)
        {
            return ((2 * CountFor(dimension)) - _superiors) * _equalWeight;
        }

        var vote = (2 * _weightFor[dimension]) - _weight;
        return Math.Abs(vote) <= Tie * _weight ? 0 : vote;
    }

    private static int Score(ulong positive, ulong negative, ulong reality) =>
        BitOperations.PopCount(positive & reality) + BitOperations.PopCount(negative & ~reality)
        - BitOperations.PopCount(positive & ~reality) - BitOperations.PopCount(negative & reality);

    // n·a of everybody when all agents hold the same, 0 when they do not. Equal shares of all seats weigh exactly 1.
    private static double EqualWeight(Organization organization)
    {
        var share = 0.0;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (!organization.IsOccupied(seat))
            {
                continue;
            }

            if (share != 0 && organization.Authority[seat] != share)
            {
                return 0;
            }

            share = organization.Authority[seat];
            if (share == 0)
            {
                return 0;
            }
        }

        return organization.VacantAuthority == 0 ? (double)organization.Seats / Math.Max(1, organization.OccupiedSeats) : share * organization.Seats;
    }

    private static Vector256<double> LanesOf(int nibble) =>
        Vector256.Create((nibble & 1) == 0 ? 0L : -1, (nibble & 2) == 0 ? 0L : -1, (nibble & 4) == 0 ? 0L : -1, (nibble & 8) == 0 ? 0L : -1).AsDouble();

    private void Add(ulong action, double weight, int size)
    {
        _superiors++;
        if (_equalWeight > 0)
        {
            for (var digit = 0; action != 0; digit++)
            {
                (_digits[digit], action) = (_digits[digit] ^ action, _digits[digit] & action);
            }

            return;
        }

        _weight += weight;
        var weights = Vector256.Create(weight);
        for (var dimension = 0; dimension < size; dimension += Vector256<double>.Count)
        {
            var votes = _weightFor.AsSpan(dimension, Vector256<double>.Count);
            (Vector256.Create<double>(votes) + (Lanes[(action >> dimension) & 15] & weights)).CopyTo(votes);
        }
    }

    private int CountFor(int dimension)
    {
        var count = 0;
        for (var digit = 0; (1 << digit) <= _superiors; digit++)
        {
            count |= (int)((_digits[digit] >> dimension) & 1) << digit;
        }

        return count;
    }
}
