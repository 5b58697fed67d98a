namespace LeadershipSim.Experiments.Expressions;

/// <summary>An expression cannot be read; the message says what was found and what is allowed.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>An exception with a message.</summary>
    public ExpressionException(string message)
        : this(message, 0, null)
    {
    }

    /// <summary>An exception without a message.</summary>
    public ExpressionException()
        : this("the expression cannot be read")
    {
    }

    /// <summary>An exception with a cause.</summary>
    public ExpressionException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal ExpressionException(string message, int at, string? suggestion)
        : base(message) => (At, Suggestion) = (at, suggestion);

    /// <summary>Where in the expression, from 0.</summary>
    public int At { get; }

    /// <summary>What may have been meant; null: unknown.</summary>
    public string? Suggestion { get; }
}
