namespace LeadershipSim.Simulation.State;

/// <summary>Working arrays of the processes, kept from run to run.</summary>
internal sealed class Scratch
{
    /// <summary>Overload of every agent in this tick: max(0, 1 − capacity/load).</summary>
    public double[] Overload { get; private set; } = [];

    /// <summary>Room for one seat number each.</summary>
    public int[] Chosen { get; private set; } = [];

    public void Reset(int seats)
    {
        if (Overload.Length < seats)
        {
            Overload = new double[seats];
            Chosen = new int[seats];
        }

        Array.Clear(Overload);
    }
}
