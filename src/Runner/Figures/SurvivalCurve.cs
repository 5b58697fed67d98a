using LeadershipSim.Analysis.Survival;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>The survival curve of one group.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Look">How it is drawn.</param>
/// <param name="Rows">One row per distinct time, in order.</param>
internal sealed record SurvivalCurve(string Group, ArmLook Look, IReadOnlyList<KaplanMeierRow> Rows)
{
    /// <summary>The rows that are counted, where the curve is a mean of others and ends before them; null: the rows themselves.</summary>
    public IReadOnlyList<KaplanMeierRow>? Counted { get; init; }

    /// <summary>Number of observations.</summary>
    public int Count => (Counted ?? Rows) is [var first, ..] ? first.AtRisk : 0;

    /// <summary>
    /// At risk at a time, and censored and events before it: the three always add up to <see cref="Count"/>
    /// (Morris et al. 2019, KMunicate, https://doi.org/10.1136/bmjopen-2019-030215).
    /// </summary>
    public (int AtRisk, int Censored, int Events) CountsAt(double time)
    {
        var before = (Counted ?? Rows).TakeWhile(r => r.Time < time).ToArray();
        var censored = before.Sum(r => r.Censored);
        var events = before.Sum(r => r.Events);
        return (Count - censored - events, censored, events);
    }

    /// <summary>Share alive at a time.</summary>
    public double At(double time) => Rows.LastOrDefault(r => r.Time <= time)?.Survival ?? 1;
}

/// <summary>The curves of one panel.</summary>
/// <param name="Heading">What the panel holds fixed; empty when the figure has one panel.</param>
/// <param name="Curves">One curve per group that has observations.</param>
internal sealed record SurvivalPanel(string Heading, IReadOnlyList<SurvivalCurve> Curves);
