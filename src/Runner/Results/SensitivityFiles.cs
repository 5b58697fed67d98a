using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Results;

/// <summary>Writes what sensitivity analyses found: a CSV file each, and all of it as JSON.</summary>
internal static class SensitivityFiles
{
    /// <summary>Writes the files; none when nothing was asked for.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(SensitivityStudy study, string directory)
    {
        if (study.IsEmpty)
        {
            return [];
        }

        Directory.CreateDirectory(directory);
        List<string> files = [Path.Combine(directory, "sensitivity.json")];
        foreach (var table in SensitivityTables.Of(study))
        {
            files.Add(Path.Combine(directory, table.Name + ".csv"));
            File.WriteAllText(files[^1], CsvText.Of(table));
        }

        File.WriteAllText(files[0], AsJson(study));
        return files;
    }

    /// <summary>The study as one JSON document; parts that were not asked for are left out.</summary>
    public static string AsJson(SensitivityStudy study)
    {
        var parts = new Dictionary<string, object>();
        void Put<T>(string name, IReadOnlyList<T> part)
        {
            if (part.Count > 0)
            {
                parts[name] = part;
            }
        }

        Put("sobol", study.Sobol);
        Put("morris", study.Morris);
        Put("partialRankCorrelation", study.PartialRankCorrelation);
        Put("rankRegression", study.RankRegression);
        Put("shapley", study.Shapley);
        Put("finiteChange", study.FiniteChange);
        Put("responseCurves", study.ResponseCurves);
        Put("trees", [.. study.Trees.Select(t => new { t.Output, t.Determination, t.Importance, Root = NodeOf(t.Root) })]);
        parts["cautions"] = study.Cautions;
        return JsonText.Of(parts) + "\n";
    }

    private static object NodeOf(TreeNode node) => node.Split is { } split
        ? new { node.Mean, node.Points, node.SquaredError, Split = SplitOf(split) }
        : new { node.Mean, node.Points, node.SquaredError };

    private static object SplitOf(TreeSplit split) =>
        new { split.Factor, split.Below, split.Labels, Left = NodeOf(split.Left), Right = NodeOf(split.Right) };
}
