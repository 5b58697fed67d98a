using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Whether programs outlive their leadership, by arm and by design point: first what becomes of all programs, standardized over the
/// conditions of the design, then how arms differ, then how long those live that saw their leadership leave.
/// </summary>
public sealed record OutlivingStudy
{
    /// <summary>Ticks after the exit at which programs are looked at: a year of weeks.</summary>
    public const int LandmarkTicks = 52;

    // More levels than that are a scale, not arms to be compared two by two.
    private const int MostLevels = 50;

    /// <summary>Path of the factor whose levels are compared; empty when nothing varies.</summary>
    public required string ComparedPath { get; init; }

    /// <summary>Paths of the other factors.</summary>
    public required IReadOnlyList<string> OtherPaths { get; init; }

    /// <summary>Last tick of the runs; the shortest when it varies.</summary>
    public required int HorizonTicks { get; init; }

    /// <summary>What ends leadership, when programs are looked at, which differences matter.</summary>
    public StudySettings Settings { get; init; } = new();

    /// <summary>The runs of each arm with the weights that standardize over conditions, in the order of the design.</summary>
    public IReadOnlyList<ArmSample> Samples { get; init; } = [];

    /// <summary>The design points that have runs.</summary>
    public IReadOnlyList<StudyPoint> Points { get; init; } = [];

    /// <summary>Number of environments: combinations of the other factors.</summary>
    public int Environments { get; init; }

    /// <summary>Whether every environment was run under every arm, so that arms are compared under the same conditions.</summary>
    public bool IsCrossed { get; init; }

    /// <summary>Counts per arm, all its runs together.</summary>
    public IReadOnlyList<OutlivingSummary> ByArm { get; init; } = [];

    /// <summary>One summary per design point, made when it is asked for.</summary>
    public IReadOnlyList<OutlivingSummary> ByPoint { get; init; } = [];

    /// <summary>Whether arms can be compared: two to fifty of them.</summary>
    public bool IsComparable => Samples.Count is > 1 and <= MostLevels;

    /// <summary>Whether design points share their random numbers, so that replicates are pairs.</summary>
    public bool SharesRandomNumbers { get; init; }

    /// <summary>Whether the arms of an environment share its worlds, as those of a crossed design do under any seeding.</summary>
    public bool ArmsShareWorlds { get; init; }

    /// <summary>The arm the others are compared with; null before <see cref="ComparedWith"/>.</summary>
    public Arm? Reference { get; init; }

    /// <summary>The other arms compared with the reference over all programs; empty before <see cref="ComparedWith"/>.</summary>
    public IReadOnlyList<ArmContrast> ArmContrasts { get; init; } = [];

    /// <summary>All other arms compared with the one whose programs live longest after their leadership left, in the order of their means.</summary>
    public IReadOnlyList<ArmContrast> AgainstLeading { get; init; } = [];

    /// <summary>The other arms compared with the reference among programs that saw their leadership leave; empty before <see cref="ComparedWith"/>.</summary>
    public IReadOnlyList<OutlivingContrast> Contrasts { get; init; } = [];

    /// <summary>
    /// In which environments arms do better than the reference, and which is the best where, by ticks lived after leadership left; empty before
    /// <see cref="ComparedWith"/>.
    /// </summary>
    public IReadOnlyList<WhenTree> When => Trees.Value;

    /// <summary>The same by ticks of need unmet, of which less is better.</summary>
    public IReadOnlyList<WhenTree> WhenUnmet => UnmetTrees.Value;

    /// <summary>What the removal does that the experiment asks for; null where it asks for none.</summary>
    public RemovalStudy? Removal { get; init; }

    /// <summary>Reasons to doubt the results as a whole, or what is said about an arm.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>Reasons to doubt what is said about single design points.</summary>
    public IReadOnlyList<Caution> PointCautions { get; init; } = [];

