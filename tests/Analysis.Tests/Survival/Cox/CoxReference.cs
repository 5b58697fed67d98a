using System.Text.Json;
using System.Text.RegularExpressions;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Cox;

/// <summary>Cox models fitted by R's coxph; see Reference/README.md.</summary>
internal sealed partial record CoxReference(JsonElement Expected, CoxData Data, TiedTimes Ties)
{
    /// <summary>By case and call; the exact likelihood for tied times is left out.</summary>
    public static IReadOnlyDictionary<string, CoxReference> All { get; } = SurvivalReference.Analyses("cox")
        .Where(a => !a.Key.Contains("ties='exact'", StringComparison.Ordinal))
        .ToDictionary(a => a.Key, a => new CoxReference(a.Value.Expected, Read(a.Key, a.Value.Expected, a.Value.Data),
            a.Key.Contains("efron", StringComparison.Ordinal) ? TiedTimes.Efron : TiedTimes.Breslow));

    private static CoxData Read(string call, JsonElement expected, IReadOnlyDictionary<string, string[]> data)
    {
        var terms = expected.GetProperty("terms").EnumerateArray().Select(t => t.GetString()!).ToArray();
        var (stratum, cluster) = (StratumIn().Match(call).Groups[1].Value, ClusterIn().Match(call).Groups[1].Value);
        return new CoxData(terms,
            [.. data["time"].Select((time, i) => new CoxRow(ReferenceFile.Number(time), data["status"][i] == "1", [.. terms.Select(t => Value(t, data, i))])
        {
            Stratum = stratum.Length == 0 ? "" : $"{stratum}={data[stratum][i]}",
            Cluster = cluster.Length == 0 ? null : data[cluster][i],
        })]);
    }

    // factor(celltype)2 is 1 where celltype is 2: R's treatment contrasts.
    private static double Value(string term, IReadOnlyDictionary<string, string[]> data, int row) =>
        FactorLevel().Match(term) is { Success: true } match
            ? data[match.Groups[1].Value][row] == match.Groups[2].Value ? 1 : 0
            : ReferenceFile.Number(data[term][row]);

    [GeneratedRegex(@"strata\((\w+)\)")]
    private static partial Regex StratumIn();

    [GeneratedRegex(@"cluster=(\w+)")]
    private static partial Regex ClusterIn();

    [GeneratedRegex(@"factor\((\w+)\)(\w+)")]
    private static partial Regex FactorLevel();
}
