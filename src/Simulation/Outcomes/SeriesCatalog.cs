using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>All that can be followed in the course of a run, in column order.</summary>
public static class SeriesCatalog
{
    /// <summary>The metrics.</summary>
    public static IReadOnlyList<SeriesMetric> All { get; } =
    [
        Real("vitality", "share", "Vitality", (in view) => view.Vitality),
        Real("needLevel", "1", "Level of the need", (in view) => view.NeedLevel),
        Real("vacantAuthority", "share", "Vacant authority", (in view) => view.Organization.VacantAuthority),
        Real("authorityGini", "1", "Gini coefficient of authority over occupied seats", (in view) => Gini(view.Organization)),
        Real("effectiveHolders", "agents", "Effective number of holders of authority (inverse Herfindahl index); 0 when none is held", (in view) => EffectiveHolders(view.Organization)),
        Whole("occupiedSeats", "agents", "Occupied seats", (in view) => view.Organization.OccupiedSeats),
        Whole("departures", "agents", "Departures so far", (in view) => view.Departures),
        Whole("coreExits", "exits", "Leadership generations that have left so far", (in view) => view.CoreExits),
        Whole("decisionsResolved", "decisions", "Decisions resolved so far, successfully or not", (in view) => view.DecisionsResolved),
        Whole("decisionsSucceeded", "decisions", "Decisions resolved successfully so far", (in view) => view.DecisionsSucceeded),
        Whole("decisionsFailed", "decisions", "Decisions that failed unresolved so far", (in view) => view.DecisionsFailed),
        Real("codeKnowledge", "share", "Dimensions on which the code equals reality", (in view) => view.CodeKnowledge),
        Real("codeScore", "share", "Σ C_j R_j / m", (in view) => view.CodeScore),
        Real("meanKnowledge", "share", "Dimensions on which beliefs equal reality, mean over agents", (in view) => view.MeanKnowledge),
    ];

    /// <summary>The metric of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static SeriesMetric Of(string name) => All.FirstOrDefault(m => m.Name == name) ?? throw new KeyNotFoundException($"no metric {name}");

    private static SeriesMetric Real(string name, string unit, string meaning, SeriesValue value) => new(name, false, unit, meaning, value);

    private static SeriesMetric Whole(string name, string unit, string meaning, SeriesValue value) => new(name, true, unit, meaning, value);

    private static double EffectiveHolders(OrganizationView organization)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var authority in organization.Authority)
        {
            sum += authority;
            squares += authority * authority;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }

    // Over occupied seats: Σ_k (2k − n − 1) x_(k) / (n Σ x), the values in ascending order.
    private static double Gini(OrganizationView organization)
    {
        var values = new List<double>(organization.Seats);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.IsOccupied(seat))
            {
                values.Add(organization.Authority[seat]);
            }
        }

        values.Sort();
        var (sum, ranked) = (0.0, 0.0);
        for (var k = 0; k < values.Count; k++)
        {
            sum += values[k];
            ranked += ((2.0 * (k + 1)) - values.Count - 1) * values[k];
        }

        return sum > 0 ? Math.Max(0, ranked / (values.Count * sum)) : 0;
    }
}
