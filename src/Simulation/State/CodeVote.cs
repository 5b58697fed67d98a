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
        var authority = organization.Authority.AsSpan(0, organization.Seats);
        var positive = organization.Positive.AsSpan(0, authority.Length);
        var negative = organization.Negative.AsSpan(0, authority.Length);
        for (var seat = 0; seat < authority.Length; seat++)
        {
            if (authority[seat] == 0)
            {
                continue;
            }

            // Who does no better than the code even with luck on every undecided dimension need not act.
            var action = positive[seat];
            var mistaken = (action & ~reality) | (negative[seat] & reality);
            if (size - (2 * BitOperations.PopCount(mistaken)) <= score)
            {
                continue;
            }

            var undecided = dimensions & ~(action | negative[seat]);
            if (undecided != 0)
            {
                action |= random.NextBits() & undecided;
            }

            if (size - (2 * BitOperations.PopCount(action ^ reality)) > score)
            {
                Add(action, authority[seat] * authority.Length, size);
            }
        }

        return _superiors > 0;
    }

    /// <summary>The dimensions with V_j above 0, and those with V_j below 0.</summary>
    public (ulong InFavour, ulong Against) Majorities(ulong dimensions)
    {
        var (inFavour, against) = _equalWeight > 0 ? CountedMajorities() : WeighedMajorities();
        return (inFavour & dimensions, against & dimensions);
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
        var authority = organization.Authority.AsSpan(0, organization.Seats);
        var present = organization.Present.AsSpan(0, authority.Length);
        for (var seat = 0; seat < authority.Length; seat++)
        {
            if (present[seat] == 0)
            {
                continue;
            }

            if (share != 0 && authority[seat] != share)
            {
                return 0;
            }

            share = authority[seat];
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

    // Whether more or less than half of the superiors are for it, compared digit by digit from the highest on in all dimensions at once.
    private (ulong InFavour, ulong Against) CountedMajorities()
    {
        var (more, less, half) = (0UL, 0UL, _superiors >> 1);
        for (var digit = BitOperations.Log2((uint)_superiors); digit >= 0; digit--)
        {
            var halfs = 0UL - (ulong)((half >> digit) & 1);
            var undecided = ~(more | less);
            more |= undecided & _digits[digit] & ~halfs;
            less |= undecided & ~_digits[digit] & halfs;
        }

        return (more, _superiors % 2 == 0 ? less : ~more);
    }

    private (ulong InFavour, ulong Against) WeighedMajorities()
    {
        var (inFavour, against) = (0UL, 0UL);
        var (weight, tie) = (Vector256.Create(_weight), Vector256.Create(Tie * _weight));
        for (var dimension = 0; dimension < _weightFor.Length; dimension += Vector256<double>.Count)
        {
            var vote = (2 * Vector256.Create<double>(_weightFor.AsSpan(dimension, Vector256<double>.Count))) - weight;
            inFavour |= (ulong)Vector256.GreaterThan(vote, tie).ExtractMostSignificantBits() << dimension;
            against |= (ulong)Vector256.LessThan(vote, -tie).ExtractMostSignificantBits() << dimension;
        }

        return (inFavour, against);
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
