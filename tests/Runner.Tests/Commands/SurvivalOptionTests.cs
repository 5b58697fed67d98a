using System.Text.Json;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>What options of the verb <c>survival</c> make of its document, and what the document has and leaves out.</summary>
public sealed class SurvivalOptionTests : IDisposable
{
    private const string Reference = "tests/Analysis.Tests/Reference/";
    private static readonly JsonElement Further = JsonDocument.Parse(RepositoryRoot.Read(Reference + "further_survival_expected.json")).RootElement;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>R's curve of the heart transplants with late entry, and its Cox model of rows with start and stop, robust by patient.</summary>
    [Fact]
    public async Task Late_entry_and_covariates_that_change_are_those_of_R()
    {
        var (late, heart) = (Further.GetProperty("late_entry"), Further.GetProperty("heart"));
        var curve = (await CommandLine.DocumentAsync(["survival", Write("late.csv", late, "start", "stop", "event"), "--entry", "start", "--time", "stop",
            "--event", "event", "--json"])).GetProperty("kaplanMeier")[0];
        ReferenceNumbers.Agree(late.GetProperty("time"), curve.GetProperty("time"), "time");
        ReferenceNumbers.Agree(late.GetProperty("n_risk"), curve.GetProperty("atRisk"), "at risk");
        ReferenceNumbers.Agree(late.GetProperty("surv"), curve.GetProperty("survival"), "survival");
        ReferenceNumbers.Agree(late.GetProperty("greenwood_se"), curve.GetProperty("standardError"), "standard error");

        var file = Write("heart.csv", heart, "start", "stop", "event", "age", "surgery", "transplant", "id");
        string[] model = ["survival", file, "--entry", "start", "--time", "stop", "--event", "event", "--cox", "age + surgery + transplant", "--json"];
        AssertModel(heart.GetProperty("efron"), "se", await CommandLine.DocumentAsync(model));
        AssertModel(heart.GetProperty("breslow"), "se", await CommandLine.DocumentAsync([.. model, "--ties", "breslow"]));
        AssertModel(heart.GetProperty("cluster"), "robust_se", await CommandLine.DocumentAsync([.. model, "--cluster", "id"]));
    }

    /// <summary>Naming the competing cause makes the other one the event of the curve and of the Cox model; incidences are of all causes.</summary>
    [Fact]
    public async Task Causes_that_are_named_compete_with_the_others()
    {
        string[] asked = ["--time", "time", "--event", "status", "--json"];
        var (toy, pbc) = (Path.Combine(RepositoryRoot.Path, Reference, "survival_toy_competing.csv"),
            Path.Combine(RepositoryRoot.Path, Reference, "survival_pbc_competing.csv"));
        var (first, second) = (await CommandLine.DocumentAsync(["survival", toy, .. asked, "--competing", "2"]),
            await CommandLine.DocumentAsync(["survival", toy, .. asked, "--competing", "1"]));
        var (expected, curve) = (Further.GetProperty("second_cause"), second.GetProperty("kaplanMeier")[0]);
        foreach (var (theirs, ours) in new[] { ("surv", "survival"), ("greenwood_se", "standardError"), ("lower", "lower"), ("upper", "upper") })
        {
            ReferenceNumbers.Agree(expected.GetProperty(theirs), curve.GetProperty(ours), ours);
        }

        Assert.Equal(first.GetProperty("cumulativeIncidence").GetRawText(), second.GetProperty("cumulativeIncidence").GetRawText());
        Assert.Equal(first.GetProperty("kaplanMeier").GetRawText(),
            (await CommandLine.DocumentAsync(["survival", toy, .. asked, "--competing"])).GetProperty("kaplanMeier").GetRawText());
        AssertModel(expected, "se", await CommandLine.DocumentAsync(["survival", pbc, .. asked, "--competing", "1", "--cox", "sex + edema"]));
    }

