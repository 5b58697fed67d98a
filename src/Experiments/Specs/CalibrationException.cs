namespace LeadershipSim.Experiments.Specs;

/// <summary>A calibration cannot continue, for a reason that lies in its file; the message says why and what to do.</summary>
public sealed class CalibrationException : Exception
{
    /// <summary>An exception with a message.</summary>
    public CalibrationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and what caused it.</summary>
    public CalibrationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An exception without a message.</summary>
    public CalibrationException()
    {
    }
}
