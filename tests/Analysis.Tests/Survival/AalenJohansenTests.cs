using System.Globalization;
using System.Text.Json;
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
                Agreement.Agree(values.GetProperty("se_cif_delta_multinomial")[k], causes[k].Rows.Select(r => r.StandardError), name);
                Agreement.Agree(values.GetProperty("se_cif_survfit_IJ")[k], causes[k].Rows.Select(r => r.StandardError), name);
                Agreement.Agree(values.GetProperty("ci95_lower")[k], causes[k].Rows.Select(r => r.Lower), name);
                Agreement.Agree(values.GetProperty("ci95_upper")[k], causes[k].Rows.Select(r => r.Upper), name);
            }
        }
    }

    // What no cause has taken is the Kaplan–Meier curve of all of them together.
    [Theory]
    [MemberData(nameof(References))]
    public void The_share_without_any_event_is_that_of_R(string name)
    {
        var (expected, data) = SurvivalReference.Analyses("competing_risks")[name];
        var group = name.Split('~')[1].Trim().TrimEnd(')');
        var observations = SurvivalReference.Read(data, group == "1" ? null : group);
        var curves = KaplanMeier.Estimate([.. observations.Select(o => o with { Cause = Math.Min(o.Cause, 1) })]);
        var incidences = AalenJohansen.Estimate(observations);

        foreach (var (values, curve) in expected.GetProperty("groups").EnumerateArray().Zip(curves))
        {
            Assert.Equal(values.GetProperty("n").GetInt32(), curve.Count);
            Agreement.Agree(values.GetProperty("n_censor"), curve.Rows.Select(r => (double)r.Censored), name);
            Agreement.Agree(values.GetProperty("p_event_free"), curve.Rows.Select(r => r.Survival), name);
            Agreement.Agree(values.GetProperty("p_event_free"),
                curve.Rows.Select(r => 1 - incidences.Where(i => i.Group == curve.Group).Sum(i => i.At(r.Time)!.Incidence)), name);

            // Where nothing is left R's error is 0; a Kaplan–Meier curve has none there.
            Agreement.Agree(values.GetProperty("se_event_free"), curve.Rows.Select(r => r.Survival > 0 ? r.StandardError : 0), name);
        }
    }

    // cuminc has no value after a group's last time; ours holds the last one.
    [Theory]
    [MemberData(nameof(References))]
    public void Incidences_and_Aalens_variances_are_those_of_cmprsk(string name)
    {
        var (expected, data) = SurvivalReference.Analyses("competing_risks")[name];
        var (values, group) = (expected.GetProperty("cmprsk_cuminc"), name.Split('~')[1].Trim().TrimEnd(')'));
        var found = AalenJohansen.Estimate(SurvivalReference.Read(data, group == "1" ? null : group), variance: IncidenceVariance.Aalen);
        var compared = 0;

        foreach (var (row, place) in values.GetProperty("rows").EnumerateArray().Select((r, i) => (r.GetString()!.Split(' '), i)))
        {
            var incidence = found.Single(i => i.Group == (group == "1" ? "" : row[0]) && i.Cause == int.Parse(row[1], CultureInfo.InvariantCulture));
            foreach (var (time, k) in values.GetProperty("times").EnumerateArray()
                .Select((t, k) => (t.GetDouble(), k)).Where(t => t.Item1 <= incidence.Rows[^1].Time))
            {
                var at = incidence.At(time);
                Agreement.Agree(values.GetProperty("est")[place][k], at?.Incidence ?? 0, $"{name}, {place} at {time}");
                Agreement.Agree(values.GetProperty("var")[place][k], (at?.StandardError * at?.StandardError) ?? 0, $"{name}, {place} at {time}");
                compared++;
            }
        }

        Assert.Equal(Enumerable.Range(0, values.GetProperty("rows").GetArrayLength())
            .Sum(r => values.GetProperty("var")[r].EnumerateArray().Count(v => v.ValueKind == JsonValueKind.Number)), compared);
    }

    [Fact]
    public void Aalens_variances_with_three_causes_and_many_tied_times_are_those_of_cmprsk()
    {
        var expected = FurtherReference.Part("cuminc");
        var data = ReferenceFile.Texts("survival_pbc_competing.csv");
        var lives = data["time"].Select((time, i) => new Lifetime(
            Math.Ceiling(ReferenceFile.Number(time) / 365),
            data["status"][i] == "2" && ReferenceFile.Number(data["edema"][i]) > 0 ? 3 : (int)ReferenceFile.Number(data["status"][i]),
            data["sex"][i]));
        var found = AalenJohansen.Estimate([.. lives], variance: IncidenceVariance.Aalen);

        foreach (var (row, place) in expected.GetProperty("rows").EnumerateArray().Select((r, i) => (r.GetString()!, i)))
        {
            var incidence = found.Single(i => $"{i.Group} {i.Cause}" == row);
            var years = expected.Numbers("times").Select(t => incidence.At(t)).ToArray();
            Agreement.Agree(expected.GetProperty("est")[place], years.Select(y => y?.Incidence), row);
            Agreement.Agree(expected.GetProperty("var")[place], years.Select(y => y?.StandardError * y?.StandardError), row);
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
