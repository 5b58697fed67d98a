namespace LeadershipSim.Runner.CommandLine;

/// <summary>Ends a verb with a message for the user and an exit code.</summary>
internal sealed class CommandException : Exception
{
    /// <summary>Ends a verb.</summary>
    public CommandException(int exitCode, string message)
        : base(message) => ExitCode = exitCode;

    /// <summary>What the shell is told.</summary>
    public int ExitCode { get; }
}
