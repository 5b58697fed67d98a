namespace LeadershipSim.Analysis.Survival;

/// <summary>How long one subject was observed, and which event, if any, ended it.</summary>
/// <param name="Time">Time of the event or of censoring, counted from the origin, in ticks; not negative.</param>
/// <param name="Cause">0: censored at <paramref name="Time"/>; 1, 2, ...: the event happened, from this cause.</param>
/// <param name="Group">The group that is compared; empty when there is one.</param>
/// <param name="Stratum">The stratum within which groups are compared: the replicate under common random numbers.</param>
/// <param name="Entry">
/// The subject is at risk only after this time, in ticks; below <paramref name="Time"/>. 0: from the origin on, so that an event at time 0 counts.
/// </param>
public readonly record struct Lifetime(double Time, int Cause, string Group = "", string Stratum = "", double Entry = 0)
{
    /// <summary>An observation with one kind of event.</summary>
    /// <param name="time">Time of the event or of censoring, in ticks.</param>
    /// <param name="happened">Whether the event happened; false: censored.</param>
    public Lifetime(double time, bool happened)
        : this(time, happened ? 1 : 0)
    {
    }

    /// <summary>
    /// Subjects of one cluster may depend on each other, as runs with the same random numbers do; null: every subject by itself. Errors of
    /// Kaplan–Meier curves and their restricted means allow for it; other methods take subjects for independent, or keep clusters apart by
    /// <see cref="Stratum"/>.
    /// </summary>
    public string? Cluster { get; init; }

    /// <summary>Whether an event, of any cause, happened at <see cref="Time"/>.</summary>
    public bool Event => Cause > 0;

    /// <summary>Whether the subject is at risk at a time: entered before it and not gone before it.</summary>
    public bool IsAtRisk(double time) => Time >= time && (Entry < time || Entry == 0);
}
