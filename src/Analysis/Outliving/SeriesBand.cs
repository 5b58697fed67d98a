using MathNet.Numerics.Statistics;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Where the courses of runs lie at a tick.</summary>
/// <param name="Tick">Tick.</param>
/// <param name="Runs">Runs that have not ended.</param>
/// <param name="Tenth">A tenth of them lie below.</param>
/// <param name="Median">Half of them lie below.</param>
/// <param name="Ninetieth">Nine tenths of them lie below.</param>
public sealed record SeriesBand(int Tick, int Runs, double Tenth, double Median, double Ninetieth)
{
    /// <summary>The bands of courses, tick by tick; sample quantiles of type 7 (Hyndman and Fan 1996, doi:10.2307/2684934).</summary>
    /// <param name="courses">Values by tick from 0; a course stops where its run ends.</param>
    /// <remarks>Runs that have ended are left out: late bands are about those that lasted.</remarks>
    public static IReadOnlyList<SeriesBand> Of(IReadOnlyList<IReadOnlyList<double>> courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var bands = new List<SeriesBand>();
        for (var tick = 0; courses.Any(c => c.Count > tick); tick++)
        {
            double[] values = [.. courses.Where(c => c.Count > tick).Select(c => c[tick]).Where(double.IsFinite)];
            if (values.Length > 0)
            {
                double Quantile(double share) => values.QuantileCustom(share, QuantileDefinition.R7);
                bands.Add(new(tick, values.Length, Quantile(0.1), Quantile(0.5), Quantile(0.9)));
            }
        }

        return bands;
    }
}
