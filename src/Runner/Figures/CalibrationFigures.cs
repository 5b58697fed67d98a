using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>The figures of a calibration.</summary>
internal static class CalibrationFigures
{
    /// <summary>Those that there is something to draw of.</summary>
    public static IEnumerable<IFigure> Of(CalibrationResult result)
    {
        yield return new PosteriorFigure { Result = result };
        if (result.Predictive.Count > 0)
        {
            yield return new PredictiveFigure { Result = result };
        }

        if (result.Parameters.Count > 1)
        {
            yield return new PairsFigure { Result = result };
        }

        // Batches of rejection are all alike.
        if (result.Spec.Method is not RejectionSettings)
        {
            yield return new TraceFigure { Result = result };
        }
    }
}
