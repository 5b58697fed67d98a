using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>What figures of an experiment are drawn from. Tables are read once for all of them.</summary>
internal sealed record FigureSource
{
    /// <summary>The experiment.</summary>
    public required ExperimentSpec Spec { get; init; }

    /// <summary>Its plan.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Its runs.</summary>
    public required RunTable Table { get; init; }

    /// <summary>The study, of the design points that are looked at, arms in their order and under their names.</summary>
    public required OutlivingStudy Study { get; init; }

    /// <summary>The runs of these design points.</summary>
    public required IReadOnlyList<PointRuns> Points { get; init; }

    /// <summary>What sensitivity analyses found.</summary>
    public required Lazy<SensitivityStudy> Sensitivity { get; init; }

    /// <summary>Looks of arms by their names.</summary>
    public required IReadOnlyDictionary<string, ArmLook> Looks { get; init; }

    /// <summary>What factors are called.</summary>
    public FactorWords Words => FactorWords.Of(Spec);

    /// <summary>Design points with runs, each with its position and its summary.</summary>
    public IReadOnlyList<(int Point, OutlivingSummary Summary)> Groups =>
        [.. Points.Where(p => p.Runs.Count > 0).Select(p => p.Point.Index).Zip(Study.ByPoint)];

    /// <summary>The source of an experiment as it is.</summary>
    public static FigureSource Of(
        ExperimentSpec spec, RunPlan plan, RunTable table, OutlivingStudy study, Lazy<SensitivityStudy> sensitivity, IReadOnlyList<PointRuns> points) => new()
        {
            Spec = spec,
            Plan = plan,
            Table = table,
            Study = study,
            Points = points,
            Sensitivity = sensitivity,
            Looks = ArmLooks.Of(study.Arms),
        };

    /// <summary>The source as a figure asks for it: points, arms, their order and names.</summary>
    /// <exception cref="FigureRefusal">It asks for what there is not.</exception>
    public FigureSource For(FigureSpec asked) => WithPoints(asked.Where).WithArms(asked.By).Ordered(asked.Order).Renamed(asked.Rename);

    /// <summary>The value of a factor of the design, as text.</summary>
    public static string LevelOf(DesignPoint point, string path) => point.Values.Where(v => v.Path == path).Select(v => TextOf(v.Value)).FirstOrDefault("");

