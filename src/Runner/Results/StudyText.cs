using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.Report;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Results;

/// <summary>A study as text for a terminal.</summary>
internal static class StudyText
{
    /// <summary>The answer, the table by policy, and what the policies differ by.</summary>
    public static string Of(OutlivingStudy study)
    {
        var tables = SummaryTables.Of(study).Take(study.Contrasts.Count > 0 ? 2 : 1).ToArray();
        var text = string.Join(Environment.NewLine, AnswerText.Of(study)) + Environment.NewLine + Environment.NewLine + TextOf(tables[0]);
        return tables.Length == 1 ? text
            : text + Environment.NewLine + $"Compared with {study.Contrasts[0].Second}, replicate by replicate:" + Environment.NewLine + TextOf(tables[1]);
    }

    private static string TextOf(ReportTable table) => TextTable.Of([table.Columns, .. table.Rows]);
}
