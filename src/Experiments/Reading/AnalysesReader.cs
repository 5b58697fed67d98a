using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads which analyses to do, and checks that they are made for the design.</summary>
internal sealed class AnalysesReader(ProblemLog log, KeyReader keys)
{
    private const string Key = "analyses";

    /// <summary>The analyses; without any named, the usual ones that are made for the design.</summary>
    public List<string> Read(Node? node, DesignAxes axes)
    {
        var names = keys.Names(node, Key, AnalysisCatalog.Analyses);
        if (node is null)
        {
            return [.. AnalysisCatalog.Analyses.Where(a => a.IsUsual(axes.Design) && Refusal(a, axes) is null).Select(a => a.Name)];
        }

        foreach (var item in (node as ListNode)?.Items.OfType<ScalarNode>() ?? [])
        {
            if (AnalysisCatalog.Analyses.FirstOrDefault(a => a.Name == item.Text) is { } analysis && Refusal(analysis, axes) is { } refusal)
            {
                var allowed = AnalysisCatalog.Analyses.Where(a => Refusal(a, axes) is null).Select(a => a.Name);
                log.Add(item.Place, Key, $"{refusal}; with this design and its factors allowed are {string.Join(", ", allowed)}. Leave {analysis.Name} out, or take another design");
            }
        }

        return names;
    }

    private static string? Refusal(CatalogItem analysis, DesignAxes axes) =>
        !analysis.Fits(axes.Design) ? $"the analysis {analysis.Name} needs {analysis.Need}, and the design is {axes.Design.Kind}"
        : analysis.NeedsAllFactors && axes.All.FirstOrDefault(f => f.When.Count > 0) is { } conditional
            ? $"the analysis {analysis.Name} needs a value of every factor at every design point, and {conditional.Path} applies only at some (when)"
        : axes.All.Count > analysis.MostFactors
            ? Invariant($"the analysis {analysis.Name} takes at most {analysis.MostFactors} factors, and there are {axes.All.Count}")
        : null;
}
