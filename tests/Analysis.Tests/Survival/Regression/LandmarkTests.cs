using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Regression;

public class LandmarkTests
{
    private static readonly ExitObservation[] Subjects =
    [
        new(new Lifetime(10, 1), 4),
        new(new Lifetime(6, 0), 6),
        new(new Lifetime(8, 1), null),
        new(new Lifetime(20, 1), 15),
        new(new Lifetime(3, 1), 9),
    ];

    [Fact]
    public void Time_from_the_exit_counts_its_tick_as_the_first()
    {
        var found = Landmark.FromExit(Subjects);

        Assert.Equal([(7.0, 1), (1.0, 0), (6.0, 1)], found.Select(o => (o.Time, o.Cause)));
    }

    [Fact]
    public void At_a_landmark_only_what_was_known_then_makes_the_groups()
    {
        var found = Landmark.At(Subjects, 5);

        // The exit at 15 comes after the landmark: that subject is still led. The one that ended at 3 is not there any more.
        Assert.Equal([(5.0, "leadership left"), (1.0, "still led"), (3.0, "still led"), (15.0, "still led")], found.Select(o => (o.Time, o.Group)));
    }

    [Fact]
    public void Rows_change_at_the_exit()
    {
        var rows = Landmark.TimeVarying(Subjects[..2]);

        Assert.Equal([(0.0, 4.0, false, 0.0), (4.0, 10.0, true, 1.0), (0.0, 6.0, false, 0.0)], rows.Select(r => (r.Entry, r.Time, r.Event, r.Covariates[0])));
        Assert.Equal(["0", "0", "1"], rows.Select(r => r.Cluster));
    }

    [Fact]
    public void Groups_made_by_whether_the_leadership_left_are_refused_with_the_way_out()
    {
        var grouped = Subjects.Select(s => s with { Life = s.Life with { Group = s.Exited ? "left" : "stayed" } }).ToArray();

        var error = Assert.Throws<ArgumentException>(() => ImmortalTime.Refuse(grouped));

        Assert.Contains("immortal time", error.Message, StringComparison.Ordinal);
        Assert.Contains("Count time from the exit on", error.Message, StringComparison.Ordinal);
        ImmortalTime.Refuse([.. Subjects.Select((s, i) => s with { Life = s.Life with { Group = i % 2 == 0 ? "a" : "b" } })]);
    }

    // No effect at all: geometric lives and exits that do not know of each other. The wrong grouping finds a strong one, the right
    // model none. Lives and exits: SplitMix64 from a fixed start.
    [Fact]
    public void Immortal_time_makes_an_effect_out_of_nothing_and_start_stop_rows_do_not()
    {
        var state = 20250101UL;
        double Next()
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
        }

        double Geometric(double p) => Math.Max(1, Math.Ceiling(Math.Log(1 - Next()) / Math.Log(1 - p)));
        var subjects = Enumerable.Range(0, 2000).Select(_ => new ExitObservation(new Lifetime(Geometric(0.02), 1), Geometric(0.02))).ToArray();

        var naive = CoxModel.Fit(new CoxData(["left"], [.. subjects.Select(s => new CoxRow(s.Life.Time, true, [s.Exited ? 1 : 0]))])).Coefficients[0];
        var honest = CoxModel.Fit(new CoxData(["left"], Landmark.TimeVarying(subjects))).Coefficients[0];

        Assert.InRange(naive.HazardRatio!.Value, 0, 0.6);
        Assert.InRange(honest.HazardRatio!.Value, 0.85, 1.15);
    }
}
