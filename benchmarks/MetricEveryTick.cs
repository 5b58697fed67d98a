using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Benchmarks;

/// <summary>Reads the founders' share of power after every tick, as an expression.</summary>
internal sealed class MetricEveryTick : ITickObserver
{
    private readonly MetricExpression _expression = MetricExpression.Parse("sum(power where founder) / sum(power)", SeriesCatalog.All);

    public double Sum { get; private set; }

    public void Observe(in TickView view) => Sum += _expression.Of(view);
}

/// <summary>The same as a loop.</summary>
internal sealed class LoopEveryTick : ITickObserver
{
    public double Sum { get; private set; }

    public void Observe(in TickView view)
    {
        var (founders, all) = (0.0, 0.0);
        var organization = view.Organization;
        var power = organization.Power;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.IsOccupied(seat))
            {
                founders += organization.IsFounder(seat) ? power[seat] : 0;
                all += power[seat];
            }
        }

        Sum += founders / all;
    }
}
