using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>
/// Tenures of the first two agents of each seat, who is replaced in the tick of leaving: for founders, then for their successors, the
/// mean over seats and the shares of seats where the tenure is longer than some numbers of ticks. NaN if an agent is still there.
/// </summary>
internal sealed class TenureMeasurement(int seats, IReadOnlyList<int> longerThan) : IRunMeasurement, ITickObserver
{
    private const int Generations = 2;

    private readonly int[,] _leavingTick = new int[seats, Generations];

    /// <inheritdoc/>
    public int Count => Generations * (1 + longerThan.Count);

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick == 0)
        {
            Array.Clear(_leavingTick);
            return;
        }

        var generation = view.Organization.Generation;
        for (var seat = 0; seat < seats; seat++)
        {
            // An agent hired in this tick has not been at risk in it: a seat changes hands at most once a tick.
            if (generation[seat] is > 0 and <= Generations and var left && _leavingTick[seat, left - 1] == 0)
            {
                _leavingTick[seat, left - 1] = view.Tick;
            }
        }
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values)
    {
        for (var generation = 0; generation < Generations; generation++)
        {
            var ofGeneration = values.Slice(generation * (1 + longerThan.Count), 1 + longerThan.Count);
            ofGeneration.Clear();
            for (var seat = 0; seat < seats; seat++)
            {
                Add(Tenure(seat, generation), ofGeneration);
            }
        }
    }

    private void Add(double tenure, Span<double> values)
    {
        values[0] += tenure / seats;
        for (var k = 0; k < longerThan.Count; k++)
        {
            values[k + 1] += tenure > longerThan[k] ? 1.0 / seats : 0;
        }
    }

    private double Tenure(int seat, int generation)
    {
        var hired = generation == 0 ? 0 : _leavingTick[seat, generation - 1];
        var left = _leavingTick[seat, generation];
        return left == 0 ? double.NaN : left - hired;
    }
}
