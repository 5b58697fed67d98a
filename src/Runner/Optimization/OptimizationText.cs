using System.Text;
using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Optimization;

/// <summary>An optimization in words for people.</summary>
internal static class OptimizationText
{
    private const int MostNames = 12;

    /// <summary>A wave in a line.</summary>
    public static string Of(Wave wave, Course course) => wave.IsRace
        ? Invariant($"wave {wave.Index}: look {course.Race!.Looks} of the race, {Counted.Of(course.Race.Replicates, "run")} of each arm, {course.Race.Left.Count} of {course.Race.Arms.Count} arms left")
        : Invariant($"wave {wave.Index}: {Counted.Of(wave.Runs, "run")} of {Counted.Of(wave.Evaluations.Count, "point")}, {wave.NewPoints.Count} of them new");

    /// <summary>The result.</summary>
    public static string Of(OptimizationResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"{Counted.Of(result.Course.Runs, "run")} in {Counted.Of(result.Waves.Count, "wave")} and {result.ConfirmationRuns} to confirm; stopped because {result.Reason}."));
        if (result.Finalists.Count == 0)
        {
            return text.Append(Eliminated(result)).Append("Nothing is best: loosen a limit, or give the factors more levels.").ToString();
        }

        text.Append(Best(result)).AppendLine(HowSure(result)).Append(Eliminated(result)).AppendLine();
        return text.Append(TextTable.OnTerminal(OptimizationTables.Finalists(result))).ToString().TrimEnd();
    }

    private static string Best(OptimizationResult result)
    {
        var text = new StringBuilder();
        foreach (var finalist in result.Finalists.Take(result.Spec.Goals.Count == 1 ? 1 : result.Finalists.Count))
        {
            text.AppendLine(Invariant($"{(result.Spec.Goals.Count == 1 ? "Best" : "In the Pareto set")}: {WordsOf(result, finalist.Point)}."));
            foreach (var (o, estimate) in finalist.Outputs.Index())
            {
                text.AppendLine(Invariant($"  {result.Outputs[o]}: mean {Number(estimate.Confirmed.Estimate)} (95 % {Number(estimate.Confirmed.Lower)} to {Number(estimate.Confirmed.Upper)}) over {result.Spec.Confirmation} fresh runs{Limit(result, o, estimate)}."));
            }
        }

        return text.ToString();
    }

    private static string Limit(OptimizationResult result, int output, FinalEstimate estimate)
    {
        if (output < result.Spec.Goals.Count)
        {
            return "";
        }

        var limit = result.Spec.Limits[output - result.Spec.Goals.Count];
        var (nearest, farthest) = limit.IsUpper ? (estimate.Confirmed.Upper, estimate.Confirmed.Lower) : (estimate.Confirmed.Lower, estimate.Confirmed.Upper);
        bool Keeps(double value) => limit.IsUpper ? value <= limit.Bound : value >= limit.Bound;
        return Invariant($"; the limit of {(limit.IsUpper ? "at most" : "at least")} {limit.Bound} is {(Keeps(nearest) ? "kept" : Keeps(farthest) ? "not decided: the interval holds it" : "broken")}");
    }

    private static string HowSure(OptimizationResult result)
    {
        var race = result.Course.Race!;
        var arms = result.Spec.Method is SearchSettings
            ? Invariant($"the {race.Arms.Count} best of {result.Course.Points.Count} points") : Invariant($"{race.Arms.Count} arms");
        var many = result.Spec.Goals.Count > 1;
        return Invariant($"How sure: of {arms}, {race.Left.Count} {(race.Left.Count == 1 ? "is" : "are")} left after {race.Looks} looks; the probability that the race eliminated {(many ? "an arm of the Pareto set" : "the best of them")} is at most {result.Spec.Method.Race.Error}.")
            + (race.Left.Count > 1 && !many && !race.IsSettled ? " Those that are left cannot be told apart with this budget: the first has only the best mean so far." : "")
            + (race is { IsSettled: true, Left.Count: > 1 } ? Invariant($" The best is shown to be within {result.Spec.Method.Race.Indifference} of the others that are left.") : "")
            + (result.Spec.Method is SearchSettings ? " Between the points that were run there may be better ones." : "")
            + (result.Candidates > result.Finalists.Count && many ? Invariant($" {result.Candidates} points are in the estimated Pareto set; finalists: {result.Finalists.Count} of them.") : "");
    }

    private static string Eliminated(OptimizationResult result)
    {
        var text = new StringBuilder();
        foreach (var look in result.Course.Race?.Eliminations.GroupBy(e => e.Look) ?? [])
        {
            string[] names = [.. look.Select(e => WordsOf(result, e.Arm) + (e.Limit is { } limit ? $" (breaks {result.Spec.Limits[limit].Name})" : ""))];
            var more = names.Length > MostNames ? Invariant($" and {names.Length - MostNames} more") : "";
            text.AppendLine(Invariant($"Eliminated at look {look.Key}, after {look.First().Replicates} runs each: {string.Join("; ", names.Take(MostNames))}{more}."));
        }

        return text.ToString();
    }

    private static string WordsOf(OptimizationResult result, int point) => string.Join(", ", result.Spec.Factors.Zip(
        result.LevelsAt(point),
        (f, l) => $"{f.Path} = {(l.Value is double number ? Number(number) : Invariant($"{l.Value}"))}"));

    private static string Number(double value) => Invariant($"{value:G4}");
}
