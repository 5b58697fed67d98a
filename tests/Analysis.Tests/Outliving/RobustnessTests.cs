using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Tests.Outliving;

public sealed class RobustnessTests
{
    private const int Horizon = 200;

    // Every program lives to the horizon. Under one event leadership leaves at tick 41, 141 and 141: 160, 60 and 60 ticks are outlived, with a
    // tick more or less by replicate; under the other always at 141. A twentieth of the horizon, 10 ticks, matters.
    [Fact]
    public void Every_pair_has_its_verdict_under_every_event()
    {
        var table = Robustness.Of([Study(LeadershipEvent.FoundingCore, 41), Study(LeadershipEvent.Director, 141)]);

        Assert.Equal(["first", "second", "foundingCore", "director"], table.Columns.Select(c => c.Name));
        Assert.Equal(
            [
                ["b", "a", "worse", "no difference shown"],
                ["c", "a", "worse", "no difference shown"],
                ["c", "b", "no difference shown", "no difference shown"],
            ],
            table.Rows.Select(r => r.Select(c => (string)c!)));
    }

    private static OutlivingStudy Study(LeadershipEvent leadership, int exitOfA) => OutlivingStudy.Of(
        StudyPoints.Of([(Group("a", exitOfA), 1.0), (Group("b", 141), 1.0), (Group("c", 141), 1.0)], isSample: false),
        new OutlivingStudy
        {
            ComparedPath = "policy",
            OtherPaths = [],
            HorizonTicks = Horizon,
            Settings = new() { Leadership = leadership },
        });

    private static RunGroup Group(string arm, int exit) => new(
        new("policy", arm), [], [.. Enumerable.Range(0, 20).Select(r => new ProgramRun(r, Horizon, false, exit + (r % 3), null, Horizon))]);
}
