namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>What the engine gives beside what is expected of it.</summary>
/// <param name="Runs">Runs per scenario.</param>
/// <param name="Seed">Root seed.</param>
/// <param name="Cases">The cases.</param>
internal sealed record DockReport(int Runs, ulong Seed, IReadOnlyList<DockedCase> Cases)
{
    /// <summary>Whether all cases agree.</summary>
    public bool Agrees => Cases.All(c => c.Agrees);

    /// <summary>The rule by which a value agrees.</summary>
    public string Rule { get; } = Tolerance.Rule;

    /// <summary>Runs cases one after another, each on all workers.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="runs">Runs per scenario.</param>
    /// <param name="seed">Root seed.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="progress">Receives runs done, runs in all and runs failed (always 0), from any thread.</param>
    /// <param name="cancellation">Stops the runs.</param>
    public static DockReport Of(
        IReadOnlyList<IExactCase> cases, int runs, ulong seed, int workers, Action<long, long, long> progress, CancellationToken cancellation)
    {
        var (done, total) = (0L, cases.Sum(c => c.TotalRuns(runs)));
        var docked = cases.Select(c => new DockedCase(c.Name, c.Shows, c.Dock(new(c.Name, runs, seed, workers, Finished, cancellation))));
        return new(runs, seed, [.. docked]);

        void Finished(int count) => progress(Interlocked.Add(ref done, count), total, 0);
    }
}
