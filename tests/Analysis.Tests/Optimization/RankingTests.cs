using LeadershipSim.Analysis.Optimization;

namespace LeadershipSim.Analysis.Tests.Optimization;

public sealed class RankingTests
{
    [Fact]
    public void What_keeps_the_limits_comes_first_and_then_the_least_broken() =>
        Assert.Equal([2, 1, 3, 0], Ranking.Order([[9, -2], [1, 0], [3, 5], [8, -1]], 1));

    // By hand: the first front is (0, 9), (5, 5), (9, 0) and (6, 4.5); crowding of the ends is infinite, of (5, 5) 6/9 + 4.5/9, of (6, 4.5) 4/9 + 5/9.
    [Fact]
    public void Fronts_come_one_after_the_other_and_the_less_crowded_first() =>
        Assert.Equal([0, 3, 1, 4, 2], Ranking.Order([[0, 9], [5, 5], [1, 1], [9, 0], [6, 4.5]], 2));
}
