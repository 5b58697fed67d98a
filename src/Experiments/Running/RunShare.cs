using System.Globalization;

namespace LeadershipSim.Experiments.Running;

/// <summary>
/// One of several equal shares of a plan, for a process or a machine of its own: consecutive runs, so that every share is sampled as
/// evenly as the plan. All shares of one number together are the plan, and no run is in two.
/// </summary>
public sealed record RunShare
{
    /// <summary>Most shares a plan can be divided into.</summary>
    public const int MostShares = 1_000_000;

    /// <summary>A share.</summary>
    /// <param name="index">Which one, from 1.</param>
    /// <param name="of">How many there are.</param>
    public RunShare(int index, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(of, MostShares);
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, of);
        (Index, Of) = (index, of);
    }

    /// <summary>Which one, from 1.</summary>
    public int Index { get; }

    /// <summary>How many there are.</summary>
    public int Of { get; }

    /// <summary>The whole plan.</summary>
    public static RunShare All { get; } = new(1, 1);

    /// <summary>Reads a share as people write it, 3/10; null when it is not one.</summary>
    public static RunShare? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var first, var second] && Number(first) is { } index && Number(second) is { } of && index <= of ? new(index, of) : null;

        static int? Number(string digits) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostShares ? number : null;
    }

    /// <summary>Reads a text that looks like a share counted from 0, as array tasks often are; null when it does not.</summary>
    /// <returns>How many shares there are.</returns>
    public static int? CountedFromZero(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is ["0", var of] && Parse($"1/{of}") is { } share ? share.Of : null;
    }

    /// <summary>The first run of the share, and how many it has, of a plan of some runs.</summary>
    public (long First, long Count) RangeOf(long runs)
    {
        var first = EndOf(Index - 1, runs);
        return (first, EndOf(Index, runs) - first);
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Index}/{Of}");

    private long EndOf(int shares, long runs) => (long)((Int128)runs * shares / Of);
}
