namespace LeadershipSim.Runner.CommandLine;

/// <summary>How much a verb says on standard error.</summary>
internal enum Verbosity
{
    /// <summary>Nothing but errors and warnings.</summary>
    Quiet,

    /// <summary>How far it is and what comes next.</summary>
    Normal,

    /// <summary>Also every failure and every commit.</summary>
    Verbose,
}
