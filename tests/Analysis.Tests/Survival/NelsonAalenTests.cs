using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class NelsonAalenTests
{
    public static TheoryData<string> References => [.. SurvivalReference.All.Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void Hazards_and_errors_are_those_of_R(string name)
    {
        var (_, observations, expected) = SurvivalReference.All[name];
        foreach (var (key, ties) in new[] { ("nelson_aalen", CumulativeHazardTies.Together), ("fleming_harrington_ties", CumulativeHazardTies.Split) })
        {
            var found = NelsonAalen.Estimate([.. observations.Select(o => o with { Group = "" })], ties).Single();
            Agreement.Agree(expected.GetProperty(key).GetProperty("cumhaz"), found.Rows.Select(r => r.Hazard), $"{name} {key}");
            Agreement.Agree(expected.GetProperty(key).GetProperty("se"), found.Rows.Select(r => r.StandardError), $"{name} {key}");
        }
    }

    [Fact]
    public void Groups_come_numbers_by_value_then_texts() =>
        Assert.Equal(
            ["2", "10", "B", "a"],
            NelsonAalen.Estimate([new(1, 1, "a"), new(1, 1, "10"), new(1, 1, "B"), new(1, 1, "2")]).Select(h => h.Group));
}
