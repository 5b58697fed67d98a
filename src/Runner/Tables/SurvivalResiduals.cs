using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>Residuals of a Cox model as a file.</summary>
internal static class SurvivalResiduals
{
    /// <summary>Writes one row for each row of the table that counts.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(CoxResiduals residuals, string path)
    {
        var table = ResultTable.Of("residuals", "Residuals of the Cox model", "", [.. Enumerable.Range(0, residuals.Places.Count)],
        [
            new(TableColumn.Label("row", "row"), k => residuals.Places[k]),
            new(TableColumn.Measure("martingale", "martingale"), k => residuals.Martingale[k]),
            new(TableColumn.Measure("deviance", "deviance"), k => residuals.Deviance[k]),
            .. residuals.Columns.Select((c, i) => new ColumnOf<int>(TableColumn.Measure("score." + c, "score of " + c), k => residuals.Score[k][i])),
            .. residuals.Columns.Select((c, i) => new ColumnOf<int>(TableColumn.Measure("dfbeta." + c, "influence on " + c), k => residuals.Influence[k][i])),
        ]);
        try
        {
            File.WriteAllText(path, CsvText.Of(table));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be written: {WriteFailure.OfFile(path, error)}. Choose another place", error);
        }
    }
}
