using System.Text.Json;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class LogRankTests
{
    public static TheoryData<string> References => [.. SurvivalReference.Analyses("logrank").Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void Observed_expected_variance_and_test_are_those_of_R(string name)
    {
        var (expected, data) = SurvivalReference.Analyses("logrank")[name];
        var formula = name[(name.IndexOf('~', StringComparison.Ordinal) + 1)..].Split(',')[0].Split('+', StringSplitOptions.TrimEntries);
        var stratum = formula.Length > 1 ? formula[1].Replace("strata(", "", StringComparison.Ordinal).TrimEnd(')') : null;
        var weight = name.EndsWith("rho=1)", StringComparison.Ordinal) ? LogRankWeight.FlemingHarrington(1) : LogRankWeight.LogRank;

        var test = LogRank.Test(SurvivalReference.Read(data, formula[0], stratum), weight);

        Agreement.Agree(expected.GetProperty("n"), test.Groups.Select(g => (double)g.Count), name);
        Agreement.Agree(expected.GetProperty("observed"), test.Groups.Select(g => g.Observed), name);
        Agreement.Agree(expected.GetProperty("expected"), test.Groups.Select(g => g.Expected), name);
        AgreeByStratum(expected, stratum is null ? [] : SurvivalReference.Read(data, formula[0], stratum), name);
        foreach (var (row, j) in expected.GetProperty("variance").EnumerateArray().Select((r, j) => (r, j)))
        {
            Agreement.Agree(row, test.Variance[j], name);
        }

        Agreement.Agree(expected.GetProperty("chisq"), test.Test?.ChiSquare, name);
        Assert.Equal(expected.GetProperty("df").GetInt32(), test.Test?.DegreesOfFreedom);
        Agreement.Agree(expected.GetProperty("p"), test.Test?.PValue, name);
    }

    // Of the strata only the sums are kept; R's rows are groups, its columns strata.
    private static void AgreeByStratum(JsonElement expected, IReadOnlyList<Lifetime> observations, string name)
    {
        var tests = observations.GroupBy(o => o.Stratum).OrderBy(s => s.Key, GroupOrder.Natural).Select(s => LogRank.Test([.. s])).ToArray();
        for (var group = 0; tests.Length > 0 && group < tests[0].Groups.Count; group++)
        {
            Agreement.Agree(expected.GetProperty("observed_by_stratum")[group], tests.Select(t => t.Groups[group].Observed), name);
            Agreement.Agree(expected.GetProperty("expected_by_stratum")[group], tests.Select(t => t.Groups[group].Expected), name);
        }
    }

    // R's leukemia data (aml), six decimals: log-rank and ρ = 1 by R's survdiff; Wilcoxon and Tarone–Ware apart from the definition
    // (Klein and Moeschberger 2003, https://doi.org/10.1007/b97377, section 7.3).
    [Fact]
    public void Weighted_tests_of_the_leukemia_data_have_their_known_values()
    {
        var observations = SurvivalReference.Read(ReferenceFile.Texts("survival_aml.csv"), "group");

        Assert.Equal(3.396389, LogRank.Test(observations).Test!.ChiSquare, 1e-6);
        Assert.Equal(2.723312, LogRank.Test(observations, LogRankWeight.Wilcoxon).Test!.ChiSquare, 1e-6);
        Assert.Equal(2.981604, LogRank.Test(observations, LogRankWeight.TaroneWare).Test!.ChiSquare, 1e-6);
        Assert.Equal(2.779280, LogRank.Test(observations, LogRankWeight.FlemingHarrington(1)).Test!.ChiSquare, 1e-6);
    }

    // Remission of leukemia in weeks under 6-MP and placebo (Freireich et al. 1963, https://doi.org/10.1182/blood.V21.6.699.699): log-rank
    // and ρ = 1 by R's survdiff; Wilcoxon and Tarone–Ware as the tests of the Python package lifelines have them.
    [Fact]
    public void Remissions_under_6_MP_have_the_published_tests()
    {
        double[] treated = [6, 6, 6, 7, 10, 13, 16, 22, 23], censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        double[] placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        Lifetime[] lives =
        [
            .. treated.Select(t => new Lifetime(t, 1, "6-MP")), .. censored.Select(t => new Lifetime(t, 0, "6-MP")),
            .. placebo.Select(t => new Lifetime(t, 1, "placebo")),
        ];

        Assert.Equal(16.79294099, LogRank.Test(lives).Test!.ChiSquare, 1e-8);
        Assert.Equal(14.45715082, LogRank.Test(lives, LogRankWeight.FlemingHarrington(1)).Test!.ChiSquare, 1e-8);
        Assert.Equal(13.457852, LogRank.Test(lives, LogRankWeight.Wilcoxon).Test!.ChiSquare, 1e-5);
        Assert.Equal(15.123575, LogRank.Test(lives, LogRankWeight.TaroneWare).Test!.ChiSquare, 1e-5);
    }

    [Fact]
    public void One_group_is_refused_with_what_to_do()
    {
        var error = Assert.Throws<ArgumentException>(() => LogRank.Test([new(1, 1, "a"), new(2, 1, "a")]));

        Assert.Contains("one group, 'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_events_there_is_no_test_but_a_reason()
    {
        var test = LogRank.Test([new(1, 0, "a"), new(2, 0, "b")]);

        Assert.Null(test.Test);
        Assert.NotEmpty(test.Reason);
    }
}
