using LeadershipSim.Analysis.Cautions;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Doubts about a study; those that change how it is read come first.</summary>
internal static class StudyCautions
{
    // Beyond that many points a doubt about each is read by nobody: they are counted by kind.
    private const int MostPoints = 100;

    /// <summary>The doubts about the study as a whole, and about its arms.</summary>
    public static IReadOnlyList<Caution> Of(OutlivingStudy study, IReadOnlyList<PointRuns> points, long planned) =>
    [
        .. Missing(points, planned),
        .. Crossing(study),
        .. Seeds(study),
        .. study.ByArm.SelectMany(OutlivingCautions.Of),
        .. study.IsComparable && ProportionalHazards.Doubt(study.ByArm, study.ComparedPath) is { } doubt ? [doubt] : Array.Empty<Caution>(),
    ];

    /// <summary>The doubts about single design points; of many points, how many have each.</summary>
    public static IReadOnlyList<Caution> OfPoints(OutlivingStudy study)
    {
        if (study.Points.Count <= study.Samples.Count)
        {
            return [];
        }

        if (study.Points.Count <= MostPoints)
        {
            return [.. study.ByPoint.SelectMany(OutlivingCautions.Of)];
        }

        var found = new Dictionary<CautionKind, (int Count, string First)>();
        foreach (var caution in study.ByPoint.SelectMany(OutlivingCautions.Of))
        {
            var (count, first) = found.GetValueOrDefault(caution.Kind, (0, caution.Message));
            found[caution.Kind] = (count + 1, first);
        }

        return [.. found.Select(f => new Caution(f.Key, "", Invariant($"{f.Value.Count} of {study.Points.Count} design points have this, the first: {f.Value.First}")))];
    }

    private static IEnumerable<Caution> Missing(IReadOnlyList<PointRuns> points, long planned)
    {
        var done = points.Sum(p => (long)p.Runs.Count);
        if (done < planned)
        {
            yield return new(CautionKind.MissingRuns, "", Invariant(
                $"{planned - done} of {planned} planned runs are missing or failed; the results may change when they are done. Repeat the run command with --retry-failed for those that failed."));
        }
    }

    private static IEnumerable<Caution> Crossing(OutlivingStudy study)
    {
        if (study.Samples.Count > 1 && !study.IsCrossed)
        {
            yield return new(CautionKind.UnequalConditions, study.ComparedPath,
                $"The levels of {study.ComparedPath} were not run under the same conditions, so they differ by their conditions as well. Cross the design with {study.ComparedPath}, and every condition is run under every level.");
        }
    }

    private static IEnumerable<Caution> Seeds(OutlivingStudy study)
    {
        if (study.SharesRandomNumbers && study.Samples.Any(s => s.ClustersAreEnvironments))
        {
            yield return SharedWorlds.Doubt;
        }
        else if (study.SharesRandomNumbers && study.Points.Count > 1)
        {
            yield return new(CautionKind.SharedSeeds, "",
                "Design points share their random numbers (seeding: common), so separate intervals do not tell how certain a difference is: read the comparison replicate by replicate. Pooled shares, curves and restricted means allow for it: runs of one replicate are a cluster.");
        }
    }
}
