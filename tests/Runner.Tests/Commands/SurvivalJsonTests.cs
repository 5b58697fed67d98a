using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The document of the verb <c>survival</c> has every number that its text has, to full precision.</summary>
public sealed partial class SurvivalJsonTests
{
    private static readonly string Reference = Path.Combine(RepositoryRoot.Path, "tests/Analysis.Tests/Reference");

    // What the text says besides numbers of the answer: the level in percent, and 1 − S(t−).
    private static readonly string[] Fixed = ["95", "1"];
    private static readonly string[] Forms = ["G5", "G3", "F3", "0.###"];

    [Theory]
    [InlineData("survival_veteran.csv", "--group trt --strata celltype --rho 1 --gamma 0.5 --cox age*karno+factor(trt) --zph identity --tau 50,100")]
    [InlineData("survival_veteran.csv", "--group celltype --discrete trt+karno --cuts 30,100")]
    [InlineData("survival_pbc_competing.csv", "--group sex --competing --fine-gray sex+edema --cox sex --variance aalen")]
    [InlineData("survival_edge_all_censored.csv", "")]
    public async Task Every_number_of_the_text_is_in_the_document(string table, string options)
    {
        string[] asked =
        [
            "survival", Path.Combine(Reference, table), "--time", "time", "--event", "status", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
        var text = await CommandLine.RunAsync(asked);
        Assert.True(text.ExitCode == ExitCode.Complete, text.Error);
        var document = await CommandLine.DocumentAsync([.. asked, "--json"]);
        HashSet<string> known = [.. Fixed, .. NumbersIn(document).SelectMany(Spellings)];
        var tables = text.Output.Split("caution:")[0];
        string[] missing = [.. Number().Matches(tables).Select(m => m.Value).Where(n => !known.Contains(n)).Distinct()];
        Assert.True(missing.Length == 0, $"not in the document: {string.Join(", ", missing)}\n{tables}");
        Assert.Equal(text.Output.Split("caution: ").Length - 1, document.GetProperty("cautions").GetArrayLength());
    }

    // cmprsk's cuminc on the same data.
    [Fact]
    public async Task Grays_test_has_all_its_digits()
    {
        var file = Path.Combine(Reference, "survival_pbc_competing.csv");
        var document = await CommandLine.DocumentAsync("survival", file, "--time", "time", "--event", "status", "--group", "sex", "--competing", "--json");
        var tests = document.GetProperty("gray").EnumerateArray().Select(g => g.GetProperty("test")).ToArray();
        double[] statistics = [0.0196838523951571, 2.53342243434542];
        double[] p = [0.888423633338004, 0.111458233695988];
        for (var k = 0; k < tests.Length; k++)
        {
            Assert.Equal(statistics[k], tests[k].GetProperty("chiSquare").GetDouble(), 1e-9);
            Assert.Equal(p[k], tests[k].GetProperty("pValue").GetDouble(), 1e-9);
        }
    }

    private static IEnumerable<string> Spellings(double number) => Forms.Select(f => number.ToString(f, CultureInfo.InvariantCulture));

    private static IEnumerable<double> NumbersIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetDouble()],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NumbersIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => NumbersIn(p.Value)),
        JsonValueKind.String => Number().Matches(element.GetString()!).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)),
        _ => [],
    };

    // A number that is not part of a word, such as the name of a column.
    [GeneratedRegex(@"(?<![\w.])-?\d+(\.\d+)?(E[+-]?\d+)?(?![\w])")]
    private static partial Regex Number();
}
