using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

/// <summary>Two conditions, easy and hard, of one arm; standardized values weigh them alike, however many runs they have or exits they see.</summary>
public class StandardizationTests
{
    private const int Horizon = 100;
    private static readonly Quantity Outlived = Quantity.Expected(Horizon, false).Single(q => q.Name == Quantity.Outlived);

    // Four runs live from exit 21 to the horizon (80 ticks); one run of the hard condition lives 10 ticks after it, one fails before.
    private static readonly RunGroup Easy = Group("easy", [.. Enumerable.Range(0, 4).Select(r => new ProgramRun(r, Horizon, false, 21, null, Horizon))]);
    private static readonly RunGroup Hard = Group("hard", [new(0, 30, true, 21, null, Horizon), new(1, 15, true, null, null, Horizon)]);

    [Fact]
    public void Conditions_weigh_alike_whatever_their_number_of_runs() =>
        Assert.Equal((80 + ((10 + 0) / 2.0)) / 2, Sample((Easy, 1), (Hard, 1)).Mean(Outlived)!.Estimate, 1e-12);

    [Fact]
    public void Weights_of_levels_are_weights_of_conditions() =>
        Assert.Equal(((3 * 80) + 5) / 4.0, Sample((Easy, 3), (Hard, 1)).Mean(Outlived)!.Estimate, 1e-12);

    [Fact]
    public void A_standardized_curve_is_the_mean_of_the_conditions_curves()
    {
        var found = StandardizedSurvival.Of(Sample((Easy, 1), (Hard, 1)), Horizon);

        // Easy: 1 throughout, observed to tick 80; hard: one life of 10 ticks, then 0. Pooled, four of five would live on.
        Assert.Equal(1, found.At(9)!.Estimate);
        Assert.Equal(0.5, found.At(10)!.Estimate, 1e-12);
        Assert.Equal(0.5, found.At(80)!.Estimate, 1e-12);
        Assert.Null(found.At(81));
        Assert.Equal((10 * 1) + (40 * 0.5), found.RestrictedMeanTo(50)!.Value, 1e-12);
        Assert.Equal((5, 6, 1), (found.Entries, found.Runs, found.FewestEntries));
    }

    [Fact]
    public void A_condition_without_entries_makes_it_undefined_and_is_named()
    {
        var never = Group("never", [new(0, 15, true, null, null, Horizon)]);
        var found = StandardizedSurvival.Of(Sample((Easy, 1), (never, 1)), Horizon);

        Assert.Equal(["condition = never"], found.EmptyConditions);
        Assert.Empty(found.Survival);
        Assert.Null(found.RestrictedMeanTo(10));
    }

    // By hand: replicates 0..3 have y = Σ_j w_j v/n_j over weights d: with w = 1, 1/4 a run of easy and 1/2 a run of hard.
    [Fact]
    public void Errors_are_those_of_clusters()
    {
        var found = Sample((Easy, 1), (Hard, 1)).Mean(Outlived)!;
        double[] y = [(80 / 4.0) + (10 / 2.0), 80 / 4.0, 80 / 4.0, 80 / 4.0];
        double[] d = [0.75, 0.75, 0.25, 0.25];
        var error = Math.Sqrt(y.Zip(d, (a, b) => Math.Pow(a - (42.5 * b), 2)).Sum()) / 2;

        // Student's quantile .975 with 3 degrees of freedom is 3.182446.
        Assert.Equal(42.5 - (3.182446305 * error), found.Lower, 1e-6);
        Assert.Equal(42.5 + (3.182446305 * error), found.Upper, 1e-6);
    }

    /// <summary>With one point, one cluster a run and τ inside, the band is Kaplan's and Meier's own.</summary>
    [Fact]
    public void One_condition_has_the_curve_and_band_of_kaplan_and_meier()
    {
        int[] lives = [3, 5, 5, 8, 12, 20, 33, 33, 40, 60];
        RunGroup group = Group("one", [.. lives.Select((life, r) => new ProgramRun(r, 9 + life, life != 33, 10, null, Horizon))]);
        var found = StandardizedSurvival.Of(Sample((group, 1)), 60);
        var curve = OutlivingSummary.Of(group, 52, 50).Survival;

        foreach (var row in curve.Rows.Where(r => r.Survival > 0))
        {
            Assert.Equal(row.Survival, found.At((int)row.Time)!.Estimate, 1e-12);
            Assert.Equal(row.Lower!.Value, found.At((int)row.Time)!.Lower, 1e-9);
            Assert.Equal(row.Upper!.Value, found.At((int)row.Time)!.Upper, 1e-9);
        }

        Assert.Equal(curve.RestrictedMeanTo(50).Value, found.RestrictedMeanTo(50)!.Value, 1e-9);
    }

    private static RunGroup Group(string condition, ProgramRun[] runs) => new(new("policy", "a"), [("condition", condition)], runs);

    private static ArmSample Sample(params (RunGroup Group, double Weight)[] points) =>
        ArmSample.Of([.. points.Select((p, i) => (p.Group, p.Weight, i))], clustersAreEnvironments: false);
}
