namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>Writes a table that is made of runs, a batch at a time; disposing it completes the table.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Writes what the table says of some runs.</summary>
    void Write(IReadOnlyList<RunRow> rows);
}
