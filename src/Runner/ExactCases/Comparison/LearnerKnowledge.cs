using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>What code, all agents, fast and slow learners know at a tick, and the code's score at the end.</summary>
internal sealed class LearnerKnowledge(int atTick) : IRunMeasurement, ITickObserver
{
    private readonly double[] _values = new double[4];

    /// <inheritdoc/>
    public int Count => _values.Length + 1;

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick != atTick)
        {
            return;
        }

        var organization = view.Organization;
        var (fast, slow, slowSeats) = (0.0, 0.0, 0);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            var isSlow = organization.LearnsSlowly[seat];
            slowSeats += isSlow ? 1 : 0;
            slow += isSlow ? organization.KnowledgeOf(seat) : 0;
            fast += isSlow ? 0 : organization.KnowledgeOf(seat);
        }

        _values[0] = view.CodeKnowledge;
        _values[1] = view.MeanKnowledge;
        _values[2] = fast / (organization.Seats - slowSeats);
        _values[3] = slow / slowSeats;
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values)
    {
        _values.CopyTo(values);
        values[^1] = run.Outcome.CodeScore;
    }
}
