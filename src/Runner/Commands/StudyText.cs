using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.Report;

namespace LeadershipSim.Runner.Commands;

/// <summary>A study as text for a terminal.</summary>
internal static class StudyText
{
    /// <summary>The answer and the table by policy.</summary>
    public static string Of(OutlivingStudy study)
    {
        var table = SummaryTables.Of(study).First();
        return string.Join(Environment.NewLine, AnswerText.Of(study)) + Environment.NewLine + Environment.NewLine
            + TextTable.Of([table.Columns, .. table.Rows]);
    }
}