    // cmprsk's cuminc on the same data: 0.0196838523951571 with p 0.888423633338004, 2.53342243434542 with p 0.111458233695988.
    [Fact]
    public async Task Incidences_of_groups_are_compared_by_Grays_test()
    {
        var run = await CommandLine.RunAsync("survival", Path.Combine(RepositoryRoot.Path, Reference, "survival_pbc_competing.csv"), "--time", "time",
            "--event", "status", "--group", "sex", "--competing", "--variance", "aalen");
        Assert.Contains("standard error (Aalen)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Gray's test, cause 1: χ² = 0.019684 on 1 degree of freedom, p = 0.888", run.Output, StringComparison.Ordinal);
        Assert.Contains("Gray's test, cause 2: χ² = 2.5334 on 1 degree of freedom, p = 0.111", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_come_numbers_by_value_then_texts()
    {
        var document = await CommandLine.DocumentAsync(["survival", _folder.Write("groups.csv",
            "time,status,arm\n1,1,b\n2,1,10\n3,0,9\n4,1,B\n5,1,-1\n6,0,9\n"), "--time", "time", "--event", "status", "--group", "arm", "--json"]);
        Assert.Equal(["-1", "9", "10", "B", "b"], document.GetProperty("kaplanMeier").EnumerateArray().Select(c => c.GetProperty("group").GetString()));
        Assert.Equal(5, document.GetProperty("logRank").GetProperty("observed").GetArrayLength());
    }

    /// <summary>What was not asked for is not there; what does not exist is there and null.</summary>
    [Fact]
    public async Task Parts_that_were_not_asked_for_are_left_out_and_numbers_that_do_not_exist_are_null()
    {
        string[] asked = ["--time", "time", "--event", "status", "--json"];
        var alone = await CommandLine.DocumentAsync(["survival", Path.Combine(RepositoryRoot.Path, Reference, "survival_edge_all_censored.csv"), .. asked]);
        Assert.Equal(["level", "kaplanMeier", "cautions"], alone.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["group", "n", "events", "time", "atRisk", "event", "censored", "survival", "standardError", "lower", "upper", "median", "medianLower",
                "medianUpper", "quantiles", "nelsonAalen", "rmst", "means"],
            alone.GetProperty("kaplanMeier")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, alone.GetProperty("kaplanMeier")[0].GetProperty("median").ValueKind);

        var eventless = await CommandLine.DocumentAsync(
            ["survival", _folder.Write("none.csv", "time,status,arm\n1,0,a\n2,0,b\n"), .. asked, "--group", "arm", "--cox", "arm"]);
        Assert.All(["chiSquare", "degreesOfFreedom", "pValue"],
            name => Assert.Equal(JsonValueKind.Null, eventless.GetProperty("logRank").GetProperty(name).ValueKind));
        Assert.Equal(JsonValueKind.Null, eventless.GetProperty("cox").GetProperty("coefficients")[0].GetProperty("coefficient").ValueKind);
        Assert.Equal(JsonValueKind.Null, eventless.GetProperty("cox").GetProperty("concordance").ValueKind);
    }

    private static void AssertModel(JsonElement expected, string errors, JsonElement document)
    {
        var model = document.GetProperty("cox");
        for (var k = 0; k < expected.GetProperty("coef").GetArrayLength(); k++)
        {
            var coefficient = model.GetProperty("coefficients")[k];
            ReferenceNumbers.Agree(expected.GetProperty("coef")[k], coefficient.GetProperty("coefficient"), $"coefficient {k}");
            ReferenceNumbers.Agree(expected.GetProperty(errors)[k], coefficient.GetProperty("standardError"), $"standard error {k}");
        }

        ReferenceNumbers.Agree(expected.GetProperty("loglik"), model.GetProperty("logLikelihood"), "log-likelihood");
    }

    /// <summary>Writes arrays of a reference as the columns of a table.</summary>
    private string Write(string name, JsonElement source, params string[] columns)
    {
        var rows = Enumerable.Range(0, source.GetProperty(columns[0]).GetArrayLength()).Select(
            row => string.Join(',', columns.Select(c => source.GetProperty(c)[row].GetRawText())));
        return _folder.Write(name, string.Join('\n', rows.Prepend(string.Join(',', columns))) + "\n");
    }
}
