namespace LeadershipSim.Experiments.Querying;

/// <summary>A query that cannot be answered; the message says where it is wrong and what there is to ask.</summary>
public sealed class QueryException : Exception
{
    /// <summary>An exception without details.</summary>
    public QueryException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public QueryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
