using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Networks of a typical and of the most surprising run of each arm, at founding, at the exit of the founding core and at the end.</summary>
internal sealed class NetworkKind : IFigureKind
{
    private const int MostRows = 6;
    private const int MostSeats = 300;

    /// <inheritdoc/>
    public string Name => "network";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        if (source.Plan.Points.Max(p => p.Scenario.Organization.Seats) is > MostSeats and var seats)
        {
            throw new FigureRefusal(Invariant($"the organization has up to {seats} seats, at most {MostSeats} can be drawn; --where \"organization.seats = N\" chooses smaller ones"));
        }

        var most = Math.Max(1, MostRows / 2);
        var examples = Arms.Of(source, most).Select(arm => (Arm: arm, Runs: source.ExamplesOf(arm))).ToArray();
        var rows =
            from example in examples
            from run in example.Runs
            let end = run.Run.Run.EndTick
            let middle = asked.Tick is { } tick && tick < end ? tick : run.Run.Run.ExitTick is { } exit && exit < end ? exit : end / 2
            let planned = RunCourse.PlannedOf(source.Plan, run.Run)
            let course = RunCourse.Of(planned.Point.Scenario, planned.Seed, [0, middle, end])
            select ($"{example.Arm}, {run.Which} (run {planned.RunId[..8]})",
                (IReadOnlyList<NetworkSnapshot>)[.. course.Snapshots.OrderBy(s => s.Key).Select(s => s.Value)]);
        yield return new NetworkFigure
        {
            Name = Name,
            Rows = [.. rows],
            Caption = $"Seats, ties and authority in a typical and in the most surprising run of each {Arms.Compared(source)}: at founding, {(asked.Tick is { } at ? Invariant($"at tick {at}") : "when the last of the founding core left (or half way)")}, and at the end. Sites stand apart; striped: strain above one half. {Arms.RuleOf(examples.Any(e => e.Runs.Count == 1))}{Arms.LeftOut(source, most)}",
        };
    }
}
