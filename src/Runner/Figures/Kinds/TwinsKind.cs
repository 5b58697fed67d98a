using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>The world of a typical run of each arm, as it is and with the founding core removed at a tick, side by side.</summary>
internal sealed class TwinsKind : IFigureKind
{
    private const int MostArms = 6;

    /// <inheritdoc/>
    public string Name => "twins";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var panels = new List<CoursePanel>();
        foreach (var arm in Arms.Of(source, MostArms))
        {
            if (source.TellingRunsOf(arm)?.Typical is { } run)
            {
                // Before anybody of the core leaves by itself there is most to remove.
                var tick = asked.Tick ?? Math.Max(1, Math.Min(run.Run.ExitTick ?? run.Run.EndTick, run.Run.EndTick) / 2);
                var planned = RunCourse.PlannedOf(source.Plan, run);
                var scenario = planned.Point.Scenario;
                var shocked = scenario with { Shocks = [.. scenario.Shocks, new Shock { Tick = tick, Remove = ShockTarget.FoundingCore }] };
                panels.Add(new($"{arm}, as it is (run {planned.RunId[..8]})", RunCourse.Of(scenario, planned.Seed, [])));
                panels.Add(new(Invariant($"{arm}, founding core removed at tick {tick}"), RunCourse.Of(shocked, planned.Seed, [])));
            }
        }

        yield return new RiverFigure
        {
            Name = Name,
            Panels = panels,
            Caption = $"Twin worlds: a typical run of each {Arms.Compared(source)} as it is (left), and the same world with the founding core removed at {(asked.Tick is { } at ? Invariant($"tick {at}") : "half the time to its exit")} (right). Up to that tick both are the same bit for bit. {Arms.Rule}{Arms.LeftOut(source, MostArms)}",
        };
    }
}
