using System.Text;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Specs;

/// <summary>Lives that a researcher observed: how long after their leadership's exit programs were watched, and whether they ended.</summary>
/// <param name="Path">The file they come from.</param>
/// <param name="TimeColumn">Its column of times, in ticks.</param>
/// <param name="EventColumn">Its column of events.</param>
/// <param name="Rows">Time and event of each row; NaN where a value is missing.</param>
public sealed record ObservedLives(string Path, string TimeColumn, string EventColumn, IReadOnlyList<(double Time, double Event)> Rows)
{
    /// <summary>The lives of which both are known.</summary>
    public IEnumerable<(double Time, bool Ended)> Known =>
        Rows.Where(r => !double.IsNaN(r.Time) && !double.IsNaN(r.Event)).Select(r => (r.Time, r.Event == 1));

    /// <summary>Rows left out because a value is missing.</summary>
    public int LeftOut => Rows.Count - Known.Count();

    /// <summary>The two columns as a CSV file, kept with the results: of a larger file no other column decides anything.</summary>
    internal string Text
    {
        get
        {
            var text = new StringBuilder().Append(Csv.Quote(TimeColumn)).Append(',').Append(Csv.Quote(EventColumn)).Append('\n');
            foreach (var (time, ended) in Rows)
            {
                text.Append(Field(time)).Append(',').Append(Field(ended)).Append('\n');
            }

            return text.ToString();
        }
    }

    // NA, not nothing: a row of nothing but separators is easily lost.
    private static string Field(double value) => double.IsNaN(value) ? "NA" : Invariant($"{value:R}");
}
