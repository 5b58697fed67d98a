namespace LeadershipSim.Analysis.Replication;

/// <summary>How wide the interval for one quantity is by now.</summary>
internal interface IPrecision
{
    /// <summary>Takes an observation in.</summary>
    void Add(double value);

    /// <summary>Half-width of the interval; +∞ while there are too few observations for one.</summary>
    double HalfWidth(double confidence);
}
