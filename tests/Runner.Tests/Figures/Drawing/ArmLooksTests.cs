using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

public class ArmLooksTests
{
    // Twice what is just seen side by side on paper, with room for bad light (ΔE*ab of 2.3: Mahy, van Eycken and Oosterlinck 1994).
    private const double ClearlyDifferent = 10;

    public static TheoryData<string> Sights => [.. SimulatedSight.Matrices.Keys];

    [Fact]
    public void Every_policy_has_a_look_of_its_own() =>
        Assert.Equal(PolicyCatalog.All.Select(p => p.Kind).Order(), ArmLooks.Table.Keys.Order());

    [Theory]
    [MemberData(nameof(Sights))]
    public void Policies_of_one_line_pattern_differ_in_colour_whoever_looks(string sight) => Assert.All(
        from first in ArmLooks.Table
        from second in ArmLooks.Table
        where string.CompareOrdinal(first.Key, second.Key) < 0 && first.Value.Dash == second.Value.Dash
        select (first, second),
        pair => Assert.True(
            SimulatedSight.Difference(pair.first.Value.Colour, pair.second.Value.Colour, sight) >= ClearlyDifferent,
            $"{pair.first.Key} and {pair.second.Key} look alike for {sight}: {SimulatedSight.Difference(pair.first.Value.Colour, pair.second.Value.Colour, sight):0.0}"));

    [Fact]
    public void Points_of_policies_differ_in_shape_or_filling()
    {
        // Eleven shapes and fillings are told apart; where two policies share one, their colours are far apart.
        foreach (var alike in ArmLooks.Table.GroupBy(p => (p.Value.Marker, p.Value.IsHollow)).Where(g => g.Count() > 1))
        {
            var looks = alike.ToArray();
            Assert.All(SimulatedSight.Matrices.Keys, sight =>
                Assert.True(SimulatedSight.Difference(looks[0].Value.Colour, looks[1].Value.Colour, sight) >= ClearlyDifferent));
        }
    }

    [Fact]
    public void The_order_of_levels_and_their_company_change_no_look()
    {
        var alone = ArmLooks.Of(["hoarding", "mentors", "distributed"]);
        var reversed = ArmLooks.Of(["distributed", "equal", "mentors", "hoarding"]);

        Assert.Equal(alone["mentors"], reversed["mentors"]);
        Assert.Equal(alone["hoarding"], reversed["hoarding"]);
        Assert.Equal(ArmLooks.Table["distributed"], alone["distributed"]);
    }

    [Fact]
    public void Sixty_names_have_looks_that_differ_from_the_policies()
    {
        var looks = ArmLooks.Of([.. Enumerable.Range(0, 39).Select(k => $"arm {k}"), .. ArmLooks.Table.Keys]);

        Assert.Equal(52, looks.Values.Select(l => (l.Colour, string.Join(' ', l.Dash))).Distinct().Count());
    }

    [Fact]
    public void Levels_of_a_scale_get_lighter_with_their_value()
    {
        var looks = ArmLooks.Of(["0.9", "0.1", "0.5"]);

        Assert.Equal(ColourScale.At(0.05), looks["0.1"].Colour);
        Assert.Equal(ColourScale.At(0.85), looks["0.9"].Colour);
    }
}
