namespace LeadershipSim.Runner.Figures;

/// <summary>Shares of programs in each state over time, for one group.</summary>
/// <param name="Row">Name of its row of panels: the arm.</param>
/// <param name="Column">What its column holds fixed; empty when there is one column.</param>
/// <param name="Runs">Number of runs.</param>
/// <param name="Shares">For each tick from 0 the share in each state; the shares of a tick add up to 1.</param>
/// <param name="Errors">For each tick standard errors of the shares; empty: none are drawn.</param>
internal sealed record OccupationPanel(
    string Row, string Column, int Runs, IReadOnlyList<IReadOnlyList<double>> Shares, IReadOnlyList<IReadOnlyList<double>> Errors);
