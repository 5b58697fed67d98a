using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Reads off a run what an independent program of the same rules reports.</summary>
internal sealed class ProgramMeasurement : IRunMeasurement, ITickObserver
{
    // Runs that were observed for this long after the exit, and those among them that lived on.
    private const int WatchedTicks = 52;

    private double _strain;
    private double _vacancy;

    /// <summary>The numbers in their order; the last two are counts of runs.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "endTick", "neff", "endKnow", "departures", "strainOfAuthority", "vacancy", "resolvedPerTick", "unresolvedPerTick", "successShare",
        "alive", "exit", "outlived", "watched",
    ];

    /// <inheritdoc/>
    public int Count => Names.Count;

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick == 0)
        {
            (_strain, _vacancy) = (0, 0);
            return;
        }

        var authority = view.Organization.Authority;
        var strain = view.Organization.Strain;
        for (var seat = 0; seat < authority.Length; seat++)
        {
            _strain += authority[seat] * strain[seat];
        }

        _vacancy += view.Organization.VacantAuthority;
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values)
    {
        var outcome = run.Outcome;
        var isWatched = outcome.FoundingExit.Occurred && outcome.FoundingExit.Tick + WatchedTicks <= run.Scenario.HorizonTicks;
        var livesOn = outcome.EndCause != EndCause.Failure || outcome.EndTick > outcome.FoundingExit.Tick + WatchedTicks;
        ReadOnlySpan<double> read =
        [
            outcome.EndTick,
            outcome.MeanEffectiveHolders,
            outcome.MeanKnowledge,
            outcome.Departures,
            _strain / outcome.EndTick,
            _vacancy / outcome.EndTick,
            (double)outcome.DecisionsResolved / outcome.EndTick,
            (double)outcome.DecisionsFailed / outcome.EndTick,
            (double)outcome.DecisionsSucceeded / Math.Max(1, outcome.DecisionsResolved),
            outcome.EndCause == EndCause.Failure ? 0 : 1,
            outcome.FoundingExit.Occurred ? 1 : 0,
            isWatched && livesOn ? 1 : 0,
            isWatched ? 1 : 0,
        ];
        read.CopyTo(values);
    }
}
