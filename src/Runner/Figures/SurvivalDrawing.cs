using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>Draws the curves of a data file.</summary>
internal static class SurvivalDrawing
{
    private const int MostCurves = 20;

    /// <summary>Writes the figure as PNG or SVG, as the file's name says.</summary>
    /// <exception cref="DataException">The name says neither, or the file cannot be written.</exception>
    public static void Write(SurvivalAnswer answer, SurvivalQuestion question, string path)
    {
        if (answer.Curves.Count > MostCurves)
        {
            throw new DataException(Invariant($"--figure would have {answer.Curves.Count} curves; allowed are {MostCurves}, as more cannot be told apart. Take a column of fewer groups"));
        }

        var figure = Of(answer, question);
        try
        {
            switch (Path.GetExtension(path))
            {
                case ".png":
                    File.WriteAllBytes(path, FigureRaster.Png(figure));
                    break;
                case ".svg":
                    File.WriteAllText(path, FigureSvg.Standalone(figure));
                    break;
                case ".pdf":
                    File.WriteAllBytes(path, FigureRaster.Pdf(figure));
                    break;
                default:
                    throw new DataException($"--figure is {path}; allowed are names that end in .png, .svg or .pdf");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be written: {error.Message}", error);
        }
    }

    private static SurvivalFigure Of(SurvivalAnswer answer, SurvivalQuestion question)
    {
        (string Name, ArmLook Look)[] groups = [.. answer.Curves.Select((c, k) => (NameOf(c), ArmLooks.At(k)))];
        var band = question.ConfidenceType switch { ConfidenceType.LogLog => "log-log", ConfidenceType.Log => "log", _ => "plain" };
        var text = Invariant($"Kaplan–Meier estimates with pointwise {question.Level * 100:0.###} % {band} bands; marks are censored observations.");
        return new()
        {
            Name = "survival",
            Caption = text,
            AltText = text,
            Panels = [new SurvivalPanel("", [.. answer.Curves.Select((c, k) => new SurvivalCurve(NameOf(c), groups[k].Look, c.Rows))])],
            Groups = groups,
            TimeLabel = question.Time,
            ShareLabel = "Share without the event",
            HorizonTicks = (int)Math.Ceiling(answer.Curves.Max(c => c.Rows.Count > 0 ? c.Rows[^1].Time : 1)),
        };
    }

    private static string NameOf(KaplanMeierCurve curve) => curve.Group.Length == 0 ? "all" : curve.Group;
}
