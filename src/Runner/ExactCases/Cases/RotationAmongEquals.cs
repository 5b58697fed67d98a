using LeadershipSim.Runner.ExactCases.Comparison;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// Rotation among n agents of equal skills moves to each of the others alike: a chain with the eigenvalue λ = −1/(n − 1). Whoever starts has authority
/// with probability 1/n + (1 − 1/n)λ^t after t turns, the others with 1/n − λ^t/n; over time everybody has 1/n.
/// </summary>
internal sealed class RotationAmongEquals : IExactCase
{
    private const int Seats = 5;
    private const int Turns = 100;
    private const double Eigenvalue = -1.0 / (Seats - 1);

    /// <inheritdoc/>
    public string Name => "rotating";

    /// <inheritdoc/>
    public string Shows => "rotation among equals gives everybody the same time average of authority";

    /// <inheritdoc/>
    public long TotalRuns(int runs) => runs;

    /// <inheritdoc/>
    public IReadOnlyList<DockedQuantity> Dock(DockRuns runs)
    {
        var measured = runs.Measure(QuietScenario.OfEquals(Seats, new Rotating { TermTicks = 1 }, Turns, 1), () => new MeanShares(Seats));

        // Mean of λ^t over t = 1 … T.
        var start = Eigenvalue * (1 - Math.Pow(Eigenvalue, Turns)) / (1 - Eigenvalue) / Turns;
        return
        [
            new(
                Invariant($"authority, mean over {Turns} turns among {Seats} equals"),
                "1/n + (1 − 1/n)·mean λ^t for who starts, else 1/n − mean λ^t / n",
                [
                    .. measured.Select((m, seat) => DockedPoint.OfMean(
                        Invariant($"seat {seat}"), (1.0 / Seats) + (start * ((seat == 0 ? 1 : 0) - (1.0 / Seats))), 0, m)),
                ]),
        ];
    }
}
