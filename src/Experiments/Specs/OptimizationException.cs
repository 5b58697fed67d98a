namespace LeadershipSim.Experiments.Specs;

/// <summary>An optimization that its file allows, and the model does not; the message says what to change.</summary>
public sealed class OptimizationException : Exception
{
    /// <summary>An optimization that cannot be done.</summary>
    public OptimizationException(string message)
        : base(message)
    {
    }

    /// <summary>An optimization that cannot be done, for a reason that lies deeper.</summary>
    public OptimizationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An exception without a message.</summary>
    public OptimizationException()
    {
    }
}
