using System.Globalization;
using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Whether programs outlive their leadership, by policy (pooled over the other factors, whose levels the design gives equal weight)
/// and by design point.
/// </summary>
public sealed record OutlivingStudy
{
    /// <summary>The factor that is compared when an experiment varies it.</summary>
    public const string PolicyPath = "policy";

    /// <summary>Ticks after the exit at which programs are looked at: a year of weeks.</summary>
    public const int LandmarkTicks = 52;

    private const string EveryRun = "all runs";

    // More levels than that are a scale, not arms to be compared two by two.
    private const int MostLevels = 50;

    /// <summary>Path of the factor whose levels are compared; empty when nothing varies.</summary>
    public required string ComparedPath { get; init; }

    /// <summary>Paths of the other factors.</summary>
    public required IReadOnlyList<string> OtherPaths { get; init; }

    /// <summary>Last tick of the runs; the shortest when it varies.</summary>
    public required int HorizonTicks { get; init; }

    /// <summary>One summary per level compared, pooled over the other factors.</summary>
    public required IReadOnlyList<OutlivingSummary> ByPolicy { get; init; }

    /// <summary>One summary per design point.</summary>
    public required IReadOnlyList<OutlivingSummary> ByPoint { get; init; }

    /// <summary>Whether levels can be compared replicate by replicate: two to fifty of them, at design points that share their random numbers.</summary>
    public bool IsPaired { get; init; }

    /// <summary>The other levels compared with one of them, replicate by replicate; empty before <see cref="ComparedWith"/>.</summary>
    public IReadOnlyList<OutlivingContrast> Contrasts { get; init; } = [];

    /// <summary>Reasons to doubt the results as a whole, or what is said about a policy.</summary>
    public required IReadOnlyList<Caution> Cautions { get; init; }

    /// <summary>Reasons to doubt what is said about single design points.</summary>
    public required IReadOnlyList<Caution> PointCautions { get; init; }

    /// <summary>The levels compared, in the order of the design.</summary>
    public IReadOnlyList<string> Policies => [.. ByPolicy.Select(s => s.Group.Policy)];

    /// <summary>Studies the runs.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="points">The runs by design point; points without runs are left out.</param>
    /// <param name="planned">Number of runs planned.</param>
    public static OutlivingStudy Of(ExperimentSpec spec, IReadOnlyList<PointRuns> points, long planned)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(points);

        // A factor with a distribution has as many values as points: nothing to compare.
        var compared = spec.Factors.Where(f => f.Distribution is null).Select(f => f.Path).OrderByDescending(p => p == PolicyPath).FirstOrDefault("");
        var withRuns = points.Where(p => p.Runs.Count > 0).ToArray();
        var horizon = withRuns.Select(p => p.Point.Scenario.HorizonTicks).DefaultIfEmpty(spec.Baseline.HorizonTicks).Min();
        var landmark = Math.Min(LandmarkTicks, Math.Max(1, horizon / 2));
        var restricted = Math.Max(1, horizon / 2);
        OutlivingSummary Summary(RunGroup group) => OutlivingSummary.Of(group, landmark, restricted);
        OutlivingSummary[] byPoint = [.. withRuns.Select(p => Summary(GroupOf(p, compared)))];
        OutlivingSummary[] byPolicy =
        [
            .. byPoint.GroupBy(s => s.Group.Policy).Select(g => Summary(new RunGroup(g.Key, [], [.. g.SelectMany(s => s.Group.Runs)]))),
        ];
        return new OutlivingStudy
        {
            ComparedPath = compared,
            OtherPaths = [.. spec.Factors.Select(f => f.Path).Where(p => p != compared)],
            HorizonTicks = horizon,
            ByPolicy = byPolicy,
            ByPoint = byPoint,
            IsPaired = spec.AllPointsShareRandomNumbers && byPolicy.Length is > 1 and <= MostLevels,
            Cautions =
            [
                .. Doubts(spec, points, byPoint, planned),
                .. byPolicy.SelectMany(OutlivingCautions.Of),
                .. byPolicy.Length is > 1 and <= MostLevels && ProportionalHazards.Doubt(byPolicy, compared) is { } doubt ? [doubt] : Array.Empty<Caution>(),
            ],
            PointCautions = byPoint.Length > byPolicy.Length ? [.. byPoint.SelectMany(OutlivingCautions.Of)] : [],
        };
    }

    /// <summary>The study with every other level compared with one of them, and the doubts about that.</summary>
    /// <param name="policy">The level the others are compared with.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public OutlivingStudy ComparedWith(string policy, BootstrapSettings? settings = null)
    {
        var reference = ByPolicy.FirstOrDefault(s => s.Group.Policy == policy)
            ?? throw new ArgumentException($"There is no level '{policy}': allowed are {string.Join(", ", Policies)}.", nameof(policy));
        OutlivingContrast[] contrasts = [.. ByPolicy.Where(s => s != reference).AsParallel().AsOrdered().Select(s => OutlivingContrast.Of(s, reference, settings))];
        return this with { Contrasts = contrasts, Cautions = [.. Cautions, .. OutlivingCautions.Of(contrasts)] };
    }

    /// <summary>State occupation of a group.</summary>
    public StateOccupation Occupation(RunGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return StateOccupation.Of(group.Runs, HorizonTicks);
    }

    private static IEnumerable<Caution> Doubts(ExperimentSpec spec, IReadOnlyList<PointRuns> points, OutlivingSummary[] byPoint, long planned)
    {
        var done = points.Sum(p => (long)p.Runs.Count);
        if (done < planned)
        {
            yield return new(CautionKind.MissingRuns, "", string.Create(
                CultureInfo.InvariantCulture,
                $"{planned - done} of {planned} planned runs are missing or failed; the results may change when they are done. Give the run command again, with --retry-failed for those that failed."));
        }

        if (spec.AllPointsShareRandomNumbers && byPoint.Length > 1)
        {
            yield return new(CautionKind.SharedSeeds, "",
                "Design points share their random numbers (seeding: common), so separate intervals do not tell how certain a difference is: read the comparison replicate by replicate. Pooled shares, curves and restricted means allow for it: runs of one replicate are a cluster.");
        }
    }

    private static RunGroup GroupOf(PointRuns point, string compared)
    {
        var policy = point.Point.Values.Where(v => v.Path == compared).Select(v => Text(v.Value)).FirstOrDefault() ?? EveryRun;
        return new RunGroup(policy, [.. point.Point.Values.Where(v => v.Path != compared).Select(v => (v.Path, Text(v.Value)))], point.Runs);
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
