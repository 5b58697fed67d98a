using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeadershipSim.Simulation.Measures;

/// <summary>
/// Gini coefficient Σ_ij |x_i − x_j| / (2 n Σ x) of quantities that are not negative, made for every tick: few values are compared pair
/// by pair in vectors, many are ranked by a radix sort of their leading bits that an insertion sort completes. Keeps its arrays.
/// </summary>
internal sealed class GiniIndex
{
    // Above this, ranking costs less than comparing all pairs; measured.
    private const int MostPairs = 256;

    // A double that is not negative orders as its bits do: these are sorted from the mantissa's leading bits upwards to the exponent.
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int SignBits = 1;

    // Two digits tell some thousands of values apart, three some millions.
    private const int ManyValues = 8192;

    // An insertion sort that has to move more than this often for a value is left to a sort without a worst case.
    private const int MostMoves = 16;

    private readonly int[] _places = new int[Digits];
    private double[] _values = [];
    private double[] _sorted = [];

    /// <summary>The coefficient over those who are there, whose mark is not 0; 0 where there is nothing to share.</summary>
    public double Of(ReadOnlySpan<ulong> present, ReadOnlySpan<double> quantity)
    {
        Reserve(quantity.Length + Vector512<double>.Count);
        var (count, total) = (0, 0.0);
        for (var seat = 0; seat < quantity.Length; seat++)
        {
            // Written always, counted only if occupied: nothing to mispredict. What is vacant holds nothing.
            _values[count] = quantity[seat];
            count += present[seat] != 0 ? 1 : 0;
            total += quantity[seat];
        }

        return total > 0 ? DifferencesOf(count) / (count * total) : 0;
    }

    // Σ_{i<j} |x_i − x_j|
    private double DifferencesOf(int count) => count <= MostPairs ? Pairwise(count) : Ranked(count);

    private double Pairwise(int count)
    {
        // Filled up to whole vectors with copies of one value, whose differences are taken off again.
        const int Lanes = 8;
        const int Rows = 4;
        var filled = (count + Lanes - 1) / Lanes * Lanes;
        var filling = _values[count - 1];
        _values.AsSpan(count, filled - count).Fill(filling);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_values);
        var (apart, within) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var row = 0; row < filled; row += Rows)
        {
            ref var own = ref Unsafe.Add(ref first, row);
            var (a, b, c, d) = (Vector512.Create(own), Vector512.Create(Unsafe.Add(ref own, 1)), Vector512.Create(Unsafe.Add(ref own, 2)),
                Vector512.Create(Unsafe.Add(ref own, 3)));
            var block = row / Lanes * Lanes;
            var x = Vector512.LoadUnsafe(ref first, (nuint)block);
            within += Vector512.Abs(x - a) + Vector512.Abs(x - b) + (Vector512.Abs(x - c) + Vector512.Abs(x - d));
            var (sumA, sumB) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var other = block + Lanes; other < filled; other += Lanes)
            {
                var y = Vector512.LoadUnsafe(ref first, (nuint)other);
                sumA += Vector512.Abs(y - a) + Vector512.Abs(y - b);
                sumB += Vector512.Abs(y - c) + Vector512.Abs(y - d);
            }

            apart += sumA + sumB;
        }

        var surplus = 0.0;
        for (var k = 0; k < count; k++)
        {
            surplus += Math.Abs(_values[k] - filling);
        }

        return Vector512.Sum(apart) + (Vector512.Sum(within) / 2) - ((filled - count) * surplus);
    }

    private double Ranked(int count)
    {
        var digits = count <= ManyValues ? 2 : 3;
        for (var digit = 0; digit < digits; digit++)
        {
            Distribute(count, 64 - SignBits - ((digits - digit) * DigitBits));
            (_values, _sorted) = (_sorted, _values);
        }

        var values = _values.AsSpan(0, count);
        Complete(values);
        var ranked = 0.0;
        for (var k = 0; k < values.Length; k++)
        {
            ranked += ((2.0 * (k + 1)) - count - 1) * values[k];
        }

        return ranked;
    }

    // One pass of a radix sort, stable.
    private void Distribute(int count, int shift)
    {
        var keys = MemoryMarshal.Cast<double, ulong>(_values.AsSpan(0, count));
        var sorted = MemoryMarshal.Cast<double, ulong>(_sorted.AsSpan(0, count));
        var places = _places.AsSpan(0, Digits);
        places.Clear();
        foreach (var key in keys)
        {
            places[(int)(key >> shift) & (Digits - 1)]++;
        }

        var next = 0;
        foreach (ref var place in places)
        {
            (place, next) = (next, next + place);
        }

        foreach (var key in keys)
        {
            sorted[places[(int)(key >> shift) & (Digits - 1)]++] = key;
        }
    }

    private static void Complete(Span<double> values)
    {
        var moves = (long)MostMoves * values.Length;
        for (var k = 1; k < values.Length; k++)
        {
            var value = values[k];
            var place = k;
            for (; place > 0 && values[place - 1] > value; place--)
            {
                values[place] = values[place - 1];
                moves--;
            }

            values[place] = value;
            if (moves < 0)
            {
                values.Sort();
                return;
            }
        }
    }

    private void Reserve(int values)
    {
        if (_values.Length < values)
        {
            (_values, _sorted) = (new double[values], new double[values]);
        }
    }
}
