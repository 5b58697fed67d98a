using System.Globalization;
using System.Text.Json;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class SelfAppraisalTests
{
    // c is known to 1e-10 in its last step; the slowest of the cases' chains contracts by .8 a step.
    private const double Tolerance = 2e-9;

    private static readonly JsonElement Cases = ReferenceFile.Json("degroot_friedkin_expected.json").GetProperty("cases");

    public static TheoryData<string> Matrices => [.. Cases.EnumerateObject().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Matrices))]
    public void The_map_from_equal_self_weights_follows_the_reference(string name)
    {
        if (!Cases.GetProperty(name).TryGetProperty("first_5_iterates_from_uniform", out var iterates))
        {
            return;
        }

        var stage = EqualSelfWeights(name);
        foreach (var iterate in iterates.EnumerateArray())
        {
            Shares.AssertEqual(Vector(iterate), stage.Share(), Tolerance);
        }
    }

    [Theory]
    [InlineData("three_cyclic_mix")]
    [InlineData("doubly_stochastic4")]
    [InlineData("five_weighted")]
    public void The_map_settles_at_the_fixed_point_of_the_reference(string name)
    {
        var stage = EqualSelfWeights(name);
        for (var tick = 0; tick < 200; tick++)
        {
            stage.Share();
        }

        Shares.AssertEqual(Vector(Cases.GetProperty(name).GetProperty("x_star")), stage.Authority, 10 * Tolerance);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    public void On_a_star_all_power_goes_to_the_hub_slowly(int ticks)
    {
        var stage = EqualSelfWeights("star4_center0");
        for (var tick = 0; tick < ticks; tick++)
        {
            stage.Share();
        }

        var expected = Cases.GetProperty("star4_center0").GetProperty(string.Create(CultureInfo.InvariantCulture, $"x_after_{ticks}"));
        Shares.AssertEqual(Vector(expected), stage.Authority, 1e-7);
    }

    [Fact]
    public void The_founding_director_does_not_stay_the_only_holder()
    {
        var stage = StageOf("five_weighted").WithAuthority(1, 0, 0, 0, 0);
        for (var tick = 0; tick < 200; tick++)
        {
            stage.Share();
        }

        Shares.AssertEqual(Vector(Cases.GetProperty("five_weighted").GetProperty("x_star")), stage.Authority, 10 * Tolerance);
    }

    /// <summary>
    /// Trust runs one way round a ring of 12, and half of the first seat's goes straight to the seventh: seats 1 to 5 have half the c of
    /// the others. The chain turns for long, so steps do not become smaller with momentum.
    /// </summary>
    [Fact]
    public void Trust_in_circles_settles_too()
    {
        const int Seats = 12;
        var stage = new PolicyStage(new SelfAppraisal(), Seats, new ListedTies([.. Enumerable.Range(0, Seats).Select(k => (k, (k + 1) % Seats)), (0, 6)]));
        stage.WithAuthority([.. Enumerable.Repeat(1.0 / Seats, Seats)]);
        for (var seat = 0; seat < Seats; seat++)
        {
            stage.WithTrust((seat + 1) % Seats, seat, 0).WithTrust(seat, (seat + 1) % Seats, 1);
        }

        stage.WithTrust(0, 6, 1).WithTrust(6, 0, 0);
        Shares.AssertEqual([.. Enumerable.Range(0, Seats).Select(k => (k is >= 1 and <= 5 ? 0.5 : 1) / 9.5)], stage.Share(), 1e-8);
    }

    [Fact]
    public void What_a_leaver_held_enters_the_map_in_the_same_tick()
    {
        var stage = EqualSelfWeights("doubly_stochastic4");
        stage.Leave(3);
        stage.Succeed();
        var authority = stage.Share();
        Assert.Equal(0, authority[3]);
        Assert.Equal(1, authority.Sum(), 1e-12);
        Assert.Equal(0, stage.VacantAuthority);
    }

    [Fact]
    public void Agents_without_ties_share_by_their_number()
    {
        var stage = new PolicyStage(new SelfAppraisal(), 4, new ListedTies()).WithAuthority(0.25, 0.25, 0.25, 0.25);
        Shares.AssertEqual([0.25, 0.25, 0.25, 0.25], stage.Share());
    }

    private static PolicyStage EqualSelfWeights(string name)
    {
        var stage = StageOf(name);
        var seats = stage.Organization.Seats;
        return stage.WithAuthority([.. Enumerable.Repeat(1.0 / seats, seats)]);
    }

    private static PolicyStage StageOf(string name)
    {
        var entries = ReferenceFile.Rows("degroot_friedkin_matrices.csv").Where(row => row[0] == name)
            .Select(row => (Row: int.Parse(row[1], CultureInfo.InvariantCulture), Column: int.Parse(row[2], CultureInfo.InvariantCulture),
                Weight: double.Parse(row[3], CultureInfo.InvariantCulture)))
            .Where(entry => entry.Row != entry.Column).ToArray();
        var seats = entries.Max(entry => entry.Row) + 1;
        var stage = new PolicyStage(new SelfAppraisal(), seats, new ListedTies([.. entries.Select(entry => (entry.Row, entry.Column))]));
        foreach (var (row, column, weight) in entries)
        {
            stage.WithTrust(row, column, weight);
        }

        return stage;
    }

    private static double[] Vector(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetDouble())];

    [Fact]
    public void The_last_agent_has_all_authority()
    {
        var stage = new PolicyStage(new SelfAppraisal(), 2, new CompleteNetwork()).WithAuthority(0.5, 0.5);
        Shares.AssertEqual([0.5, 0.5], stage.Share(), Tolerance);
        stage.Leave(1);
        Shares.AssertEqual([1, 0], stage.Share());
    }

    /// <summary>
    /// Parts without trust between them share c by their size: 0 and 1 are tied, 2 is by itself. All start with x = 1/3, so one step gives x ∝ c, 1/3 each.
    /// </summary>
    [Fact]
    public void An_agent_by_itself_keeps_its_part()
    {
        var stage = new PolicyStage(new SelfAppraisal(), 3, new ListedTies((0, 1))).WithAuthority(1 / 3.0, 1 / 3.0, 1 / 3.0);
        Shares.AssertEqual([1 / 3.0, 1 / 3.0, 1 / 3.0], stage.Share(), Tolerance);
    }

    /// <summary>As above of two pairs; in one tick seat 0 leaves its pair, and the other pair, of which one was there, is completed.</summary>
    [Fact]
    public void Parts_share_by_their_size_when_people_have_changed()
    {
        var stage = new PolicyStage(new SelfAppraisal(), 4, new ListedTies((0, 1), (2, 3))).WithAuthority(0.25, 0.25, 0.25, 0.25);
        stage.Leave(3);
        stage.Share();
        stage.Leave(0);
        stage.Recruit(3);
        stage.WithAuthority(0, 0.25, 0.25, 0.25);
        stage.Share();
        stage.WithAuthority(0, 0.25, 0.25, 0.25);
        Shares.AssertEqual([0, 1 / 3.0, 1 / 3.0, 1 / 3.0], stage.Share(), Tolerance);
    }
}
