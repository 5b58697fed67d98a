using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Settings of a search that refines an even spread of points by successive halving, and ends with a race of the best.</summary>
public sealed record SearchSettings : IOptimizationMethod
{
    /// <summary>New points of a round.</summary>
    [Parameter("New points of a round", Min = 4, Max = 1_000_000)]
    public int Points { get; init; } = 64;

    /// <summary>Replicates of a new point.</summary>
    [Parameter("Replicates of a new point; what is kept gets 1/keep times as many, rung by rung", Min = 2, Max = 1_000_000)]
    public int Replicates { get; init; } = 8;

    /// <summary>Share that is kept from rung to rung.</summary>
    [Parameter("Share of a round's number of points that is kept from rung to rung", Unit = "share", MinExclusive = true, Max = 0.5)]
    public double Keep { get; init; } = 0.25;

    /// <summary>Rungs of a round.</summary>
    [Parameter("Rungs of a round: how often points are kept, less one", Min = 2, Max = 10)]
    public int Rungs { get; init; } = 3;

    /// <summary>Share of new points that are spread over all values, after the first round.</summary>
    [Parameter("Share of new points that are spread over all values, after the first round", Unit = "share", MinExclusive = true)]
    public double Explore { get; init; } = 0.25;

    /// <summary>By what the width around the best is multiplied from round to round.</summary>
    [Parameter("Factor by which the width of the ranges around the best changes from round to round", Unit = "share", MinExclusive = true)]
    public double Shrink { get; init; } = 0.7;

    /// <summary>Best points that race at the end.</summary>
    [Parameter("Best points that race at the end", Min = 2, Max = 1000)]
    public int RaceArms { get; init; } = 12;

    /// <summary>Share of the runs that the race at the end may take.</summary>
    [Parameter("Share of the runs that is kept for the race at the end", Unit = "share", MinExclusive = true, Max = 0.9)]
    public double RaceShare { get; init; } = 0.4;

    /// <summary>Replicates of every arm before the first look of the race.</summary>
    [Parameter("Replicates of every arm before the first look of the race", Min = 10, Max = 1_000_000)]
    public int RaceReplicates { get; init; } = 32;

    /// <summary>Greatest probability that the race eliminates the best of its arms.</summary>
    [Parameter("Greatest probability that the race eliminates the best of its arms", Unit = "probability", MinExclusive = true, Max = 0.5)]
    public double Error { get; init; } = 0.05;

    /// <summary>Difference that is too small to matter.</summary>
    [Parameter("Difference of the goal that is too small to matter, in its unit: the race ends when the leader is shown to be within it; 0: every one matters", Max = 1e12)]
    public double Indifference { get; init; }

    /// <inheritdoc/>
    public RaceRule Race => new(RaceReplicates, Error, Indifference);

    /// <summary>Runs that the rounds may take of those of the search.</summary>
    /// <param name="searchRuns">Runs without those of the confirmation.</param>
    public long RefiningRuns(long searchRuns) => (long)(searchRuns * (1 - RaceShare));

    /// <summary>Points that are kept for a rung; rung 0 has all.</summary>
    public int KeptAt(int rung) => Math.Max(1, (int)Math.Ceiling(Points * Math.Pow(Keep, rung)));

    /// <summary>Replicates at a rung.</summary>
    public int ReplicatesAt(int rung) => (int)Math.Min(int.MaxValue, Math.Round(Replicates * Math.Pow(1 / Keep, rung)));

    /// <summary>Most runs that a rung takes.</summary>
    public long RungRuns(int rung) => (long)KeptAt(rung) * (ReplicatesAt(rung) - (rung == 0 ? 0 : ReplicatesAt(rung - 1)));

    /// <summary>Most runs that a round takes.</summary>
    public long RoundRuns => Enumerable.Range(0, Rungs).Sum(RungRuns);

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors, long searchRuns)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var race = searchRuns - RefiningRuns(searchRuns);
        return factors.Count > EvenPoints.MostDimensions
            ? Invariant($"a search has at most {EvenPoints.MostDimensions} factors, and there are {factors.Count}")
            : RoundRuns > RefiningRuns(searchRuns)
            ? Invariant($"a round takes up to {RoundRuns} runs, and the budget leaves {RefiningRuns(searchRuns)} for rounds; raise the budget, or lower points or replicates")
            : (long)RaceArms * RaceReplicates > race
            ? Invariant($"{RaceArms} arms take {(long)RaceArms * RaceReplicates} runs before the first look of the race, and the budget leaves {race}; raise the budget or raceShare, or lower raceArms")
            : null;
    }
}
