namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A scenario in which theory, or another program, says what the engine has to give.</summary>
internal interface IExactCase
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>What agreement shows, in a sentence without a final stop.</summary>
    string Shows { get; }

    /// <summary>Runs it makes when each scenario is run so many times.</summary>
    long TotalRuns(int runs);

    /// <summary>Runs its scenarios and puts the results beside what is expected.</summary>
    IReadOnlyList<DockedQuantity> Dock(DockRuns runs);
}
