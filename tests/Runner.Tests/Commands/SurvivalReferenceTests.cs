using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The document of the verb <c>survival</c> on the data that R's answers are on record for: every number it has.</summary>
public sealed partial class SurvivalReferenceTests
{
    private const string Reference = "tests/Analysis.Tests/Reference/";
    private static readonly JsonElement Cases = JsonDocument.Parse(RepositoryRoot.Read(Reference + "survival_expected.json")).RootElement.GetProperty("cases");
    private static readonly string[] BandTypes = ["log-log", "log", "plain"];

    public static TheoryData<string> Curves => [.. Calls("kaplan_meier")];

    public static TheoryData<string> Tests => [.. Calls("logrank")];

    // The exact likelihood of tied times is not offered.
    public static TheoryData<string> Models => [.. Calls("cox").Where(c => !c.Contains("exact", StringComparison.Ordinal))];

    public static TheoryData<string> Incidences => [.. Calls("competing_risks")];

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Curves_bands_and_medians_are_those_of_R(string analysis)
    {
        var asked = Question.Of(analysis);
        foreach (var type in BandTypes)
        {
            var curves = (await asked.AskAsync("--conf-type", type)).GetProperty("kaplanMeier");
            Assert.Equal(asked.Expected.GetProperty("groups").GetArrayLength(), curves.GetArrayLength());
            foreach (var (r, curve) in asked.Expected.GetProperty("groups").EnumerateArray().Zip(curves.EnumerateArray()))
            {
                Assert.Equal(r.GetProperty("group").GetString()!.Split('=')[^1], curve.GetProperty("group").GetString());
                var (band, medians) = (r.GetProperty("ci95").GetProperty(type), r.GetProperty("quantiles").GetProperty("ci95").GetProperty(type));
                (JsonElement Expected, string Name)[] numbers =
                [
                    (r.GetProperty("n"), "n"), (r.GetProperty("events"), "events"), (r.GetProperty("time"), "time"), (r.GetProperty("n_risk"), "atRisk"),
                    (r.GetProperty("n_event"), "event"), (r.GetProperty("n_censor"), "censored"), (r.GetProperty("surv"), "survival"),
                    (r.GetProperty("greenwood_se"), "standardError"), (band.GetProperty("lower"), "lower"), (band.GetProperty("upper"), "upper"),
                    (r.GetProperty("median"), "median"), (medians.GetProperty("lower")[1], "medianLower"), (medians.GetProperty("upper")[1], "medianUpper"),
                ];
                Assert.All(numbers, n => ReferenceNumbers.Agree(n.Expected, curve.GetProperty(n.Name), $"{analysis}, {type}, {n.Name}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Cumulative_hazards_of_Nelson_and_Aalen_are_those_of_R(string analysis)
    {
        var asked = Question.Of(analysis);
        var curves = (await asked.AskAsync()).GetProperty("kaplanMeier");
        foreach (var (r, curve) in asked.Expected.GetProperty("groups").EnumerateArray().Zip(curves.EnumerateArray()))
        {
            var (expected, found) = (r.GetProperty("nelson_aalen"), curve.GetProperty("nelsonAalen"));
            ReferenceNumbers.Agree(r.GetProperty("time"), found.GetProperty("time"), $"{analysis}, time");
            ReferenceNumbers.Agree(expected.GetProperty("cumhaz"), found.GetProperty("hazard"), $"{analysis}, hazard");
            ReferenceNumbers.Agree(expected.GetProperty("se"), found.GetProperty("standardError"), $"{analysis}, standard error");
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Restricted_means_to_every_tau_are_those_of_R(string analysis)
    {
        var asked = Question.Of(analysis);
        foreach (var (expected, place) in asked.Expected.GetProperty("groups")[0].GetProperty("rmst").EnumerateArray().Select((r, place) => (r, place)))
        {
            var curves = (await asked.AskAsync("--tau", expected.GetProperty("tau").GetRawText())).GetProperty("kaplanMeier");
            foreach (var (group, curve) in asked.Expected.GetProperty("groups").EnumerateArray().Zip(curves.EnumerateArray()))
            {
                var (r, mean) = (group.GetProperty("rmst")[place], curve.GetProperty("rmst"));
                ReferenceNumbers.Agree(r.GetProperty("tau"), mean.GetProperty("tau"), analysis);

                // R has none before the first time, where nothing has happened: the mean is tau.
                var isKnown = r.GetProperty("rmst").ValueKind == JsonValueKind.Number;
                ReferenceNumbers.Agree(
                    isKnown ? r.GetProperty("rmst").GetDouble() : r.GetProperty("tau").GetDouble(), mean.GetProperty("value").GetDouble(), analysis);

                // R says 0 where nothing has happened; without an event there is no error that could be estimated.
                var error = isKnown ? r.GetProperty("se").GetDouble() : 0;
                if (error > 0 || mean.GetProperty("standardError").ValueKind == JsonValueKind.Number)
                {
                    ReferenceNumbers.Agree(error, mean.GetProperty("standardError").GetDouble(), analysis);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Tests_between_groups_are_those_of_R(string analysis)
    {
        var asked = Question.Of(analysis);
        var test = (await asked.AskAsync("--weights", analysis.Contains("rho=1", StringComparison.Ordinal) ? "fleming-harrington" : "log-rank"))
            .GetProperty("logRank");
        foreach (var (theirs, ours) in new[]
        {
            ("chisq", "chiSquare"),
            ("df", "degreesOfFreedom"),
            ("p", "pValue"),
            ("observed", "observed"),
            ("expected", "expected"),
        })
        {
            ReferenceNumbers.Agree(asked.Expected.GetProperty(theirs), test.GetProperty(ours), $"{analysis}, {ours}");
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Cox_models_are_those_of_R(string analysis)
    {
        var asked = Question.Of(analysis) with { Group = null };
        var ties = asked.Expected.GetProperty("ties").GetString()!;
        string[] cluster = analysis.Contains("cluster=", StringComparison.Ordinal) ? ["--cluster", "celltype"] : [];
        var model = (await asked.AskAsync(["--cox", asked.Terms, "--ties", ties, .. cluster])).GetProperty("cox");
        var coefficients = model.GetProperty("coefficients");

        Assert.Equal(ties, model.GetProperty("ties").GetString());
        Assert.Equal(asked.Expected.GetProperty("coef").GetArrayLength(), coefficients.GetArrayLength());
        foreach (var (theirs, ours) in new[]
        {
            ("coef", "coefficient"),
            (asked.Expected.GetProperty("z_uses").GetString()!, "standardError"),
            ("z", "z"),
            ("p", "pValue"),
        })
        {
            for (var k = 0; k < coefficients.GetArrayLength(); k++)
            {
                ReferenceNumbers.Agree(asked.Expected.GetProperty(theirs)[k], coefficients[k].GetProperty(ours), $"{analysis}, {ours} {k}");
            }
        }

        ReferenceNumbers.Agree(asked.Expected.GetProperty("loglik_null"), model.GetProperty("logLikelihood")[0], analysis);
        ReferenceNumbers.Agree(asked.Expected.GetProperty("loglik"), model.GetProperty("logLikelihood")[1], analysis);
        ReferenceNumbers.Agree(asked.Expected.GetProperty("concordance").GetProperty("C"), model.GetProperty("concordance"), analysis);
    }

    [Theory]
    [MemberData(nameof(Incidences))]
    public async Task Incidences_are_those_of_R(string analysis)
    {
        var asked = Question.Of(analysis);
        var found = (await asked.AskAsync("--competing")).GetProperty("cumulativeIncidence");
        var groups = asked.Expected.GetProperty("groups");
        Assert.Equal(groups.GetArrayLength() * 2, found.GetArrayLength());
        for (var k = 0; k < found.GetArrayLength(); k++)
        {
            var (group, cause) = (groups[k / 2], k % 2);
            Assert.Equal(group.GetProperty("group").GetString()!.Split('=')[^1], found[k].GetProperty("group").GetString());
            Assert.Equal(cause + 1, found[k].GetProperty("cause").GetInt32());
            ReferenceNumbers.Agree(group.GetProperty("time"), found[k].GetProperty("time"), analysis);
            ReferenceNumbers.Agree(group.GetProperty("cif")[cause], found[k].GetProperty("incidence"), analysis);
            ReferenceNumbers.Agree(group.GetProperty("se_cif_survfit_IJ")[cause], found[k].GetProperty("standardError"), analysis);
        }
    }

    // cmprsk's rows are "GROUP CAUSE", its one group is 1; a time it has no value for lies after the last of the group.
    [Theory]
    [MemberData(nameof(Incidences))]
    public async Task Incidences_with_variances_of_Aalen_are_those_of_cmprsk(string analysis)
    {
        var asked = Question.Of(analysis);
        var (found, expected) = (
            (await asked.AskAsync("--competing", "--variance", "aalen")).GetProperty("cumulativeIncidence"), asked.Expected.GetProperty("cmprsk_cuminc"));
        foreach (var (row, r) in expected.GetProperty("rows").EnumerateArray().Select((e, r) => (e.GetString()!, r)))
        {
            var incidence = found.EnumerateArray().Single(
                i => i.GetProperty("group").GetString()!.Replace("all", "1", StringComparison.Ordinal) + " " + i.GetProperty("cause") == row);
            foreach (
                var (time, t) in expected.GetProperty("times").EnumerateArray().Select((e, t) => (e.GetDouble(), t)).Where(
                    p => expected.GetProperty("var")[r][p.t].ValueKind == JsonValueKind.Number))
            {
                var place = incidence.GetProperty("time").EnumerateArray().Count(at => at.GetDouble() <= time) - 1;
                var error = place < 0 ? 0 : incidence.GetProperty("standardError")[place].GetDouble();
                ReferenceNumbers.Agree(
                    expected.GetProperty("est")[r][t].GetDouble(), place < 0 ? 0 : incidence.GetProperty("incidence")[place].GetDouble(), analysis);
                ReferenceNumbers.Agree(expected.GetProperty("var")[r][t].GetDouble(), error * error, analysis);
            }
        }
    }

    private static IEnumerable<string> Calls(string kind) =>
        from c in Cases.EnumerateArray()
        from a in c.GetProperty("analyses").EnumerateArray()
        where a.GetProperty("kind").GetString() == kind
        select $"{c.GetProperty("id").GetString()}: {a.GetProperty("call").GetString()}";

    /// <summary>What an R call asks, in the words of the verb.</summary>
    private sealed record Question(string File, string? Group, string? Strata, string Terms, JsonElement Expected)
    {
        public static Question Of(string analysis)
        {
            var (id, call) = (analysis.Split(": ")[0], analysis.Split(": ")[1]);
            var data = Cases.EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
            var expected = data.GetProperty("analyses").EnumerateArray().Single(a => a.GetProperty("call").GetString() == call);
            string[] terms = [.. Formula().Match(call).Groups[1].Value.Split('+', StringSplitOptions.TrimEntries)];
            string[] columns = [.. terms.Where(t => t != "1" && !t.StartsWith("strata", StringComparison.Ordinal))];
            var strata = Stratum().Match(call) is { Success: true } match ? match.Groups[1].Value : null;
            return new(
                Path.Combine(RepositoryRoot.Path, Reference, data.GetProperty("data").GetString()!), columns.FirstOrDefault(), strata,
                string.Join(" + ", columns), expected);
        }

        public async Task<JsonElement> AskAsync(params string[] more)
        {
            List<string> args = ["survival", File, "--time", "time", "--event", "status", "--json"];
            args.AddRange(Group is null ? [] : ["--group", Group]);
            args.AddRange(Strata is null ? [] : ["--strata", Strata]);
            return await CommandLine.DocumentAsync([.. args, .. more]);
        }
    }

    [GeneratedRegex(@"~ ([^,()]+(?:\([^)]*\)[^,()]*)*)")]
    private static partial Regex Formula();

    [GeneratedRegex(@"strata\((\w+)\)")]
    private static partial Regex Stratum();
}
