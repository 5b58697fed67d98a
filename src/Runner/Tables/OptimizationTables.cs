using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>The tables of an optimization.</summary>
internal static class OptimizationTables
{
    /// <summary>Every point with its runs: means and standard errors in the race, or where it did not race, before it.</summary>
    public static ResultTable Evaluations(OptimizationResult result)
    {
        var gone = result.Course.Race?.Eliminations.ToDictionary(e => e.Arm) ?? [];
        var arms = result.Course.Race?.Arms.ToHashSet() ?? [];
        var left = result.Course.Race?.Left.ToHashSet() ?? [];
        return ResultTable.Of(
            "evaluations", "Points", "Means and standard errors over the worlds of the race; of a point that did not race, over those before it.", result.Course.Points,
        [
            new(TableColumn.Label("point", "point"), p => p.Index),
            .. result.Spec.Factors.Select((f, k) => new ColumnOf<EvaluatedPoint>(Level(f.Path), p => f.At(p.Position[k]).Value)),
            new(TableColumn.Words("standing", "standing"), p => left.Contains(p.Index) ? "left" : arms.Contains(p.Index) ? "eliminated" : "not raced"),
            new(TableColumn.Count("look", "look"), p => gone.GetValueOrDefault(p.Index)?.Look),
            new(TableColumn.Label("by", "eliminated by"), p => gone.GetValueOrDefault(p.Index) is { } e ? ByWhom(result, e) : null),
            new(TableColumn.Count("searchRuns", "runs before the race"), p => p.Replicates(isRace: false)),
            new(TableColumn.Count("raceRuns", "runs in the race"), p => p.Replicates(isRace: true)),
            .. result.Outputs.SelectMany((name, o) => new ColumnOf<EvaluatedPoint>[]
            {
                new(TableColumn.Measure(name + "Mean", "mean of " + name), p => p.Estimate(IsRace(p), o).Mean),
                new(TableColumn.Measure(name + "StandardError", "standard error of " + name), p => p.Estimate(IsRace(p), o).StandardError),
            }),
        ]);

        static bool IsRace(EvaluatedPoint point) => point.Replicates(isRace: true) > 0;
    }

    /// <summary>The finalists in fresh worlds.</summary>
    public static ResultTable Finalists(OptimizationResult result) => ResultTable.Of(
        "finalists", "Finalists", "Means over worlds that had no part in the choice; differences are of the same worlds.", result.Finalists,
    [
        new(TableColumn.Label("rank", "rank"), f => f.Rank),
        new(TableColumn.Label("point", "point"), f => f.Point),
        .. result.Spec.Factors.Select((factor, k) => new ColumnOf<Finalist>(Level(factor.Path), f => result.LevelsAt(f.Point)[k].Value)),
        .. result.Outputs.SelectMany((name, o) => new ColumnOf<Finalist>[]
        {
            new(Estimate(name, "mean of " + name), f => f.Outputs[o].Confirmed),
            new(TableColumn.Measure(name + "StandardError", "standard error").InFiles(), f => f.Outputs[o].StandardError),
            new(Estimate(name + "FromBest", "difference from the best") with { IsSigned = true }, f => f.Outputs[o].FromBest),
            new(TableColumn.Measure(name + "InRace", "mean in the race", digits: 4), f => f.Outputs[o].Search),
        }),
    ]);

    /// <summary>The course of the waves.</summary>
    public static ResultTable Waves(OptimizationResult result)
    {
        var runs = 0L;
        (Wave Of, long Total)[] rows = [.. result.Waves.Select(w => (w, runs += w.Runs))];
        return ResultTable.Of("waves", "Waves", "", rows,
        [
            new(TableColumn.Label("wave", "wave"), r => r.Of.Index),
            new(TableColumn.Words("part", "part"), r => r.Of.IsRace ? "race" : "rounds"),
            new(TableColumn.Count("newPoints", "new points", "points"), r => r.Of.NewPoints.Count),
            new(TableColumn.Count("points", "points that were run", "points"), r => r.Of.Evaluations.Count),
            new(TableColumn.Count("runs", "runs"), r => r.Of.Runs),
            new(TableColumn.Count("totalRuns", "runs in all"), r => r.Total),
        ]);
    }

    /// <summary>How a method fared on functions whose optimum is known.</summary>
    public static ResultTable SelfTest(IReadOnlyCollection<TestedFunction> functions) => ResultTable.Of(
        "self-test", "Functions whose optimum is known", "The functions go from 0 to 1; a run's noise has standard deviation 0.28.", functions,
    [
        new(TableColumn.Label("function", "function"), f => f.Function),
        new(TableColumn.Count("problems", "problems", "functions"), f => f.Problems),
        new(TableColumn.Measure("meanRegret", "mean regret", digits: 3), f => f.MeanRegret),
        new(TableColumn.Measure("worstRegret", "worst regret", digits: 3), f => f.WorstRegret),
        new(TableColumn.Estimate("bestLost", "best arm lost", "share", 3), f => f.BestLost),
        new(TableColumn.Estimate("coverage", "95 % interval holds the truth", "share", 3), f => f.Coverage),
        new(TableColumn.Measure("searchBias", "bias in the race", digits: 3) with { IsSigned = true }, f => f.SearchBias),
        new(TableColumn.Measure("confirmedBias", "bias when confirmed", digits: 3) with { IsSigned = true }, f => f.ConfirmedBias),
        new(TableColumn.Number("runs", "runs, mean", "runs", 0), f => f.MeanRuns),
    ]);

    /// <summary>What eliminated an arm, in words.</summary>
    public static string ByWhom(OptimizationResult result, Elimination elimination) => elimination.Limit is { } limit
        ? $"limit: {result.Spec.Limits[limit].Name}"
        : Invariant($"point {elimination.By}");

    private static TableColumn Level(string path) => TableColumn.Label(path, path) with { SignificantDigits = 4 };

    private static TableColumn Estimate(string name, string heading) => new(name, heading) { IsInterval = true, SignificantDigits = 4 };
}
