using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>Collects the distinct undirected ties of a network. Keeps its arrays from run to run.</summary>
public sealed class TieBuilder
{
    private ulong[] _ties = new ulong[256];
    private ulong[] _table = new ulong[1024];
    private int _count;

    private readonly List<(int Seat, int Other, double Trust)> _trust = [];

    /// <summary>Number of seats.</summary>
    public int Seats { get; private set; }

    /// <summary>Number of sites.</summary>
    public int Sites { get; private set; }

    internal IReadOnlyList<(int Seat, int Other, double Trust)> StatedTrust => _trust;

    internal ReadOnlySpan<ulong> Ties => _ties.AsSpan(0, _count);

    /// <summary>Ties two seats; nothing happens when they are tied already or are the same seat.</summary>
    /// <returns>Whether the tie is new.</returns>
    public bool Tie(int seat, int other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seat);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(seat, Seats);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(other, Seats);
        if (seat == other)
        {
            return false;
        }

        if (4 * (_count + 1) > 3 * _table.Length)
        {
            GrowTable();
        }

        var key = KeyOf(seat, other);
        var slot = FindSlot(key);
        if (_table[slot] == key)
        {
            return false;
        }

        _table[slot] = key;
        if (_count == _ties.Length)
        {
            Array.Resize(ref _ties, 2 * _count);
        }

        _ties[_count++] = key;
        return true;
    }

    /// <summary>States the trust of one seat's agent in another's at founding, instead of the baseline; they have to be tied.</summary>
    public void StateTrust(int seat, int other, double trust) => _trust.Add((seat, other, trust));

    /// <summary>Whether two seats are tied.</summary>
    public bool AreTied(int seat, int other) => seat != other && _table[FindSlot(KeyOf(seat, other))] != 0;

    /// <summary>
    /// Lays distinct random ties between untied seats of the same site, or of different ones; as many as asked for, or as there is
    /// room for.
    /// </summary>
    public void TieRandomPairs(int count, bool sameSite, ref RandomStream random)
    {
        // Drawing until a pair is new takes n log n draws at worst only when nearly all pairs are tied; that many misses in a row end it.
        var misses = 0;
        var patience = 64 + (16 * Seats);
        while (count > 0 && misses < patience)
        {
            var seat = random.NextIndex(Seats);
            var other = sameSite ? DrawAtSite(SeatPlan.SiteOf(seat, Sites), ref random) : random.NextIndex(Seats);
            var allowed = sameSite || SeatPlan.SiteOf(seat, Sites) != SeatPlan.SiteOf(other, Sites);
            if (allowed && Tie(seat, other))
            {
                count--;
                misses = 0;
            }
            else
            {
                misses++;
            }
        }
    }

    /// <summary>A random seat that is neither the given one nor tied to it; the fallback when none is found soon.</summary>
    public int DrawUntied(int seat, int fallback, ref RandomStream random)
    {
        for (var attempt = 0; attempt < 64; attempt++)
        {
            var other = random.NextIndex(Seats);
            if (other != seat && !AreTied(seat, other))
            {
                return other;
            }
        }

        return fallback;
    }

    internal void Reset(int seats, int sites)
    {
        (Seats, Sites, _count) = (seats, sites, 0);
        _trust.Clear();
        Array.Clear(_table);
    }

    internal static (int Seat, int Other) Ends(ulong tie) => ((int)(tie >> 32), (int)(uint)tie - 1);

    // The lower seat above, the higher one plus 1 below: never 0, which marks a free slot.
    private static ulong KeyOf(int seat, int other) =>
        seat < other ? ((ulong)(uint)seat << 32) | (uint)(other + 1) : ((ulong)(uint)other << 32) | (uint)(seat + 1);

    private int DrawAtSite(int site, ref RandomStream random) => site + (Sites * random.NextIndex((Seats - site + Sites - 1) / Sites));

    private int FindSlot(ulong key)
    {
        var slot = (int)(SplitMix64.Mix(key) & (ulong)(_table.Length - 1));
        while (_table[slot] != 0 && _table[slot] != key)
        {
            slot = (slot + 1) & (_table.Length - 1);
        }

        return slot;
    }

    private void GrowTable()
    {
        _table = new ulong[2 * _table.Length];
        foreach (var key in Ties)
        {
            _table[FindSlot(key)] = key;
        }
    }
}