    /// <summary>The levels compared, in the order of the design.</summary>
    public IReadOnlyList<string> Arms => [.. Samples.Select(s => s.Arm.Level)];

    /// <summary>Ticks at which the states of all programs are looked at.</summary>
    public IReadOnlyList<int> Ticks => Settings.Ticks.Count > 0 ? Settings.Ticks
        : [.. new[] { HorizonTicks / 4, HorizonTicks / 2, 3 * HorizonTicks / 4, HorizonTicks }.Where(t => t > 0).Distinct()];

    /// <summary>Expected ticks of each kind and the need unmet: what is averaged over all programs.</summary>
    public IReadOnlyList<Quantity> Quantities => Quantity.Expected(HorizonTicks, Points.All(p => p.Group.Runs.All(r => !double.IsNaN(r.UnmetDecisions))));

    /// <summary>The quantity that verdicts are about.</summary>
    public Quantity Outlived => Quantity.Expected(HorizonTicks, false).First(q => q.Name == Quantity.Outlived);

    /// <summary>Smallest difference of <see cref="Outlived"/> that matters, in ticks.</summary>
    public double MeaningfulTicks => Settings.Meaningful * HorizonTicks;

    /// <summary>Ticks after the exit at which <see cref="OutlivingSummary.Outlives"/> looks.</summary>
    public int Landmark => Math.Min(LandmarkTicks, Math.Max(1, HorizonTicks / 2));

    /// <summary>τ of restricted means.</summary>
    public int RestrictedMeanTicks => Math.Max(1, HorizonTicks / 2);

    /// <summary>Studies the runs.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="points">The runs by design point; points without runs are left out.</param>
    /// <param name="planned">Number of runs planned.</param>
    /// <param name="settings">What ends leadership, when to look, what matters; null: what the experiment says.</param>
    /// <param name="by">Path of the factor that is compared; null: the policy where it varies, else the first factor.</param>
    public static OutlivingStudy Of(ExperimentSpec spec, IReadOnlyList<PointRuns> points, long planned, StudySettings? settings = null, string? by = null)
    {
        var study = Bare(spec, points, settings, by);
        return study with { Cautions = StudyCautions.Of(study, points, planned), PointCautions = StudyCautions.OfPoints(study) };
    }

    /// <summary>Studies the runs without looking for reasons to doubt: enough for a verdict.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="points">The runs by design point; points without runs are left out.</param>
    /// <param name="settings">What ends leadership, when to look, what matters; null: what the experiment says.</param>
    /// <param name="by">Path of the factor that is compared; null: the policy where it varies, else the first factor.</param>
    public static OutlivingStudy Bare(ExperimentSpec spec, IReadOnlyList<PointRuns> points, StudySettings? settings = null, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(points);
        var compared = by ?? ComparedIn(spec);
        var withRuns = points.Where(p => p.Runs.Count > 0).ToArray();
        return Of(StudyPoints.Of(spec, compared, withRuns), new OutlivingStudy
        {
            ComparedPath = compared,
            OtherPaths = [.. spec.Factors.Select(f => f.Path).Where(p => p != compared)],
            HorizonTicks = withRuns.Select(p => p.Point.Scenario.HorizonTicks).DefaultIfEmpty(spec.Baseline.HorizonTicks).Min(),
            Settings = settings ?? StudySettings.Of(spec),
            SharesRandomNumbers = spec.AllPointsShareRandomNumbers,
            ArmsShareWorlds = spec.Design.CrossedWith.Contains(compared),
        });
    }

    /// <summary>
    /// Path of the factor that an experiment compares: one that its environments are crossed with, the policy where it varies, else the
    /// first factor, of those first that apply everywhere. A factor with a distribution has
    /// as many values as points: nothing to compare. Empty when there is no other.
    /// </summary>
    /// <param name="spec">The experiment.</param>
    public static string ComparedIn(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Factors.Where(f => f.Distribution is null).OrderByDescending(f => spec.Design.CrossedWith.Contains(f.Path))
            .ThenByDescending(f => f.Path == Arm.PolicyPath).ThenByDescending(f => f.When.Count == 0).Select(f => f.Path).FirstOrDefault("");
    }

