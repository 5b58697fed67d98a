using System.Globalization;
using System.Text.Json;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>What the verb says beyond curves and coefficients, as R has it (tests/Analysis.Tests/Reference/survival_verb.R states each call).</summary>
public sealed class SurvivalVerbTests : IDisposable
{
    private const string Reference = "tests/Analysis.Tests/Reference/";
    private static readonly JsonElement Expected = JsonDocument.Parse(RepositoryRoot.Read(Reference + "survival_verb_expected.json")).RootElement;
    private static readonly string Veteran = Path.Combine(RepositoryRoot.Path, Reference, "survival_veteran.csv");
    private static readonly string[] Asked = [Veteran, "--time", "time", "--event", "status", "--json"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("interaction", "age*karno")]
    [InlineData("factors", "factor(trt)*age + celltype")]
    public async Task A_Cox_model_with_interactions_and_its_tests_are_those_of_R(string name, string terms)
    {
        var (r, file) = (Expected.GetProperty(name), _folder.In("residuals.csv"));
        var cox = (await CommandLine.DocumentAsync(["survival", .. Asked, "--cox", terms, "--residuals", file])).GetProperty("cox");
        Agree(r.GetProperty("coef"), cox.GetProperty("coefficients").EnumerateArray().Select(c => c.GetProperty("coefficient")));
        Agree(r.GetProperty("se"), cox.GetProperty("coefficients").EnumerateArray().Select(c => c.GetProperty("standardError")));
        Agree(r.GetProperty("var"), cox.GetProperty("covariance").EnumerateArray().SelectMany(row => row.EnumerateArray()));
        foreach (var (theirs, ours) in new[] { ("likelihood_ratio", "likelihoodRatio"), ("wald", "wald"), ("score", "score") })
        {
            Assert.Equal(r.GetProperty(theirs)[0].GetDouble(), cox.GetProperty(ours).GetProperty("chiSquare").GetDouble(), theirs == "wald" ? 0.01 : 1e-7);
            Assert.Equal(r.GetProperty(theirs)[1].GetDouble(), cox.GetProperty(ours).GetProperty("degreesOfFreedom").GetDouble());
        }

        Agree(r.GetProperty("concordance"), [cox.GetProperty("concordance"), cox.GetProperty("concordanceStandardError")]);
        Agree(r.GetProperty("baseline"), cox.GetProperty("baselineHazard").EnumerateArray().Select(b => b.GetProperty("cumulativeHazard")));
        AgreeProportional(r.GetProperty("zph_km"), cox);
        AgreeProportional(
            r.GetProperty("zph_identity"), (await CommandLine.DocumentAsync(["survival", .. Asked, "--cox", terms, "--zph", "identity"])).GetProperty("cox"));
        AgreeResiduals(r, file);
    }

    [Fact]
    public async Task Observed_and_expected_events_by_stratum_are_those_of_R()
    {
        var test = (await CommandLine.DocumentAsync(["survival", .. Asked, "--group", "trt", "--strata", "celltype", "--rho", "1"])).GetProperty("logRank");
        var r = Expected.GetProperty("strata");
        var strata = test.GetProperty("strata").EnumerateArray().ToArray();

        // R lists the strata of a group one after the other.
        Agree(r.GetProperty("observed"), from g in Enumerable.Range(0, 2) from s in strata select s.GetProperty("observed")[g]);
        Agree(r.GetProperty("expected"), from g in Enumerable.Range(0, 2) from s in strata select s.GetProperty("expected")[g]);
        Agree(r.GetProperty("var"), test.GetProperty("variance").EnumerateArray().SelectMany(row => row.EnumerateArray()));
        Agree(r.GetProperty("logrank"), [test.GetProperty("chiSquare"), test.GetProperty("degreesOfFreedom")]);
    }

    [Fact]
    public async Task Quartiles_and_their_limits_are_those_of_R()
    {
        var curves = (await CommandLine.DocumentAsync(["survival", .. Asked, "--group", "trt"])).GetProperty("kaplanMeier").EnumerateArray().ToArray();
        foreach (var name in new[] { "time", "lower", "upper" })
        {
            // R lists the groups of a quantile one after the other.
            Agree(Expected.GetProperty("quartiles").GetProperty(name),
                from c in curves from q in c.GetProperty("quantiles").EnumerateArray() select q.GetProperty(name));
        }
    }

