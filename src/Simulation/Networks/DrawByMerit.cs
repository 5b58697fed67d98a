using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>
/// Draws a tied agent in proportion to trust × experience. Merits are added up four at a time: added one by one, each addition would
/// wait for the one before.
/// </summary>
internal sealed class DrawByMerit
{
    private static readonly int Lanes = Vector256<double>.Count;
    private double[] _cumulative = [];

    public void Reset(int maxDegree)
    {
        if (_cumulative.Length < maxDegree + Lanes)
        {
            _cumulative = new double[maxDegree + Lanes];
        }
    }

    /// <summary>The chosen tied seat; −1 when nobody tied has any merit. Empty seats have no experience, hence no merit.</summary>
    public int Seat(TieNetwork ties, double[] experience, int seat, ref RandomStream random)
    {
        var tied = ties.Neighbours(seat);
        var sum = Accumulate(ties, experience, seat, tied.Length);
        if (sum <= 0)
        {
            return -1;
        }

        // Counting the entries up to the target needs no branch that could be mispredicted. Those past the row are the sum itself.
        var target = Vector256.Create(random.NextUniform() * sum);
        ref var cumulative = ref MemoryMarshal.GetArrayDataReference(_cumulative);
        var chosen = 0;
        for (var k = 0; k < tied.Length; k += Lanes)
        {
            var passed = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cumulative, (nuint)k), target);
            chosen += BitOperations.PopCount(passed.ExtractMostSignificantBits());
        }

        return tied[chosen < tied.Length ? chosen : LastWithMerit(tied.Length)];
    }

    // Reads up to three ties past the row, which are there, and gives them no merit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Accumulate(TieNetwork ties, double[] experience, int seat, int degree)
    {
        ref var deviation = ref ties.DeviationsFrom(ties.Start(seat));
        ref var neighbour = ref ties.NeighboursFrom(ties.Start(seat));
        ref var merit = ref MemoryMarshal.GetArrayDataReference(experience);
        ref var cumulative = ref MemoryMarshal.GetArrayDataReference(_cumulative);
        var (floor, scale) = (Vector256.Create(ties.Floor), Vector256.Create(ties.Scale));
        var sum = Vector256<double>.Zero;
        for (var k = 0; k < degree; k += Lanes)
        {
            var experienced = Vector256.Create(
                Unsafe.Add(ref merit, Unsafe.Add(ref neighbour, k)),
                Unsafe.Add(ref merit, Unsafe.Add(ref neighbour, k + 1)),
                Unsafe.Add(ref merit, Unsafe.Add(ref neighbour, k + 2)),
                Unsafe.Add(ref merit, Unsafe.Add(ref neighbour, k + 3)));
            var merits = (floor + (scale * Vector256.LoadUnsafe(ref deviation, (nuint)k))) * experienced;
            merits &= Vector256.LessThan(Vector256.Create(0L, 1, 2, 3), Vector256.Create((long)(degree - k))).AsDouble();
            merits += Vector256.Shuffle(merits, Vector256.Create(4L, 0, 1, 2));
            merits += Vector256.Shuffle(merits, Vector256.Create(4L, 4, 0, 1));
            merits += sum;
            merits.StoreUnsafe(ref cumulative, (nuint)k);
            sum = Vector256.Shuffle(merits, Vector256.Create(3L, 3, 3, 3));
        }

        return sum.ToScalar();
    }

    // Where rounding met the end of the row.
    private int LastWithMerit(int degree)
    {
        var last = degree - 1;
        while (last > 0 && _cumulative[last] == _cumulative[last - 1])
        {
            last--;
        }

        return last;
    }
}
