namespace LeadershipSim.Experiments.Designs;

/// <summary>A design that lists its points in a table of a file. Its file is read with the experiment and kept with the results.</summary>
internal interface IListedPoints : IExperimentDesign
{
    /// <summary>The file.</summary>
    string Path { get; }

    /// <summary>What the file says; null until it has been read.</summary>
    PointTable? Table { get; }

    /// <summary>The design with what its file says.</summary>
    IListedPoints With(PointTable table);
}