    [Theory]
    [InlineData("log")]
    [InlineData("log-log")]
    [InlineData("plain")]
    public async Task Bands_of_incidences_are_those_of_R(string type)
    {
        var toy = Path.Combine(RepositoryRoot.Path, Reference, "survival_toy_competing.csv");
        var found = (await CommandLine.DocumentAsync("survival", toy, "--time", "time", "--event", "status", "--competing", "--conf-type", type, "--json"))
            .GetProperty("cumulativeIncidence").EnumerateArray().ToArray();
        var r = Expected.GetProperty("bands").GetProperty(type);

        Assert.All(found, c => ReferenceNumbers.Agree(r.GetProperty("time"), c.GetProperty("time"), "time"));
        foreach (var name in new[] { "lower", "upper" })
        {
            // R lists the times of a cause one after the other. Before the first event of a cause it says 0 where a band is unknown.
            var ours = found.SelectMany(c => c.GetProperty(name).EnumerateArray().Zip(c.GetProperty("incidence").EnumerateArray())).ToArray();
            foreach (var ((value, incidence), theirs) in ours.Zip(r.GetProperty(name).EnumerateArray()))
            {
                Assert.Equal(incidence.GetDouble() > 0, value.ValueKind == JsonValueKind.Number);
                Assert.True(incidence.GetDouble() == 0 || Math.Abs(value.GetDouble() - theirs.GetDouble()) < 1e-8, $"{name}: {value}, in R {theirs}");
            }
        }
    }

