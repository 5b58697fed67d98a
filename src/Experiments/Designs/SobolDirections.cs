using System.Globalization;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Direction numbers of Sobol' sequences (Joe and Kuo 2008, doi:10.1137/070709359; the set new-joe-kuo-6), and the points they make
/// in Gray-code order.
/// </summary>
internal sealed class SobolDirections
{
    /// <summary>Most dimensions the shipped table has.</summary>
    public const int MostDimensions = 256;

    private const int Bits = 32;
    private readonly uint[][] _directions;

    public SobolDirections(int dimensions)
    {
        _directions = [FirstDimension(), .. Table().Take(dimensions - 1).Select(Expand)];
    }

    /// <summary>The points from an index on, as 32-bit binary fractions; point 0 is the origin.</summary>
    public IEnumerable<uint[]> Points(uint start, int count)
    {
        var gray = start ^ (start >> 1);
        uint[] point = [.. _directions.Select(d => Enumerable.Range(0, Bits).Where(bit => ((gray >> bit) & 1) == 1).Aggregate(0u, (x, bit) => x ^ d[bit]))];
        for (var index = start; ; index++)
        {
            yield return (uint[])point.Clone();
            if (--count <= 0)
            {
                yield break;
            }

            var changed = System.Numerics.BitOperations.TrailingZeroCount(~index);
            for (var k = 0; k < point.Length; k++)
            {
                point[k] ^= _directions[k][changed];
            }
        }
    }

    private static uint[] FirstDimension() => [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];

    private static IEnumerable<uint[]> Table()
    {
        using var stream = typeof(SobolDirections).Assembly.GetManifestResourceStream("joe-kuo-6.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => uint.Parse(n, CultureInfo.InvariantCulture))];
            }
        }
    }

    // The recurrence of the primitive polynomial x^s + a_1 x^(s-1) + ... + a_(s-1) x + 1; a row is dimension, s, a, m_1..m_s.
    private static uint[] Expand(uint[] row)
    {
        var (degree, inner) = ((int)row[1], row[2]);
        var directions = new uint[Bits];
        for (var bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = row[3 + bit] << (Bits - 1 - bit);
                continue;
            }

            directions[bit] = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var k = 1; k < degree; k++)
            {
                directions[bit] ^= ((inner >> (degree - 1 - k)) & 1) * directions[bit - k];
            }
        }

        return directions;
    }
}