    /// <summary>A study of design points, without cautions.</summary>
    internal static OutlivingStudy Of(StudyPoints points, OutlivingStudy empty)
    {
        var study = empty with { Samples = points.Samples(), Points = points.All, Environments = points.Environments, IsCrossed = points.IsCrossed };
        return study with
        {
            ByArm = [.. study.Samples.Select(s => study.Summary(new RunGroup(s.Arm, [], [.. s.Points.SelectMany(p => p.Runs)])))],
            ByPoint = new SummaryList(points.All, study.Summary),
        };
    }

    /// <summary>The study with every other arm compared with one of them, and the doubts about that.</summary>
    /// <param name="level">The level the others are compared with.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public OutlivingStudy ComparedWith(string level, BootstrapSettings? settings = null)
    {
        var reference = ByArm.FirstOrDefault(s => s.Group.Arm.Level == level)
            ?? throw new ArgumentException($"There is no level '{level}': allowed are {string.Join(", ", Arms)}.", nameof(level));

        var contrasts = StudyContrasts.AmongEntries(this, reference, settings);
        return this with
        {
            Reference = reference.Group.Arm,
            ArmContrasts = StudyContrasts.With(this, reference.Group.Arm, settings),
            AgainstLeading = StudyContrasts.AgainstTheLeading(this, settings),
            Contrasts = contrasts,
            Trees = new(() => WhenTrees.Of(this, reference.Group.Arm, Outlived)),
            UnmetTrees = new(() => WhenTrees.Of(this, reference.Group.Arm, Quantities.First(q => q.Name == Quantity.Unmet))),
            Cautions = [.. Cautions, .. OutlivingCautions.Of(contrasts)],
        };
    }

    /// <summary>The study with other names of arms, where figures and tables of arms take them from.</summary>
    /// <param name="name">The new name of an arm.</param>
    public OutlivingStudy Renamed(Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Arm Of(Arm arm) => arm with { Level = name(arm.Level) };
        OutlivingSummary Named(OutlivingSummary s) => s with { Group = s.Group with { Arm = Of(s.Group.Arm) } };
        return this with
        {
            ByArm = [.. ByArm.Select(Named)],
            Samples = [.. Samples.Select(s => s with { Arm = Of(s.Arm) })],
            ByPoint = [.. ByPoint.Select(Named)],
            Contrasts = [.. Contrasts.Select(c => c with { First = name(c.First), Second = name(c.Second) })],
            Trees = new(() => [.. When.Select(t => t.Renamed(name))]),
            UnmetTrees = new(() => [.. WhenUnmet.Select(t => t.Renamed(name))]),
        };
    }

    // They take longest to compute, and most figures and verdicts need none: grown when they are first asked for.
    private Lazy<IReadOnlyList<WhenTree>> Trees { get; init; } = new(() => []);

    private Lazy<IReadOnlyList<WhenTree>> UnmetTrees { get; init; } = new(() => []);

    /// <summary>States of all programs of an arm by tick, standardized over conditions.</summary>
    public StateOccupation Occupation(ArmSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return StateOccupation.OfWeighted(sample.Runs, HorizonTicks);
    }

    /// <summary>States of the programs of a group by tick.</summary>
    public StateOccupation Occupation(RunGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return StateOccupation.Of(group.Runs, HorizonTicks);
    }

    /// <summary>Survival after the leadership left, standardized over conditions.</summary>
    public StandardizedSurvival SurvivalOf(ArmSample sample) => StandardizedSurvival.Of(sample, HorizonTicks);

    private OutlivingSummary Summary(RunGroup group) => OutlivingSummary.Of(group, Landmark, RestrictedMeanTicks);
}