    /// <summary>The planned runs of an arm, replicate by replicate, at most so many.</summary>
    public IReadOnlyList<PlannedRun> RunsOf(string arm, int most)
    {
        HashSet<int> points = [.. Groups.Where(g => g.Summary.Group.Arm.Level == arm).Select(g => g.Point)];
        var runs = new List<PlannedRun>();
        for (var k = 0L; k < Plan.Count && runs.Count < most; k++)
        {
            if (Plan[k] is var run && points.Contains(run.Point.Index))
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    /// <summary>The typical and the most surprising run of an arm.</summary>
    public (TellingRun Typical, TellingRun Surprising)? TellingRunsOf(string arm)
    {
        HashSet<int> points = [.. Groups.Where(g => g.Summary.Group.Arm.Level == arm).Select(g => g.Point)];
        return TellingRuns.Of(arm, [.. Points.Where(p => points.Contains(p.Point.Index))]);
    }

    /// <summary>The runs of an arm that are shown one by one, and what each is; one where the typical run is the most surprising one as well.</summary>
    public IReadOnlyList<(string Which, TellingRun Run)> ExamplesOf(string arm) => TellingRunsOf(arm) switch
    {
        null => [],
        var (typical, surprising) when typical.Point.Index == surprising.Point.Index && typical.Run.Replicate == surprising.Run.Replicate =>
            [("typical and most surprising", typical)],
        var (typical, surprising) => [("typical", typical), ("most surprising", surprising)],
    };

    private FigureSource WithPoints(IReadOnlyList<string> where)
    {
        if (where.Count == 0)
        {
            return this;
        }

        // Several levels of one factor: either. Several factors: all of them.
        var conditions = where.Select(Condition).ToLookup(c => c.Path, c => c.Level);
        PointRuns[] points = [.. Points.Where(p => conditions.All(c => c.Any(level => IsLevel(LevelOf(p.Point, c.Key), level))))];
        return points.Length == 0
            ? throw new FigureRefusal($"no design point has {string.Join(" and ", where)}; {string.Join("; ", conditions.Select(c => $"levels of {c.Key}: {Levels(c.Key)}"))}")
            : this with { Points = points, Study = ComparedAsBefore(OutlivingStudy.Of(Spec, points, Plan.Count, Study.Settings)) };
    }

    private OutlivingStudy ComparedAsBefore(OutlivingStudy study) =>
        study.IsComparable && study.ByArm.FirstOrDefault(s => s.FoundingExits > 0)?.Group.Arm.Level is { } first
            ? study.ComparedWith(Study.Contrasts.Count > 0 && study.Arms.Contains(Study.Contrasts[0].Second) ? Study.Contrasts[0].Second : first)
            : study;

    private (string Path, string Level) Condition(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var path = at > 0 ? text[..at].Trim() : text;
        return at > 0 && Spec.Factors.Any(f => f.Path == path)
            ? (path, text[(at + 1)..].Trim())
            : throw new FigureRefusal($"where is \"{text}\"; allowed is \"path = level\" with a factor of the experiment: {string.Join(", ", Spec.Factors.Select(f => f.Path))}");
    }

    private FigureSource WithArms(string? by)
    {
        if (by is null || by == Study.ComparedPath)
        {
            return this;
        }

        if (Spec.Factors.All(f => f.Path != by))
        {
            throw new FigureRefusal($"by is {by}, which is not a factor of the experiment; allowed are {string.Join(", ", Spec.Factors.Select(f => f.Path))}");
        }

        var study = OutlivingStudy.Of(Spec, Points, Plan.Count, Study.Settings, by);
        study = study.IsComparable && study.ByArm.FirstOrDefault(a => a.FoundingExits > 0) is { } first ? study.ComparedWith(first.Group.Arm.Level) : study;
        return this with { Study = study, Looks = ArmLooks.Of(study.Arms) };
    }

    private FigureSource Ordered(IReadOnlyList<string> order)
    {
        if (order.FirstOrDefault(name => !Study.Arms.Contains(name)) is { } unknown)
        {
            throw new FigureRefusal($"order names {unknown}, which is not a level of {Study.ComparedPath}; allowed are {string.Join(", ", Study.Arms)}");
        }

        int Place(string name) => order.Contains(name) ? order.ToList().IndexOf(name) : order.Count;
        return order.Count == 0 ? this : this with
        {
            Study = Study with
            {
                ByArm = [.. Study.ByArm.OrderBy(s => Place(s.Group.Arm.Level))],
                Samples = [.. Study.Samples.OrderBy(s => Place(s.Arm.Level))],
                Contrasts = [.. Study.Contrasts.OrderBy(c => Place(c.First))],
            },
        };
    }

    private FigureSource Renamed(IReadOnlyList<string> rename)
    {
        if (rename.Count == 0)
        {
            return this;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in rename)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var old = at > 0 ? text[..at].Trim() : text;
            names[old] = at > 0 && Study.Arms.Contains(old) && text[(at + 1)..].Trim() is { Length: > 0 } name
                ? name
                : throw new FigureRefusal($"rename is \"{text}\"; allowed is \"old=new\" with a level of {Study.ComparedPath}: {string.Join(", ", Study.Arms)}");
        }

        string New(string name) => names.GetValueOrDefault(name, name);
        return this with
        {
            Study = Study.Renamed(New),

            // The look is that of the name it had: an arm keeps it under another name.
            Looks = Looks.ToDictionary(l => New(l.Key), l => l.Value, StringComparer.Ordinal),
        };
    }

    private string Levels(string path) => string.Join(", ", Points.Select(p => LevelOf(p.Point, path)).Distinct().Take(20));

    private static bool IsLevel(string level, string asked) =>
        level == asked
            || (LevelLabels.Number(level) is { } a && LevelLabels.Number(asked) is { } b && Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b)));

    private static string TextOf(object? value) => value switch
    {
        null => FactorValue.Absent,
        bool flag => flag ? "true" : "false",
        IFormattable number => Invariant($"{number}"),
        _ => value.ToString() ?? "",
    };
}
