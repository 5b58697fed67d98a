using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tests.Reuse;

namespace LeadershipSim.Experiments.Tests.Storing;

/// <summary>Results of factors that apply only at some points.</summary>
public sealed class AbsentValueTests : IDisposable
{
    private readonly GrowingStudy _study = new();

    public void Dispose() => _study.Dispose();

    [Fact]
    public void A_factor_has_no_value_in_rows_where_it_does_not_apply()
    {
        var spec = _study.Read(
            "factors: {policy: {levels: [hoarding, distributed]}, policy.shareRate: {levels: [0.1, 0.3], when: {policy: distributed}}, network: {levels: [complete, smallWorld]}, "
                + "network.degree: {levels: [2, 4], when: {network: smallWorld}}}",
            "replicates: 1");
        _study.Run("results", spec, 100, _ => new SweepOptions());

        var table = RunTable.Read(_study.In("results"));
        Assert.Equal([.. Enumerable.Repeat("hoarding", 3), .. Enumerable.Repeat("distributed", 6)], table.Texts("policy"));
        double[] rates = [double.NaN, double.NaN, double.NaN, 0.1, 0.1, 0.1, 0.3, 0.3, 0.3];
        Assert.Equal(rates, table.Numbers("policy.shareRate"));
        Assert.Equal(["", "", "", "0.1", "0.1", "0.1", "0.3", "0.3", "0.3"], table.Texts("policy.shareRate"));
        Assert.Equal([double.NaN, 2, 4, double.NaN, 2, 4, double.NaN, 2, 4], table.Numbers("network.degree"));
        Assert.Equal(
            ["hoarding,,complete,", "hoarding,,smallWorld,2", "hoarding,,smallWorld,4", "distributed,0.1,complete,"],
            File.ReadLines(Path.Combine(_study.In("results"), "runs.csv")).Skip(1).Take(4).Select(line => string.Join(',', line.Split(',')[4..8])));
    }
}
