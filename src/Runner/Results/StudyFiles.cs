using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Results;

/// <summary>Writes what a study found: tables as CSV, and the same as JSON with methods and cautions.</summary>
internal static class StudyFiles
{
    private static readonly string[] Columns =
    [
        "scope", "group", "conditions", "runs", "foundingExits", "failedBeforeExit", "censoredBeforeExit", "failedAfterExit",
        "landmarkTicks", "observable", "alive", "outlives", "outlivesLower95", "outlivesUpper95",
        "failsBeforeExit", "failsBeforeExitLower95", "failsBeforeExitUpper95",
        "medianLife", "medianLifeLower95", "medianLifeUpper95", "restrictedMeanTicks", "restrictedMean", "restrictedMeanLower95", "restrictedMeanUpper95",
    ];

    /// <summary>Writes the files the experiment asks for into a folder.</summary>
    public static void Write(OutlivingStudy study, IReadOnlyList<string> analyses, string directory)
    {
        Directory.CreateDirectory(directory);
        void Put(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);
        Put("outliving.csv", Summaries(study).ToString());
        Put("outliving.json", AsJson(study));
        if (analyses.Contains("survival"))
        {
            var table = Curves(study);
            Put("survival.csv", table.ToString());
            Put("survival.json", AsJson(table, "Kaplan–Meier estimate of residual program life from leadership exit on; pointwise 95 % log-log bands"));
        }

        if (analyses.Contains("survival") && study.Contrasts.Count > 0)
        {
            var table = ContrastTable.Of(study.Contrasts);
            Put("contrasts.csv", table.ToString());
            Put("contrasts.json", AsJson(table, ContrastTable.Method));
        }

        if (analyses.Contains("states"))
        {
            var table = States(study);
            Put("states.csv", table.ToString());
            Put("states.json", AsJson(table, "Share of runs in each state by tick, counted from raw event ticks; no run is censored before the horizon. Standard errors of clusters: runs of one replicate may share their random numbers"));
        }
    }

    /// <summary>The study as one JSON document.</summary>
    public static string AsJson(OutlivingStudy study) => JsonText.Of(new
    {
        TimeOrigin = "tick at which the last of the founding core left; that tick is tick 1 of residual life",
        study.ComparedPath,
        study.OtherPaths,
        study.HorizonTicks,
        Groups = Records(Summaries(study)),
        study.Cautions,
        study.PointCautions,
    }) + Environment.NewLine;

    private static CsvTable Summaries(OutlivingStudy study)
    {
        var table = new CsvTable(Columns);
        foreach (var (scope, summary) in Scoped(study))
        {
            var (median, mean) = (summary.Survival.Median, summary.RestrictedMean);
            table.Add(
                scope, summary.Group.Policy, summary.Group.ConditionText, summary.Group.Runs.Count,
                summary.FoundingExits, summary.FailedBeforeExit, summary.CensoredBeforeExit, summary.Survival.Events,
                summary.LandmarkTicks, summary.Outlives.Trials, summary.Outlives.Successes, summary.Outlives.Estimate, summary.Outlives.Lower, summary.Outlives.Upper,
                summary.FailsBeforeExit.Estimate, summary.FailsBeforeExit.Lower, summary.FailsBeforeExit.Upper,
                median.Estimate, median.Lower, median.Upper, summary.RestrictedMeanTicks, mean?.Estimate, mean?.Lower, mean?.Upper);
        }

        return table;
    }

    private static CsvTable Curves(OutlivingStudy study)
    {
        var table = new CsvTable("scope", "group", "conditions", "time", "atRisk", "events", "censored", "survival", "standardError", "lower95", "upper95");
        foreach (var (scope, summary) in Scoped(study))
        {
            foreach (var row in summary.Survival.Rows)
            {
                table.Add(
                    scope, summary.Group.Policy, summary.Group.ConditionText,
                    row.Time, row.AtRisk, row.Events, row.Censored, row.Survival, row.StandardError, row.Lower, row.Upper);
            }
        }

        return table;
    }

    private static CsvTable States(OutlivingStudy study)
    {
        var table = new CsvTable(
            "scope", "group", "conditions", "runs", "tick", "founderLed", "outliving", "failed", "needEnded",
            "founderLedStandardError", "outlivingStandardError", "failedStandardError", "needEndedStandardError");
        foreach (var (scope, summary) in Scoped(study))
        {
            var shares = study.Occupation(summary.Group);
            var errors = shares.StandardErrors;
            for (var tick = 0; tick <= study.HorizonTicks; tick++)
            {
                table.Add(
                    scope, summary.Group.Policy, summary.Group.ConditionText, shares.Runs,
                    tick, shares.FounderLed[tick], shares.Outliving[tick], shares.Failed[tick], shares.NeedEnded[tick],
                    errors.FounderLed[tick], errors.Outliving[tick], errors.Failed[tick], errors.NeedEnded[tick]);
            }
        }

        return table;
    }

    private static IEnumerable<(string Scope, OutlivingSummary Summary)> Scoped(OutlivingStudy study) =>
        study.ByPolicy.Select(s => ("pooled", s)).Concat(study.ByPoint.Select(s => ("designPoint", s)));

    private static string AsJson(CsvTable table, string method) => JsonText.Of(new { Method = method, Rows = Records(table) }) + Environment.NewLine;

    private static IEnumerable<Dictionary<string, object?>> Records(CsvTable table) =>
        table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(x => x.First, x => x.Second));
}
