namespace LeadershipSim.Experiments.Running;

/// <summary>A process does not have all parts of a stage.</summary>
public sealed class PartsMissingException : Exception
{
    /// <summary>An exception without details.</summary>
    public PartsMissingException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public PartsMissingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public PartsMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception with the number of parts that are there, and of all.</summary>
    public PartsMissingException(int done, int parts)
        : base(Invariant($"{done} of {parts} parts of the stage are there")) => (Done, Parts) = (done, parts);

    /// <summary>Parts that are there.</summary>
    public int Done { get; }

    /// <summary>Parts of the stage.</summary>
    public int Parts { get; }
}
