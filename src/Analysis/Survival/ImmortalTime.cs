namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// Finds groupings that give immortal time: groups made by whether the leadership left, while time is counted from the start. Programs
/// that live longer have more time to see their leadership leave, so the group "left" lives longer even if leaving does nothing.
/// </summary>
/// <remarks>Suissa (2008), https://doi.org/10.1093/aje/kwm324. In a trial without any effect the grouping gave a hazard ratio of 0.19.</remarks>
public static class ImmortalTime
{
    /// <summary>Throws when the groups are made by whether the leadership left later.</summary>
    /// <param name="subjects">The subjects, in their groups.</param>
    /// <exception cref="ArgumentException">The grouping gives immortal time; the message says what to do instead.</exception>
    public static void Refuse(IReadOnlyCollection<ExitObservation> subjects)
    {
        if (Problem(subjects) is { } problem)
        {
            throw new ArgumentException(problem, nameof(subjects));
        }
    }

    /// <summary>What is wrong with the grouping; null when nothing is.</summary>
    /// <param name="subjects">The subjects, in their groups.</param>
    public static string? Problem(IReadOnlyCollection<ExitObservation> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var groups = subjects.GroupBy(s => s.Life.Group).ToArray();
        var always = groups.Where(g => g.All(s => s.Exited)).ToArray();
        var never = groups.Where(g => !g.Any(s => s.Exited)).ToArray();

        // Exits at the start are known from the start: those groups are honest.
        var isLate = always.Any(g => g.Any(s => s.ExitTime > s.Life.Entry));
        return always.Length > 0 && never.Length > 0 && always.Length + never.Length == groups.Length && isLate
            ? $"The groups {Names(always)} and {Names(never)} are made by whether the leadership left, which is known only later: subjects had to live until then to get into {Names(always)} (immortal time). "
                + "Count time from the exit on, compare from a landmark on, let the exit be a covariate that changes with time, or estimate state occupation."
            : null;
    }

    private static string Names(IEnumerable<IGrouping<string, ExitObservation>> groups) => string.Join(", ", groups.Select(g => $"'{g.Key}'"));
}
