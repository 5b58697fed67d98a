namespace LeadershipSim.Experiments.Tables;

/// <summary>
/// Walks over one structure in Thrift's compact protocol without reading what it says: every length has to fit in what is left
/// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).
/// </summary>
internal ref struct ThriftFrame
{
    private const int DeepestNesting = 32;
    private readonly ReadOnlySpan<byte> _bytes;
    private int _next;

    private ThriftFrame(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    private readonly int Left => _bytes.Length - _next;

    /// <summary>Whether the bytes are one structure, from the first to the last.</summary>
    public static bool Closes(ReadOnlySpan<byte> bytes)
    {
        var frame = new ThriftFrame(bytes);
        return frame.Structure(0) && frame.Left == 0;
    }

    private bool Structure(int depth)
    {
        if (depth > DeepestNesting)
        {
            return false;
        }

        while (Left > 0)
        {
            var head = _bytes[_next++];
            if (head == 0)
            {
                return true;
            }

            // Fields that are far from the last one spell their number.
            if (((head >> 4) == 0 && !Number(out _)) || !Field(head & 15, depth))
            {
                return false;
            }
        }

        return false;
    }

    // A flag is in the field's head; in a list it has a byte of its own.
    private bool Field(int type, int depth) => type is 1 or 2 || Value(type, depth);

    private bool Value(int type, int depth) => type switch
    {
        1 or 2 or 3 => Skip(1),
        4 or 5 or 6 => Number(out _),
        7 => Skip(8),
        8 => Number(out var length) && Skip(length),
        9 or 10 => List(depth),
        11 => Map(depth),
        12 => Structure(depth + 1),
        13 => Skip(16),
        _ => false,
    };

    private bool List(int depth)
    {
        if (depth > DeepestNesting || Left < 1)
        {
            return false;
        }

        var head = _bytes[_next++];
        ulong count = (uint)(head >> 4);
        return (count < 15 || Number(out count)) && Items(count, head & 15, null, depth);
    }

    private bool Map(int depth)
    {
        if (depth > DeepestNesting || !Number(out var count) || (count > 0 && Left < 1))
        {
            return false;
        }

        var types = count == 0 ? (byte)0 : _bytes[_next++];
        return Items(count, types >> 4, types & 15, depth);
    }

    private bool Items(ulong count, int type, int? second, int depth)
    {
        // Every item takes a byte or more.
        if (count > (ulong)Left)
        {
            return false;
        }

        for (var k = 0UL; k < count; k++)
        {
            if (!Value(type, depth + 1) || (second is { } other && !Value(other, depth + 1)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Skip(ulong count)
    {
        if (count > (ulong)Left)
        {
            return false;
        }

        _next += (int)count;
        return true;
    }

    // Seven bits a byte, the lowest first.
    private bool Number(out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (Left < 1)
            {
                return false;
            }

            var part = _bytes[_next++];
            value |= (ulong)(part & 127) << Math.Min(shift, 63);
            if (part < 128)
            {
                return true;
            }
        }

        return false;
    }
}
