using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>An output of arms over one factor or two, and the words for it.</summary>
/// <param name="Output">Name of the output, or <see cref="ConditionEstimates.Outlived"/>.</param>
/// <param name="Paths">The factors.</param>
/// <param name="All">The estimates.</param>
internal sealed record Estimates(string Output, IReadOnlyList<string> Paths, IReadOnlyList<ConditionEstimate> All)
{
    // Cells of more levels cannot be told apart.
    private const int MostLevels = 40;

    // Of these outputs less is better.
    private static readonly string[] Ills =
        ["failed", "vacantAuthority", "vacancyTicks", "unmetNeedTicks", "unmetDecisions", "decisionsFailed", "departures"];

    /// <summary>Whether less of the output is better.</summary>
    public bool LessIsBetter => Ills.Contains(Output);

    /// <summary>What the output is called.</summary>
    public string Words(FigureSource source) => Output == ConditionEstimates.Outlived
        ? Invariant($"Share alive {source.Study.ByArm[0].LandmarkTicks} ticks after the exit")
        : FactorWords.OfOutput(Output, source.Spec.Model.Outputs);

    /// <summary>The kind of the intervals.</summary>
    public string Method => Output == ConditionEstimates.Outlived
        ? "95 % intervals (Wilson, clusters of replicates)" : "95 % Student's intervals over the means of replicates";

    /// <summary>The estimate of a cell; null without runs.</summary>
    public ConditionEstimate? At(string arm, params ReadOnlySpan<string> levels)
    {
        foreach (var estimate in All)
        {
            if (estimate.Arm == arm && estimate.Levels.ToArray().AsSpan().SequenceEqual(levels))
            {
                return estimate;
            }
        }

        return null;
    }

    /// <summary>Levels of a factor, numbers in ascending order.</summary>
    public static string[] LevelsOf(FigureSource source, string path) => ConditionGrid.LevelsOf(source.Study, path);

    /// <summary>Takes the estimates.</summary>
    /// <exception cref="FigureRefusal">There is no such output or factor, or it has too many levels.</exception>
    public static Estimates Of(FigureSource source, FigureSpec asked, IReadOnlyList<string> paths)
    {
        var output = asked.Value ?? ConditionEstimates.Outlived;
        foreach (var path in paths)
        {
            if (!source.Study.OtherPaths.Contains(path))
            {
                throw new FigureRefusal($"{path} is not varied{(path == source.Study.ComparedPath ? " apart from the arms" : "")}; factors are {string.Join(", ", source.Study.OtherPaths.DefaultIfEmpty("none"))}. To vary it, add to the file: factors: {{{path}: {{levels: [...]}}}}");
            }

            if (LevelsOf(source, path).Length > MostLevels)
            {
                throw new FigureRefusal(Invariant($"{path} has {LevelsOf(source, path).Length} levels, at most {MostLevels} can be drawn; a grid has few: write {path}: {{levels: [...]}} with design: fullFactorial"));
            }
        }

        if (output == ConditionEstimates.Outlived)
        {
            return new(output, paths, ConditionEstimates.OfOutliving(source.Study.ByPoint, paths));
        }

        return source.Spec.Model.Outputs.Any(o => o.Name == output) && source.Table.IsNumeric(output)
            ? new(output, paths, ConditionEstimates.OfOutput(source.Groups, paths, source.Table, output))
            : throw new FigureRefusal($"value is {output}, which these runs do not have; allowed are outlived and outputs such as {string.Join(", ", source.Spec.Model.Outputs.Select(o => o.Name).Where(source.Table.IsNumeric).Take(12))}");
    }

    /// <summary>The two factors of a plane: those asked for, or the first two that vary in numbers.</summary>
    /// <exception cref="FigureRefusal">There are no two.</exception>
    public static (string X, string Y) PlaneOf(FigureSource source, FigureSpec asked)
    {
        string[] free = [.. source.Study.OtherPaths.Where(p => LevelsOf(source, p).Length > 1)];
        string[] usual = [.. free.OrderByDescending(p => LevelsOf(source, p).All(l => LevelLabels.Number(l) is not null))
            .Where(p => p != asked.X && p != asked.Y)];
        var x = asked.X ?? usual.FirstOrDefault();
        var y = asked.Y ?? usual.FirstOrDefault(p => p != x);
        return x is not null && y is not null
            ? (x, y)
            : throw new FigureRefusal($"{asked.Kind} needs two factors besides the arms, and {(free.Length == 0 ? "none varies" : $"only {string.Join(", ", free)} varies")}; add to the file, for example: factors: {{demand.decisionsPerSeat: {{range: {{from: 0.05, to: 0.3, steps: 4}}}}}}");
    }
}
