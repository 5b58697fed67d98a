using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>A method of calibration by its settings; Analysis has the method itself.</summary>
[ChosenByKind]
public interface ICalibrationMethod
{
    /// <summary>Whether its populations come nearer to what was observed by a tolerance that falls.</summary>
    bool HasTolerance { get; }

    /// <summary>Why the settings cannot be used with so many parameters, and what to do; null: they can.</summary>
    string? Refusal(int parameters);

    /// <summary>Most simulations that a population takes, numbered from 0; null: there is no such population.</summary>
    long? SimulationsOf(int population);
}
