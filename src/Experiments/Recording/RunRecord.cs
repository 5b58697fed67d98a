namespace LeadershipSim.Experiments.Recording;

/// <summary>What was kept of one run beside its outputs.</summary>
/// <param name="Events">What happened, in order.</param>
/// <param name="Ticks">The ticks of its series.</param>
/// <param name="Series">One value per tick and metric, tick by tick.</param>
public sealed record RunRecord(IReadOnlyList<RunEvent> Events, IReadOnlyList<int> Ticks, IReadOnlyList<double> Series)
{
    /// <summary>Nothing.</summary>
    public static RunRecord Empty { get; } = new([], [], []);
}