    // U = Σ w (d₁ − n₁d/n), V = Σ w² n₁n₂d(n − d)/(n²(n − 1)), w = S(t−)^ρ (1 − S(t−))^γ: Fleming and Harrington (1991), chapter 7. R has γ = 0 only.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(0.5, 2)]
    public async Task Late_and_middle_differences_are_weighed_as_their_formula_says(double rho, double gamma)
    {
        var rows = File.ReadAllLines(Veteran).Select(l => l.Split(',')).ToArray();
        int Place(string name) => Array.IndexOf(rows[0].Select(n => n.Trim('"')).ToArray(), name);
        var (time, status, arm) = (Place("time"), Place("status"), Place("trt"));
        var lives = rows[1..].Select(r => (Time: double.Parse(r[time], CultureInfo.InvariantCulture), Event: r[status] == "1", First: r[arm] == "1")).ToArray();
        var (difference, variance, alive) = (0.0, 0.0, 1.0);
        foreach (var at in lives.Where(l => l.Event).Select(l => l.Time).Distinct().Order())
        {
            var atRisk = lives.Where(l => l.Time >= at).ToArray();
            var events = atRisk.Where(l => l.Time == at && l.Event).ToArray();
            double n = atRisk.Length, first = atRisk.Count(l => l.First), d = events.Length;
            var weight = Math.Pow(alive, rho) * Math.Pow(1 - alive, gamma);
            difference += weight * (events.Count(l => l.First) - (first * d / n));
            variance += n > 1 ? weight * weight * first * (n - first) * d * (n - d) / (n * n * (n - 1)) : 0;
            alive *= 1 - (d / n);
        }

        string[] weights = ["--rho", rho.ToString(CultureInfo.InvariantCulture), "--gamma", gamma.ToString(CultureInfo.InvariantCulture)];
        var test = (await CommandLine.DocumentAsync(["survival", .. Asked, "--group", "trt", .. weights])).GetProperty("logRank");
        Assert.Equal(difference * difference / variance, test.GetProperty("chiSquare").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Several_times_have_a_mean_each_and_the_text_has_them_all()
    {
        var document = await CommandLine.DocumentAsync(["survival", .. Asked, "--group", "trt", "--tau", "50,100"]);
        Assert.Equal([50.0, 100], document.GetProperty("means").EnumerateArray().Select(m => m.GetProperty("tau").GetDouble()));
        var text = (await CommandLine.RunAsync(["survival", .. Asked[..^1], "--group", "trt", "--tau", "50,100"])).Output;
        Assert.Contains("mean to 50 compared with 1", text, StringComparison.Ordinal);
        Assert.Contains("mean to 100 compared with 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_of_the_incidence_and_of_the_hazard_per_tick_are_those_of_R()
    {
        var further = JsonDocument.Parse(RepositoryRoot.Read(Reference + "further_survival_expected.json")).RootElement;
        var file = Path.Combine(RepositoryRoot.Path, Reference, "survival_pbc_competing.csv");
        var competing = await CommandLine.DocumentAsync(
            "survival", file, "--time", "time", "--event", "status", "--competing", "--fine-gray", "sex + edema", "--json");
        var (r, model) = (
            further.GetProperty("fine_gray").GetProperty("pbc")[0], competing.GetProperty("fineGray").GetProperty("coefficients").EnumerateArray().ToArray());
        Agree(r.GetProperty("coef"), model.Select(c => c.GetProperty("coefficient")));
        Agree(r.GetProperty("robust_se"), model.Select(c => c.GetProperty("standardError")));
        Assert.All(competing.GetProperty("cumulativeIncidence").EnumerateArray(),
            i => Assert.Equal(i.GetProperty("time").GetArrayLength(), i.GetProperty("upper").GetArrayLength()));

        var perTick = (await CommandLine.DocumentAsync(["survival", .. Asked, "--discrete", "trt + karno", "--cuts", "30,100"])).GetProperty("discrete");
        r = further.GetProperty("discrete").GetProperty("veteran");
        Agree(r.GetProperty("coef"), perTick.GetProperty("coefficients").EnumerateArray().Select(c => c.GetProperty("coefficient")), 1e-7);
        Agree(r.GetProperty("se"), perTick.GetProperty("coefficients").EnumerateArray().Select(c => c.GetProperty("standardError")), 1e-6);
        Assert.Equal(r.GetProperty("loglik").GetDouble(), perTick.GetProperty("logLikelihood").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("--cox age:karno", "an interaction without age by itself")]
    [InlineData("--cox age*karno*trt", "allowed are names of columns joined by +")]
    [InlineData("--rho 1 --weights wilcoxon", "give one of them")]
    [InlineData("--gamma -1", "--gamma is -1; allowed is a number from 0")]
    [InlineData("--fine-gray age", "--fine-gray needs causes that compete")]
    [InlineData("--cuts 10", "say --discrete")]
    [InlineData("--residuals x.csv", "say --cox")]
    [InlineData("--tau 5,x", "--tau is x; allowed is a time above 0")]
    [InlineData("--event-value 7", "no row of column status has the value \"7\" of --event-value; its values are 0, 1")]
    [InlineData("--event-value 1 --censored 1", "it can mean one of them")]
    public async Task What_cannot_be_asked_is_refused_with_what_can(string options, string message)
    {
        var run = await CommandLine.RunAsync(["survival", .. Asked, .. options.Split(' ')]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static void AgreeProportional(JsonElement expected, JsonElement cox)
    {
        var test = cox.GetProperty("proportionalHazards");
        var columns = test.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("test").GetProperty("chiSquare"));
        Agree(expected, [.. columns, test.GetProperty("global").GetProperty("chiSquare")], 1e-6);
    }

    private static void AgreeResiduals(JsonElement r, string file)
    {
        var rows = File.ReadAllLines(file).Skip(1).Select(
            l => l.Split(',')[1..].Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var columns = (rows[0].Length - 2) / 2;
        Agree(r.GetProperty("martingale"), rows.Select(row => row[0]), 1e-7);
        Agree(r.GetProperty("deviance"), rows.Select(row => row[1]), 1e-6);
        Agree(r.GetProperty("score_residuals"), rows.SelectMany(row => row[2..(2 + columns)]), 1e-4);
        Agree(r.GetProperty("dfbeta"), rows.SelectMany(row => row[(2 + columns)..]), 1e-7);
    }

    private static void Agree(JsonElement expected, IEnumerable<JsonElement> actual, double tolerance = 1e-8) =>
        Agree(expected, actual.Select(a => a.ValueKind == JsonValueKind.Null ? double.NaN : a.GetDouble()), tolerance);

    private static void Agree(JsonElement expected, IEnumerable<double> actual, double tolerance)
    {
        double[] found = [.. actual];
        Assert.Equal(expected.GetArrayLength(), found.Length);
        for (var k = 0; k < found.Length; k++)
        {
            var e = expected[k].ValueKind == JsonValueKind.Null ? double.NaN : expected[k].GetDouble();
            Assert.True(
                double.IsNaN(e) ? double.IsNaN(found[k]) : Math.Abs(e - found[k]) <= tolerance * Math.Max(1, Math.Abs(e)), $"{k}: {found[k]}, in R {e}");
        }
    }
}
