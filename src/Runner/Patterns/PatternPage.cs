using System.Text;
using LeadershipSim.Analysis.Patterns;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Patterns;

/// <summary>Patterns against the model's results, as a page in Markdown: what <c>leadersim patterns</c> writes.</summary>
internal static class PatternPage
{
    /// <summary>The page.</summary>
    /// <param name="command">The command that makes it.</param>
    /// <param name="patterns">The files and their results.</param>
    public static string Of(string command, IReadOnlyList<(PatternFile File, PatternResult Result)> patterns)
    {
        var text = new StringBuilder("# Patterns\n");
        text.Append("What was observed in the world, and what the model gives with parameters that were not chosen for it, unless the role says calibrate.\n");
        text.Append("A pattern that the model misses stays in the table. `").Append(command).Append("` writes this page.\n\n");
        text.Append(Count(patterns, PatternVerdict.Inside)).Append(" inside, ").Append(Count(patterns, PatternVerdict.Outside)).Append(" outside, ")
            .Append(Count(patterns, PatternVerdict.Undecided)).Append(" undecided.\n\n");
        text.Append(MarkdownTable.Of(PatternTables.Of([.. patterns.Select(p => (p.File.Input.Spec.Name, p.Result))])));
        foreach (var (file, result) in patterns)
        {
            var spec = result.Spec;
            text.Append("\n## ").Append(file.Input.Spec.Name).Append('\n');
            text.Append(spec.Claim).Append("\n\n");
            text.Append("Source: ").Append(spec.Source).Append("\n\n");
            text.Append("In the model: ").Append(spec.Mapping).Append("\n\n");
            text.Append('[').Append(Path.GetFileName(file.Path)).Append("](").Append(Path.GetFileName(file.Path)).Append(")\n");
        }

        return text.ToString();
    }

    private static string Count(IReadOnlyList<(PatternFile File, PatternResult Result)> patterns, PatternVerdict verdict) =>
        Invariant($"{patterns.Count(p => p.Result.Verdict == verdict)}");
}
