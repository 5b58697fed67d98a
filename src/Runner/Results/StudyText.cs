using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Results;

/// <summary>A study as text for a terminal.</summary>
internal static class StudyText
{
    /// <summary>The answer, the table that it rests on, and where the rest is.</summary>
    /// <param name="tables">The tables, the one that the answer rests on first.</param>
    /// <param name="answer">The answer in sentences.</param>
    /// <param name="cautions">Doubts about that table, and about all.</param>
    /// <param name="folder">The results folder.</param>
    public static string Of(IReadOnlyList<ResultTable> tables, IReadOnlyList<string> answer, IEnumerable<string> cautions, string folder)
    {
        return string.Join(Environment.NewLine, answer) + Environment.NewLine + Environment.NewLine
            + tables[0].Title + Environment.NewLine
            + TextTable.OnTerminal(tables[0])
            + string.Concat(cautions.Select(c => $"caution: {c}{Environment.NewLine}"))
            + $"more: {ShellText.Command("table", folder)} NAME, with {string.Join(", ", tables.Skip(1).Select(t => t.Name))}" + Environment.NewLine;
    }
}
