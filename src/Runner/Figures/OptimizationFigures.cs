using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>The figures of an optimization: means of the arms that raced, for each goal.</summary>
internal static class OptimizationFigures
{
    private const int MostBars = 40;

    /// <summary>Those that there is something to draw of.</summary>
    public static IEnumerable<IFigure> Of(OptimizationResult result)
    {
        if (result.Course.Race is not { } race)
        {
            yield break;
        }

        var left = race.Left.ToHashSet();
        for (var goal = 0; goal < result.Spec.Goals.Count; goal++)
        {
            var (at, of) = (goal, result.Spec.Goals[goal]);
            int[] arms = [.. race.Arms.OrderBy(a => (of.IsMaximized ? -1 : 1) * result.Course.Points[a].Estimate(isRace: true, at).Mean!.Value).Take(MostBars)];
            yield return new IntervalBarsFigure
            {
                Name = "race-" + of.Output.Name,
                Caption = Invariant($"Mean of {of.Output.Name} of {(arms.Length < race.Arms.Count ? $"the best {arms.Length} of {race.Arms.Count}" : $"{arms.Length}")} arms in the race, with 95 % intervals over its replicates. Arms that were eliminated early have few; the mean of the best flatters it, and finalists.csv has its mean in fresh worlds."),
                AltText = Invariant($"Bars of {arms.Length} arms: {race.Left.Count} left, {race.Eliminations.Count} eliminated. The best: {WordsOf(result, arms[0])}."),
                ValueLabel = $"Mean of {of.Output.Name}",
                Series = ["Left at the end", "Eliminated"],
                Rows = [.. arms.Select(a => (WordsOf(result, a), Bars(a, at)))],
            };
        }

        IReadOnlyList<IndexEstimate?> Bars(int arm, int goal) => left.Contains(arm) ? [Bar(arm, goal), null] : [null, Bar(arm, goal)];

        IndexEstimate Bar(int arm, int goal)
        {
            var (mean, error) = result.Course.Points[arm].Estimate(isRace: true, goal);
            return new(mean!.Value, mean - (NormalQuantile.Quantile975 * error), mean + (NormalQuantile.Quantile975 * error));
        }
    }

    private static string WordsOf(OptimizationResult result, int point) =>
        string.Join(", ", result.LevelsAt(point).Select(l =>
            l.Value is double number ? Invariant($"{number:G3}") : Invariant($"{l.Value}")));
}
