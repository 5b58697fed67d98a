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
        var examples = Arms.Of(source, MostArms).Select(arm => (Arm: arm, Runs: source.ExamplesOf(arm))).ToArray();
        CoursePanel[] panels =
        [
            .. from example in examples
               from run in example.Runs
               let planned = RunCourse.PlannedOf(source.Plan, run.Run)
               select new CoursePanel($"{example.Arm}, {run.Which} (run {planned.RunId[..8]})", RunCourse.Of(planned.Point.Scenario, planned.Seed, [])),
        ];
        yield return new RiverFigure
        {
            Name = Name,
            Panels = panels,
            Caption = $"Who held authority when, in a typical and in the most surprising run of each {Arms.Compared(source)}: one run a panel, a band an agent, under its seat's name; (2) is the seat's second agent. {Arms.RuleOf(examples.Any(e => e.Runs.Count == 1))}{Arms.LeftOut(source, MostArms)}",
        };
    }
}
