namespace LeadershipSim.Simulation.State;

/// <summary>The program: its vitality, and whether it is alive or why it ended. An ended program never revives.</summary>
internal sealed class LearningProgram
{
    private int _ticksBelow;

    public double Vitality { get; private set; }

    public EndCause? Ended { get; private set; }

    /// <summary>What the stop rule calls the end that it made; null: none did.</summary>
    public string? StopCause { get; private set; }

    public bool IsAlive => Ended is null;

    public void Reset(double vitality) => (Vitality, Ended, StopCause, _ticksBelow) = (vitality, null, null, 0);

    public void Perform(double success, double rate) => Vitality += rate * (success - Vitality);

    /// <summary>Counts consecutive ticks in which the program does not work; after the grace it fails.</summary>
    public void Judge(bool works, int graceTicks)
    {
        _ticksBelow = works ? 0 : _ticksBelow + 1;
        if (_ticksBelow >= graceTicks)
        {
            End(EndCause.Failure);
        }
    }

    public void Stop(string cause)
    {
        if (IsAlive)
        {
            (Ended, StopCause) = (EndCause.Stopped, cause);
        }
    }

    public void End(EndCause cause) => Ended ??= cause;
}
