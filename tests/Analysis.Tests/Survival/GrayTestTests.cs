using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class GrayTestTests
{
    [Theory]
    [InlineData("pbc_competing: survfit(Surv(time, factor(status)) ~ sex)", "sex")]
    [InlineData("toy_competing: survfit(Surv(time, factor(status)) ~ grp)", "grp")]
    public void Tests_are_those_of_cmprsk(string name, string group)
    {
        var (expected, data) = SurvivalReference.Analyses("competing_risks")[name];
        var values = expected.GetProperty("cmprsk_cuminc").GetProperty("gray_test");
        for (var cause = 1; cause <= 2; cause++)
        {
            var found = GrayTest.Of(SurvivalReference.Read(data, group), cause).Test!;
            Agreement.Agree(values.GetProperty("stat")[cause - 1], found.ChiSquare, name);
            Agreement.Agree(values.GetProperty("p")[cause - 1], found.PValue, name);
            Assert.Equal(values.GetProperty("df")[cause - 1].GetInt32(), found.DegreesOfFreedom);
        }
    }

    [Theory]
    [InlineData("three", null, 0)]
    [InlineData("weighted", null, 1)]
    [InlineData("stratified", "sex", 0)]
    public void Three_groups_weights_and_strata_are_those_of_cmprsk(string variant, string? stratum, double rho)
    {
        var (expected, data) = (FurtherReference.Part("gray").GetProperty(variant), ReferenceFile.Texts("survival_pbc_competing.csv"));
        var found = new[] { 1, 2 }.Select(cause => GrayTest.Of(SurvivalReference.Read(data, "edema", stratum), cause, rho).Test).ToArray();

        FurtherReference.Agree(expected, "stat", found.Select(t => t?.ChiSquare));
        FurtherReference.Agree(expected, "p", found.Select(t => t?.PValue));
        FurtherReference.Agree(expected, "df", found.Select(t => (double?)t?.DegreesOfFreedom));
    }

    [Fact]
    public void A_cause_that_does_not_occur_has_no_test_but_a_reason() =>
        Assert.NotEmpty(GrayTest.Of([new(1, 1, "a"), new(2, 1, "b")], 2).Reason);
}
