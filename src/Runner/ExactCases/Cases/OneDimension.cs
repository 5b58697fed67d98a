using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// One belief dimension. The code starts at 0 and only agents who act rightly are superior to it, so it either stays at 0 or becomes
/// reality, and nobody is socialized before. An agent with γ = (1 − p2)^(n a) leaves the code at 0 through t ticks with probability
/// γ^t when it believes rightly, 1 when wrongly, ((1 + γ)/2)^t when it acts by a coin; each with probability 1/3. Hence
/// E[K_t] = 1 − Π [1 + γ^t + ((1 + γ)/2)^t]/3.
/// </summary>
internal sealed class OneDimension : IExactCase
{
    private const int Seats = 20;

    // Late enough for γ^t and ((1 + γ)/2)^t to be gone where few hold all authority.
    private const int LastTick = 200;

    private static readonly int[] Ticks = [1, 2, 5, 10, 20, 50, 100, LastTick];

    private static readonly (string Name, double DirectorShare, int Coordinators, double P2)[] Settings =
    [
        ("one holder", 1, 1, 0.5),
        ("3 equal holders", 1.0 / 3, 2, 0.5),
        ("5 equal holders", 0.2, 4, 0.5),
        ("shares .6 and 4 × .1", 0.6, 4, 0.1),
    ];

    /// <inheritdoc/>
    public string Name => "oneDimension";

    /// <inheritdoc/>
    public string Shows => "the code learns in proportion to authority, equal or not; K equal holders end up right with probability 1 − 3^−K";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => (Settings.Length + 1L) * runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs) =>
    [
        Curve(runs, "all equal", WithPolicy(new Equal(), 1, 0.1), Enumerable.Repeat(1.0 / Seats, Seats)),
        .. Settings.SelectMany(s => Dock(runs, s.Name, s.DirectorShare, s.Coordinators, s.P2)),
    ];

    private static IEnumerable<DockedQuantity> Dock(DockRuns runs, string name, double directorShare, int coordinators, double p2)
    {
        // Without leaks and departures, laissez-faire leaves the founding allocation as it is.
        var founded = WithPolicy(new LaissezFaire { LeakRate = 0 }, coordinators, p2);
        var scenario = founded with { Founding = founded.Founding with { DirectorShare = directorShare } };
        double[] shares = [directorShare, .. Enumerable.Repeat((1 - directorShare) / coordinators, coordinators)];
        var curve = Curve(runs, name, scenario, shares.Where(s => s > 0));
        yield return curve;
        if (shares.Where(s => s > 0).All(s => Math.Abs(s - directorShare) < 1e-12))
        {
            var holders = shares.Count(s => s > 0);
            var limit = 1 - Math.Pow(3, -holders);
            var last = curve.Points[^1];
            yield return new($"P(code right in the end), {name}", "1 − 3^−K", last with { At = "", Expected = limit });
        }
    }

    private static DockedQuantity Curve(DockRuns runs, string name, Scenario scenario, IEnumerable<double> authority)
    {
        var gamma = authority.Select(a => Math.Pow(1 - scenario.Learning.CodeLearning, Seats * a)).ToArray();
        var measured = runs.Measure(scenario, () => new SeriesMeasurement(Ticks, (in view) => view.CodeKnowledge));
        return new(
            Invariant($"P(code right), {name}, p2 {scenario.Learning.CodeLearning}"),
            "1 − Π[1 + γ^t + ((1+γ)/2)^t]/3",
            [.. Ticks.Select((t, i) => DockedPoint.OfShare(Invariant($"tick {t}"), Expected(gamma, t), measured[i]))]);
    }

    private static double Expected(double[] gamma, int tick) =>
        1 - gamma.Aggregate(1.0, (product, g) => product * (1 + Math.Pow(g, tick) + Math.Pow((1 + g) / 2, tick)) / 3);

    private static Scenario WithPolicy(ILeadershipPolicy policy, int sites, double p2)
    {
        var march = MarchScenario.Of(0.1, p2, 0, 0, LastTick);
        return march with { Organization = new() { Seats = Seats, Sites = sites, BeliefDimensions = 1 }, Policy = policy };
    }
}
