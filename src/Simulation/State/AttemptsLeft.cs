namespace LeadershipSim.Simulation.State;

/// <summary>Capacity in the present tick: the attempts that every agent has left. Drawn once a tick, when it is first needed.</summary>
internal sealed class AttemptsLeft
{
    private const int NotDrawn = -1;

    private int[] _left = [];
    private int _seats;

    public void Reset(int seats)
    {
        _seats = seats;
        if (_left.Length < seats)
        {
            _left = new int[seats];
        }
    }

    public void OpenTick() => Array.Fill(_left, NotDrawn, 0, _seats);

    /// <summary>Attempts a seat's agent has left; negative: not yet drawn.</summary>
    public ref int Of(int seat) => ref _left[seat];
}
