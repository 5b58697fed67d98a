namespace LeadershipSim.Runner.CommandLine;

/// <summary>Ends a verb with a message and an exit code.</summary>
internal sealed class CommandException : Exception
{
    /// <summary>Ends a verb.</summary>
    public CommandException(int exitCode, string message)
        : base(message) => ExitCode = exitCode;

    /// <summary>The exit code of the process.</summary>
    public int ExitCode { get; }
}
