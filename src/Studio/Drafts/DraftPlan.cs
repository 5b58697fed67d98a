using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Simulation;

namespace LeadershipSim.Studio.Drafts;

/// <summary>
/// A draft that can be run. Its experiments are written as files first and read back: what the page shows is what
/// <c>leadersim run</c> makes of these very files.
/// </summary>
/// <param name="Draft">The draft.</param>
/// <param name="Origin">Where it starts from.</param>
/// <param name="Worlds">World A, and B where there are two.</param>
/// <param name="Experiments">One file for both worlds where one factor tells them apart; otherwise one file each.</param>
internal sealed partial record DraftPlan(Draft Draft, Origin Origin, IReadOnlyList<PlannedRun> Worlds, IReadOnlyList<ExperimentText> Experiments)
{
    /// <summary>Most seats × ticks of a world: at 28 bytes each, a quarter of a gigabyte.</summary>
    public const long MostSeatTicks = 9_000_000;

    private const int MostReplicates = 1_000_000;

    /// <summary>The scenarios of the worlds.</summary>
    public IReadOnlyList<Scenario> Scenarios => [.. Worlds.Select(w => w.Point.Scenario)];

    /// <summary>Seats × ticks of all its worlds.</summary>
    public long SeatTicks => Scenarios.Sum(SizeOf);

    /// <summary>Plans a draft.</summary>
    /// <exception cref="DraftException">Something is wrong with it.</exception>
    public static DraftPlan Of(Draft draft, Origin origin, string folder)
    {
        Settable.Check(draft, origin.Scenario);
        Scenario[] scenarios = draft.B is { } marks
            ? [Read(draft, origin, null, "A"), Read(draft, origin, marks, "B")]
            : [Read(draft, origin, null, "")];
        foreach (var scenario in scenarios)
        {
            CheckSize(scenario);
        }

        var experiments = Write(draft, origin, scenarios, ReplicateOf(draft, origin) + 1);
        var worlds = experiments.SelectMany((e, k) => RunsOf(e, Path.Combine(folder, $"{k}"), ReplicateOf(draft, origin))).ToArray();
        return new(draft, origin, worlds, experiments);
    }

    /// <summary>The experiments with another number of replicates.</summary>
    public IReadOnlyList<ExperimentText> WithReplicates(int replicates) => Write(Draft, Origin, [.. Scenarios], replicates);

    private static int ReplicateOf(Draft draft, Origin origin) => draft.Replicate switch
    {
        null => origin.Replicate,
        >= 0 and < MostReplicates and { } replicate => replicate,
        { } other => throw new DraftException("replicate", $"replicate is {other}; allowed is a whole number from 0 to {MostReplicates - 1}"),
    };

    private static ulong SeedOf(Draft draft, Origin origin) =>
        string.IsNullOrEmpty(draft.Seed) ? origin.Seed
        : ulong.TryParse(draft.Seed, out var seed) ? seed
        : throw new DraftException("seed", $"seed is \"{draft.Seed}\"; allowed is a whole number from 0 to {ulong.MaxValue}");

    private static Scenario Read(Draft draft, Origin origin, IReadOnlyDictionary<string, string>? marks, string world)
    {
        var values = new Dictionary<string, string>(draft.Set ?? new Dictionary<string, string>());
        foreach (var part in Overrides.Parts.Where(p => marks?.ContainsKey(p) == true))
        {
            // World B's own policy has its own parameters.
            foreach (var path in values.Keys.Where(k => k.StartsWith(part + ".", StringComparison.Ordinal)).ToArray())
            {
                values.Remove(path);
            }
        }

        foreach (var (path, value) in marks ?? new Dictionary<string, string>())
        {
            values[path] = value;
        }

        var changes = (draft.Changes ?? []).Where(c => c.World.Length == 0 || c.World == world || (world.Length == 0 && c.World == "A"));
        var overrides = Overrides.Of(values, origin.Scenario, draft.Removals ?? [], [.. changes.OrderBy(c => c.Tick)]);
        var result = ExperimentReader.Read(origin.File, overrides, SeedOf(draft, origin));
        return result.Spec?.Baseline
            ?? throw new DraftException([.. result.Problems.Select(p => ProblemOf(p, world))]);
    }

    private static DraftProblem ProblemOf(Problem problem, string world) =>
        new(ChangePath().Replace(problem.Path, ""), world, problem.Message + (problem.Suggestion is null ? "" : $"; did you mean \"{problem.Suggestion}\"?"));

    private static ExperimentText[] Write(Draft draft, Origin origin, Scenario[] scenarios, int replicates)
    {
        var name = origin.Name.StartsWith("studio", StringComparison.Ordinal) ? origin.Name : "studio-" + origin.Name;
        const string Question = "What does this program do, explored in the studio?";
        const string Expectation = "None was stated: it was explored by hand.";
        var head = new ExperimentHead(name, Question, Expectation, SeedOf(draft, origin), replicates, origin.Seeding);
        if (scenarios.Length == 1)
        {
            return [ExperimentText.Of(head, scenarios[0], null)];
        }

        return ArmDifference.Of(scenarios[0], scenarios[1]) is { } factor
            ? [ExperimentText.Of(head, scenarios[0], factor)]
            : [.. scenarios.Select((scenario, k) => ExperimentText.Of(head with { Name = name + (k == 0 ? "-a" : "-b") }, scenario, null))];
    }

    private static IEnumerable<PlannedRun> RunsOf(ExperimentText experiment, string folder, int replicate)
    {
        var result = ExperimentReader.Read(experiment.WriteTo(folder));
        var plan = new ExperimentPlan(result.Spec ?? throw new DraftException([.. result.Problems.Select(p => new DraftProblem(p.Path, "", p.ToString()))]));
        return Enumerable.Range(0, plan.Points.Count).Select(k => plan[((long)replicate * plan.Points.Count) + k]);
    }

    // What is wrong with a change stands beside the parameter that it sets.
    [GeneratedRegex(@"^changes\[\d+\]\.set\.?")]
    private static partial Regex ChangePath();

    private static long SizeOf(Scenario scenario) => (long)scenario.Organization.Seats * (scenario.HorizonTicks + 1);

    private static void CheckSize(Scenario scenario)
    {
        if (SizeOf(scenario) > MostSeatTicks)
        {
            var found = Invariant($"{scenario.Organization.Seats} seats over {scenario.HorizonTicks} ticks");
            throw new DraftException(
                "horizonTicks",
                Invariant($"{found} are too many to keep every tick in memory: allowed are {MostSeatTicks} seats × ticks. ")
                    + "Lower horizonTicks or organization.seats; leadersim run takes any size");
        }
    }
}
