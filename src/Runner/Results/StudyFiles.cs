using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Runner.Results;

/// <summary>
/// Writes what a study found: each table as CSV, all of it as one JSON document with methods and cautions. Tables by design point and tick
/// are long; they are Parquet, written as they are made, at the ticks that are asked for.
/// </summary>
internal static class StudyFiles
{
    private const string StatesByPoint = "states-by-point.parquet";

    /// <summary>Writes the files the experiment asks for into a folder.</summary>
    public static void Write(OutlivingStudy study, ResultTable? robustness, IReadOnlyList<string> analyses, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var table in StudyTables.Of(study).Concat(StudyCurves.Of(study, analyses)).Concat(robustness is null ? [] : [robustness]))
        {
            using var file = new StreamWriter(Path.Combine(directory, table.Name + ".csv"));
            CsvText.Write(table, file);
        }

        File.WriteAllText(Path.Combine(directory, "outliving.json"), AsJson(study));
        if (analyses.Contains("states") && study.Points.Count > study.Samples.Count)
        {
            WriteStates(study, Path.Combine(directory, StatesByPoint));
        }
    }

    /// <summary>The study as one JSON document: every table but those by design point or tick.</summary>
    public static string AsJson(OutlivingStudy study) => JsonText.Of(new
    {
        study.Settings.Leadership,
        TimeOrigin = $"tick at which {LeadershipEvents.Words(study.Settings.Leadership)}; that tick is tick 1 of residual life",
        study.ComparedPath,
        study.OtherPaths,
        study.HorizonTicks,
        Meaningful = study.Settings.Meaningful,
        Tables = StudyTables.Of(study).Select(TableJson.Document),
        study.Cautions,
        study.PointCautions,
    }) + "\n";

    private static void WriteStates(OutlivingStudy study, string path)
    {
        var states = Enum.GetValues<ProgramState>();
        LongTable.Write(
            path,
            [("arm", true), .. study.OtherPaths.Select(p => (p, true)), ("runs", false), ("tick", false), .. Quantity.StatesAt(0).Select(q => (q.Name, false))],
            study.Points.SelectMany(p => study.Ticks.Select(tick => (IReadOnlyList<object?>)
            [
                p.Group.Arm.Level,
                .. p.Group.Conditions.Select(c => c.Value),
                p.Group.Runs.Count,
                tick,
                .. states.Select(state => (object?)(p.Group.Runs.Count(r => ProgramCourse.StateAt(r, tick) == state) / (double)p.Group.Runs.Count)),
            ])));
    }
}
