using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Whether the hazards of programs that lost their leadership keep their ratio between groups, by the test of Schoenfeld residuals.</summary>
internal static class ProportionalHazards
{
    // Fewer events tell nothing about the course of a hazard.
    private const int FewestEvents = 10;

    // Enough to see any change that matters; a test of a million lives takes minutes and finds what does not.
    private const int MostLives = 20_000;
    private const double Suspicious = 0.05;

    /// <summary>The doubt about hazards of groups; null if absent, or too little to tell.</summary>
    /// <param name="groups">The groups; those with few events are left out.</param>
    /// <param name="compared">Path of the factor whose levels the groups are.</param>
    public static Caution? Doubt(IReadOnlyList<OutlivingSummary> groups, string compared)
    {
        OutlivingSummary[] eventful = [.. groups.Where(g => g.FailedAfterExit >= FewestEvents)];
        if (eventful.Length < 2)
        {
            return null;
        }

        var lives = eventful.SelectMany(g => LivesOf(g, MostLives / eventful.Length).Select(life => (g.Group.Arm, Life: life))).ToList();
        var contrasts = TreatmentContrasts.Of(compared, [.. lives.Select(l => l.Arm.Level)]);
        var data = new CoxData(contrasts.Columns, [.. lives.Zip(contrasts.Rows, (l, values) => new CoxRow(l.Life.Time, l.Life.Event, values))]);
        return SchoenfeldTest.Of(data, CoxModel.Fit(data)).Global is { PValue: < Suspicious and var p }
            ? new(CautionKind.NonProportionalHazards, compared, Invariant($"The ratio of the hazards of {string.Join(", ", eventful.Select(g => g.Group.Arm.Level))} changes with time since the exit (Schoenfeld test, p = {p:G2}): no single hazard ratio describes it, and a log-rank test weighs early against late differences. Compare restricted means or shares alive at the landmark, and look at the curves."))
            : null;
    }

    private static IEnumerable<Lifetime> LivesOf(OutlivingSummary summary, int most) =>
        summary.Group.Runs.OrderBy(r => r.Replicate).Select(TimeOrigin.ResidualLife).OfType<Lifetime>().Take(most);
}
