namespace LeadershipSim.Simulation.State;

/// <summary>A list of seats that allocates nothing once it is as long as it gets.</summary>
internal sealed class SeatList
{
    private int[] _items = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    public Span<int> Mutable => _items.AsSpan(0, Count);

    public void Reset(int capacity)
    {
        if (_items.Length < capacity)
        {
            _items = new int[capacity];
        }

        Count = 0;
    }

    public void Clear() => Count = 0;

    public void Add(int seat)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(16, 2 * Count));
        }

        _items[Count++] = seat;
    }

    /// <summary>Keeps the order of the others.</summary>
    public void RemoveAt(int index)
    {
        _items.AsSpan(index + 1, Count - index - 1).CopyTo(_items.AsSpan(index));
        Count--;
    }

    public void Truncate(int count) => Count = count;
}
