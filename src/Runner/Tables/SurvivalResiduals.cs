using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>Residuals of a Cox model as a file.</summary>
internal static class SurvivalResiduals
{
    /// <summary>Writes one row for each row of the table that counts.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(CoxResiduals residuals, string path)
    {
        var table = new CsvTable(["row", "martingale", "deviance", .. residuals.Columns.Select(c => "score." + c), .. residuals.Columns.Select(c => "dfbeta." + c)]);
        for (var k = 0; k < residuals.Places.Count; k++)
        {
            table.Add([residuals.Places[k], residuals.Martingale[k], residuals.Deviance[k], .. residuals.Score[k].Cast<object>(), .. residuals.Influence[k].Cast<object>()]);
        }

        try
        {
            File.WriteAllText(path, table.ToString());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be written: {error.Message}", error);
        }
    }
}
