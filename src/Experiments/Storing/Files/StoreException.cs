namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>Why a results folder cannot be used.</summary>
public enum StoreProblem
{
    /// <summary>It does not exist, holds no results, or is damaged.</summary>
    NotReadable,

    /// <summary>It cannot be written to.</summary>
    NotWritable,

    /// <summary>It belongs to another experiment or model revision.</summary>
    OtherExperiment,

    /// <summary>It has no column of a name: another version wrote it.</summary>
    ColumnMissing,

    /// <summary>It was run by other rules, so that its runs cannot be made again by this version.</summary>
    OtherRevision,

    /// <summary>Another process is working in it.</summary>
    Locked,

    /// <summary>Two folders have different results for one run.</summary>
    Contradiction,
}

/// <summary>A results folder cannot be used; the message says where, why, and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>An exception without details.</summary>
    public StoreException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception with what is wrong, a message and perhaps its cause.</summary>
    public StoreException(StoreProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public StoreProblem Problem { get; }
}
