using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Authority rivers of a typical and of the most surprising run of each arm.</summary>
internal sealed class RiverKind : IFigureKind
{
    private const int MostArms = 6;

    /// <inheritdoc/>
    public string Name => "river";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        CoursePanel[] panels =
        [
            .. from arm in Arms.Of(source, MostArms)
               let runs = source.TellingRunsOf(arm)
               where runs is not null
               from run in new[] { ("typical", runs.Value.Typical), ("most surprising", runs.Value.Surprising) }
               let planned = RunCourse.PlannedOf(source.Plan, run.Item2)
               select new CoursePanel($"{arm}, {run.Item1} (run {planned.RunId[..8]})", RunCourse.Of(planned.Point.Scenario, planned.Seed, [])),
        ];
        yield return new RiverFigure
        {
            Name = Name,
            Panels = panels,
            Caption = $"Who held authority when, in a typical and in the most surprising run of each {Arms.Compared(source)}: one run a panel, a band an agent, under its seat's name; (2) is the seat's second agent. {Arms.Rule}{Arms.LeftOut(source, MostArms)}",
        };
    }
}
