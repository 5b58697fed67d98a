namespace LeadershipSim.Simulation;

/// <summary>Working arrays of the processes, kept from run to run.</summary>
internal sealed class Scratch
{
    /// <summary>Agents who leave in this tick.</summary>
    public SeatList Leavers { get; } = new();

    /// <summary>Overload of every agent in this tick: max(0, 1 − capacity/load).</summary>
    public double[] Overload { get; private set; } = [];

    public void Reset(int seats)
    {
        Leavers.Reset(seats);
        if (Overload.Length < seats)
        {
            Overload = new double[seats];
        }

        Array.Clear(Overload);
    }
}
