namespace LeadershipSim.Simulation.State;

/// <summary>Reads a run after every tick. It gets no random numbers and can change nothing.</summary>
public interface ITickObserver
{
    /// <summary>Whether it reads <see cref="TickView.HandOvers"/>, which are recorded for those alone who do.</summary>
    bool ReadsHandOvers => false;

    /// <summary>Called in the last phase of every tick; tick 0 is the founding.</summary>
    void Observe(in TickView view);
}
