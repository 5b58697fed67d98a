using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// The lazy chain of row-normalized trust between agents: in a step everybody keeps half of what it has and passes the other half over its ties, in
/// proportion to its trust. Laid out for four seats at a time: blocks of four rows, as long as the longest of them, tie by tie.
/// </summary>
internal readonly ref struct TrustChain
{
    private static readonly int Lanes = Vector256<double>.Count;

    // What stays with each agent; over each tie of a block, what share of the other's comes, and from which seat.
    private readonly Span<double> _kept;
    private readonly Span<double> _received;
    private readonly Span<int> _from;
    private readonly Span<int> _blockEnd;

    /// <summary>Lays out the chain of the present trust.</summary>
    public TrustChain(OrganizationView view, PolicyMemory memory)
    {
        var blocks = (view.Seats + Lanes - 1) / Lanes;
        var places = PlacesOf(view);
        var room = memory.Room((3 * blocks * Lanes) + places);
        var numbers = memory.NumberRoom(blocks + places);
        room.Clear();
        numbers.Clear();
        First = room[..(blocks * Lanes)];
        Second = room.Slice(blocks * Lanes, blocks * Lanes);
        _kept = room.Slice(2 * blocks * Lanes, blocks * Lanes);
        _received = room[(3 * blocks * Lanes)..];
        _blockEnd = numbers[..blocks];
        _from = numbers[blocks..];
        WeighOutgoing(view);
        WeighIncoming(view);
        for (var seat = 0; seat < view.Seats; seat++)
        {
            _kept[seat] = _kept[seat] > 0 ? 0.5 : 1;
        }
    }

    /// <summary>Room for a quantity of all seats, of whole blocks.</summary>
    public Span<double> First { get; }

    /// <summary>Room for another.</summary>
    public Span<double> Second { get; }

    /// <summary>next = x·P + momentum·(x·P − before), in place of what was before.</summary>
    /// <returns>Sum over seats of |next − x|.</returns>
    public double Step(ReadOnlySpan<double> x, Span<double> before, double momentum)
    {
        ref var now = ref MemoryMarshal.GetReference(x);
        ref var then = ref MemoryMarshal.GetReference(before);
        ref var kept = ref MemoryMarshal.GetReference(_kept);
        ref var received = ref MemoryMarshal.GetReference(_received);
        ref var from = ref MemoryMarshal.GetReference(_from);
        var (place, seat, change) = (0, 0, 0.0);
        foreach (var end in _blockEnd)
        {
            var own = Vector256.LoadUnsafe(ref now, (nuint)seat);
            var next = Vector256.LoadUnsafe(ref kept, (nuint)seat) * own;
            for (; place < end; place += Lanes)
            {
                next += Vector256.LoadUnsafe(ref received, (nuint)place) * Vector256.Create(
                    Unsafe.Add(ref now, Unsafe.Add(ref from, place)),
                    Unsafe.Add(ref now, Unsafe.Add(ref from, place + 1)),
                    Unsafe.Add(ref now, Unsafe.Add(ref from, place + 2)),
                    Unsafe.Add(ref now, Unsafe.Add(ref from, place + 3)));
            }

            next += Vector256.Create(momentum) * (next - Vector256.LoadUnsafe(ref then, (nuint)seat));
            next.StoreUnsafe(ref then, (nuint)seat);
            var moved = Vector256.Abs(next - own);
            change += moved[0];
            change += moved[1];
            change += moved[2];
            change += moved[3];
            seat += Lanes;
        }

        return change;
    }

    private static int PlacesOf(OrganizationView view)
    {
        var places = 0;
        for (var first = 0; first < view.Seats; first += Lanes)
        {
            places += Lanes * Longest(view, first);
        }

        return places;
    }

    private static int Longest(OrganizationView view, int first)
    {
        var longest = 0;
        for (var seat = first; seat < Math.Min(first + Lanes, view.Seats); seat++)
        {
            longest = Math.Max(longest, view.TiedTo(seat).Length);
        }

        return longest;
    }

    // What an agent passes on for each unit of its trust, where it keeps half; 0 where it has nobody to pass anything on to.
    private void WeighOutgoing(OrganizationView view)
    {
        for (var seat = 0; seat < view.Seats; seat++)
        {
            var tied = view.TiedTo(seat);
            var trust = view.TrustFrom(seat);
            var total = 0.0;
            for (var k = 0; k < tied.Length; k++)
            {
                total += view.IsOccupied(tied[k]) ? trust[k] : 0;
            }

            _kept[seat] = view.IsOccupied(seat) && total > 0 ? 1 / (2 * total) : 0;
        }
    }

    private void WeighIncoming(OrganizationView view)
    {
        var start = 0;
        for (var first = 0; first < view.Seats; first += Lanes)
        {
            for (var seat = first; seat < Math.Min(first + Lanes, view.Seats); seat++)
            {
                var tied = view.TiedTo(seat);
                var trust = view.TrustIn(seat);
                for (var k = 0; k < tied.Length; k++)
                {
                    var place = start + (k * Lanes) + seat - first;
                    _from[place] = tied[k];
                    _received[place] = view.IsOccupied(seat) ? trust[k] * _kept[tied[k]] : 0;
                }
            }

            start += Lanes * Longest(view, first);
            _blockEnd[first / Lanes] = start;
        }
    }
}
