namespace LeadershipSim.Experiments.Tables;

/// <summary>A data file cannot be used; the message says where, what was found, what is allowed and what to do.</summary>
public sealed class DataException : Exception
{
    /// <summary>An exception with a message.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and what caused it.</summary>
    public DataException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An exception without a message.</summary>
    public DataException()
    {
    }
}
