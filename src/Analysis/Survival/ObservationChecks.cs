
namespace LeadershipSim.Analysis.Survival;

/// <summary>Refuses observations no estimator could use, with what is allowed and what to do.</summary>
internal static class ObservationChecks
{
    /// <summary>Throws for the first observation that is not one.</summary>
    public static void Check(IReadOnlyCollection<Lifetime> observations, string parameter)
    {
        ArgumentNullException.ThrowIfNull(observations, parameter);
        var index = 0;
        foreach (var observation in observations)
        {
            index++;
            if (Problem(observation) is { } problem)
            {
                throw new ArgumentException(Invariant($"Lifetime {index} {problem}"), parameter);
            }
        }
    }

    /// <summary>Throws when there are no observations or fewer groups than a comparison needs.</summary>
    public static void CheckComparable(IReadOnlyCollection<Lifetime> observations, string parameter)
    {
        Check(observations, parameter);
        if (observations.Count == 0)
        {
            throw new ArgumentException("There are no observations: a comparison needs at least two groups with observations.", parameter);
        }

        if (observations.Select(o => o.Group).Distinct().Take(2).Count() < 2)
        {
            throw new ArgumentException(
                $"All observations are of one group, '{observations.First().Group}': a comparison needs at least two. Name the column that holds the group, or estimate one curve.",
                parameter);
        }
    }

    private static string? Problem(in Lifetime observation) => observation switch
    {
        { Time: var time } when !(time >= 0 && double.IsFinite(time)) => Invariant($"has time {time}: allowed are finite numbers of at least 0. Time is counted from the origin on; leave out subjects without a time."),
        { Cause: < 0 and var cause } => Invariant($"has cause {cause}: allowed are 0 for censored and 1, 2, ... for causes of the event."),
        { Entry: var entry, Time: var time } when !(entry >= 0 && (entry < time || entry == 0)) => Invariant($"enters at {entry} and ends at {time}: entry must be at least 0 and before the end. Leave out subjects that ended before they entered."),
        { Group: null } or { Stratum: null } => "has no group or stratum: use an empty text where there is only one.",
        _ => null,
    };
}
