using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Runner.Results;

/// <summary>
/// Writes what a study found: each table as CSV, all of it as one JSON document with methods and cautions. Tables by design point are long;
/// they are Parquet, written as they are made, those by tick at the ticks that are asked for.
/// </summary>
internal static class StudyFiles
{
    /// <summary>Writes the files the experiment asks for into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(OutlivingStudy study, ResultTable? robustness, IReadOnlyList<string> analyses, string directory)
    {
        Directory.CreateDirectory(directory);
        List<string> files = [Path.Combine(directory, "outliving.json")];
        File.WriteAllText(files[0], AsJson(study));
        foreach (var table in StudyTables.Of(study).Concat(StudyCurves.Of(study, analyses)).Concat(robustness is null ? [] : [robustness]))
        {
            files.Add(Path.Combine(directory, table.Name + ".csv"));
            using var file = new StreamWriter(files[^1]);
            CsvText.Write(table, file);
        }

        foreach (var table in StudyCurves.OfPoints(study, analyses))
        {
            files.Add(Path.Combine(directory, table.Name + ".parquet"));
            LongTableFile.Write(table, files[^1]);
        }

        return files;
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
}
