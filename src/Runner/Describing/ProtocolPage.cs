using System.Text;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.Describing;

/// <summary>
/// A page to preregister an experiment with: what it asks, what is expected, how the answer will be found, and how precise it can be. It is
/// made of the file alone, before any run.
/// </summary>
internal static class ProtocolPage
{
    /// <summary>The page in Markdown.</summary>
    /// <param name="input">The experiment.</param>
    /// <param name="overrides">Values that replace those of its file.</param>
    /// <param name="runsThere">Runs that exist in its results folder.</param>
    /// <param name="toolVersion">Version of the program.</param>
    public static string Of(ExperimentInput input, IReadOnlyList<string> overrides, long runsThere, string toolVersion)
    {
        var (spec, page) = (input.Spec, new StringBuilder());
        Section(page, $"Protocol of {spec.Name}", 1, runsThere == 0 ? "No run of this experiment exists in its results folder." : Invariant($"{runsThere} runs of this experiment exist already: this is not a preregistration."));
        Section(page, "Question", 2, spec.Question);
        Section(page, "Expectation", 2, spec.Expectation);
        Section(page, "What will be estimated", 2, [.. Estimand(input)]);
        Section(page, "Smallest difference that matters", 2,
            Invariant($"{spec.Meaningful * Horizon(input):0.##} ticks lived after leadership left, {spec.Meaningful:0.####} of the horizon of {Horizon(input)} ticks. ")
            + "A verdict of better or worse needs a paired 95 % interval without 0 and a difference of at least that; otherwise the verdict is no difference shown, or not estimable.");
        Section(page, "Design", 2, [.. Design(input, overrides)]);
        Section(page, "Planned precision", 2, [.. Precision(input)]);
        Section(page, "Identity", 2, [.. Identity(input, toolVersion)]);
        return page.ToString();
    }

    private static IEnumerable<string> Estimand(ExperimentInput input)
    {
        var spec = input.Spec;
        var compared = OutlivingStudy.ComparedIn(spec);
        string[] others = [.. spec.Factors.Select(f => f.Path).Where(p => p != compared)];
        yield return "- Primary: expected ticks that a program lives after its leadership left, while it is needed, over all programs"
            + (compared.Length == 0 ? "." : $", by {compared}; every two levels are compared on the same replicates or environments.")
            + (others.Length == 0 ? "" : $" {string.Join(", ", others)}: points weigh as designed.");
        yield return $"- Leadership has ended when {LeadershipEvents.Words(spec.Leadership)}.";
        yield return "- Beside it: shares of programs in each state, ticks and decisions of unmet need; last, survival among programs that saw their leadership leave.";
        if (spec.Intervention is { } intervention)
        {
            yield return Invariant($"- Removal at tick {intervention.Removal.Tick} of {Target(intervention.Removal)}: every world runs as twins, with and without it; differences in the share alive {intervention.AfterTicks} ticks later and in life up to the horizon, for programs alive at the removal.");
        }

        yield return $"- Analyses: {(spec.Analyses.Count == 0 ? "none beside these" : string.Join(", ", spec.Analyses))}.";
    }

    private static IEnumerable<string> Design(ExperimentInput input, IReadOnlyList<string> overrides)
    {
        var spec = input.Spec;
        yield return $"- {spec.Design.Kind}: {input.Size}" + (spec.Design.CrossedWith.Count > 0 ? $"; every environment under every level of {string.Join(", ", spec.Design.CrossedWith)}" : "") + ".";
        foreach (var factor in spec.Factors)
        {
            var where = factor.When.Count == 0 ? "" : $", only where {string.Join(" and ", factor.When.Select(Words))}";
            yield return $"- {factor.Path}: {Values(factor)}{where}";
        }

        foreach (var group in spec.Zip)
        {
            yield return $"- vary together, the first level of each with the first of the others: {string.Join(", ", group)}";
        }

        foreach (var constraint in spec.Constraints)
        {
            yield return $"- kept to: {constraint.Text}";
        }

        foreach (var value in overrides)
        {
            yield return $"- replaces a value of the file: {value}";
        }

        yield return Invariant($"- Root seed {spec.Seed}; random numbers {(spec.AllPointsShareRandomNumbers ? "common to all design points" : "as the design shares them")}.");
    }

    private static string Words(FactorCondition condition) => $"{condition.Path} is {string.Join(" or ", condition.Values.Select(ParameterRow.ValueText))}";

    /// <summary>The levels of a factor, or the distribution of its values, in words.</summary>
    public static string Values(Factor factor) => factor.Distribution is { } distribution ? Spelled(distribution)
        : string.Join(", ", factor.Levels.Select(l => ParameterRow.ValueText(l.Value)))
            + (factor.Weights is { } weights ? $" (weights {string.Join(", ", weights.Select(w => Invariant($"{w:0.####}")))})" : "");

    // logUniform, from 16, to 100
    private static string Spelled(IDistribution distribution) => string.Join(", ", (IEnumerable<string>)
    [
        DistributionCatalog.All.Single(d => d.Default.GetType() == distribution.GetType()).Kind,
        .. ParameterCatalog.Of(distribution).Select(p => $"{p.Path} {ParameterRow.ValueText(p.Value)}"),
    ]);

    private static IEnumerable<string> Precision(ExperimentInput input)
    {
        var found = PlannedPrecision.Of(input.Spec, input.Plan);
        var clusters = Invariant($"{found.Clusters} {(found.AreEnvironments ? "environments" : "replicates")}");
        if (found.Clusters < 2)
        {
            yield return $"- {clusters}: too few for intervals.";
            yield break;
        }

        yield return Invariant($"- {clusters} are the independent clusters. Over all programs, a 95 % interval reaches at most ±{found.ShareHalfWidth:0.000} for a share and ±{found.TicksHalfWidth:0.0} ticks for expected ticks, whatever the results.");
        yield return Invariant($"- The smallest difference that matters is shown with the power 0.8 if paired differences vary between clusters with a standard deviation of at most {found.MostDeviation:0.0} ticks.");
        foreach (var goal in input.Spec.Replication?.Until ?? [])
        {
            var width = goal.HalfWidth is { } half
                ? Invariant($"±{half}")
                : goal.RelativeHalfWidth is { } relative
                ? Invariant($"±{relative} of the value")
                : Invariant($"±{goal.ContrastHalfWidth} for differences");
            yield return Invariant($"- Replicates are added, up to {input.Spec.Replication!.Max}, until {goal.Output} is known to {width}.");
        }
    }

    private static IEnumerable<string> Identity(ExperimentInput input, string toolVersion) =>
    [
        Invariant($"- Runs: {input.Plan.Count}"),
        $"- Experiment id: {input.Plan.ExperimentId}",
        $"- SHA-256 of question, line feed, expectation: {Statement.HashOf(input.Spec.Question, input.Spec.Expectation)}",
        Invariant($"- LeadershipSim {toolVersion}, model revision {ModelRevision.Current}"),
    ];

    private static int Horizon(ExperimentInput input) => input.Plan.Points.Min(p => p.Scenario.HorizonTicks);

    private static string Target(Shock removal) => removal.Remove switch
    {
        ShockTarget.Director => "the director of the founding",
        ShockTarget.TopHolders => Invariant($"the top {removal.Count} holders of authority"),
        _ => "all who are left of the founding core",
    };

    private static void Section(StringBuilder page, string heading, int level, params string[] lines) =>
        page.Append(page.Length == 0 ? "" : "\n").Append('#', level).Append(' ').Append(heading).Append("\n\n")
            .AppendJoin('\n', lines.Select(l => l.Trim())).Append('\n');
}
