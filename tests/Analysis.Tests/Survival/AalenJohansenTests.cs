using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class AalenJohansenTests
{
    public static TheoryData<string> References => [.. SurvivalReference.Analyses("competing_risks").Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void Incidences_and_errors_are_those_of_R(string name)
    {
        var (expected, data) = SurvivalReference.Analyses("competing_risks")[name];
        var group = name.Split('~')[1].Trim().TrimEnd(')');

        // R's bands of incidences are log bands by default.
        var found = AalenJohansen.Estimate(SurvivalReference.Read(data, group == "1" ? null : group), ConfidenceType.Log).ToLookup(c => c.Group);

        foreach (var values in expected.GetProperty("groups").EnumerateArray())
        {
            var label = values.GetProperty("group").GetString()!;
            var causes = found[label == "all" ? "" : label.Split('=')[1]].ToArray();
            Assert.Equal([1, 2], causes.Select(c => c.Cause));
            for (var k = 0; k < causes.Length; k++)
            {
                Agreement.Agree(values.GetProperty("time"), causes[k].Rows.Select(r => r.Time), name);
                Agreement.Agree(values.GetProperty("n_risk"), causes[k].Rows.Select(r => (double)r.AtRisk), name);
                Agreement.Agree(values.GetProperty("n_event")[k], causes[k].Rows.Select(r => (double)r.Events), name);
                Agreement.Agree(values.GetProperty("cif")[k], causes[k].Rows.Select(r => r.Incidence), name);
                Agreement.Agree(values.GetProperty("se_cif_survfit_IJ")[k], causes[k].Rows.Select(r => r.StandardError), name);
                Agreement.Agree(values.GetProperty("ci95_lower")[k], causes[k].Rows.Select(r => r.Lower), name);
                Agreement.Agree(values.GetProperty("ci95_upper")[k], causes[k].Rows.Select(r => r.Upper), name);
            }
        }
    }

    // By hand: 6 at risk, ..., S = 2/6 after time 3 and 2/3 of 3 at risk at 4.
    [Fact]
    public void Causes_share_what_is_lost()
    {
        var found = AalenJohansen.Estimate([new(1, 0), new(2, 1), new(3, 1), new(4, 2), new(5, 2), new(6, 0)]);

        Assert.Equal(0.4, found[0].At(6)!.Incidence, 1e-12);
        Assert.Equal(0.4, found[1].At(6)!.Incidence, 1e-12);
    }
}
