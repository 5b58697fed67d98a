using System.Globalization;
using System.Text.Json;
using CsCheck;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class ClusterInfluenceTests
{
    private static readonly (string Key, ConfidenceType Type)[] Types =
        [("log-log", ConfidenceType.LogLog), ("log", ConfidenceType.Log), ("plain", ConfidenceType.Plain)];

    public static TheoryData<string> Cases => ["aml", "heart"];

    // At each time R's error by cluster, or R's of independent subjects where that is larger, each with its own band.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Errors_bands_and_restricted_means_by_cluster_are_those_of_R(string name)
    {
        var expected = FurtherReference.Part("clustered").GetProperty(name);
        var (clustered, independent) = (expected.Numbers("std_err"), expected.GetProperty("independent").Numbers("std_err"));
        foreach (var (key, type) in Types)
        {
            var curve = KaplanMeier.Of(Read(name, expected), type);
            Agreement.Agree(expected.GetProperty("time"), curve.Rows.Select(r => r.Time), name);
            Agreement.Agree(expected.GetProperty("surv"), curve.Rows.Select(r => r.Survival), name);
            for (var i = 0; i < curve.Rows.Count; i++)
            {
                var source = clustered[i] > independent[i] ? expected : expected.GetProperty("independent");
                var (bands, row, place) = (source.GetProperty("bands").GetProperty(key), curve.Rows[i], $"{name} {key}, row {i}");
                Agreement.Agree(source.GetProperty("std_err")[i], row.StandardError, place);
                Agreement.Agree(bands.GetProperty("lower")[i], row.Lower, place);
                Agreement.Agree(bands.GetProperty("upper")[i], row.Upper, place);
            }
        }

        Assert.Contains(clustered.Zip(independent), e => e.First > e.Second * 1.01);
        var means = Math.Max(expected.GetProperty("rmst_se").GetDouble(), expected.GetProperty("independent").GetProperty("rmst_se").GetDouble());
        Agreement.Agree(means, KaplanMeier.Of(Read(name, expected)).RestrictedMeanTo(expected.GetProperty("tau").GetDouble()).StandardError, name);
    }

    [Fact]
    public void One_cluster_has_no_smaller_errors_than_independent_subjects()
    {
        Lifetime[] lives = [new(1, true), new(2, true), new(4, false), new(5, true)];

        Assert.Equal(
            KaplanMeier.Of(lives).Rows.Select(r => r.StandardError),
            KaplanMeier.Of([.. lives.Select(o => o with { Cluster = "0" })]).Rows.Select(r => r.StandardError));
    }

    // A subject observed twice says nothing new: the errors are those of the subjects once, √2 above those that take all for independent.
    [Fact]
    public void Doubled_subjects_have_the_errors_of_single_ones() =>
        Gen.Select(Gen.Int[1, 12], Gen.Bool).Array[2, 40].Sample(draws =>
        {
            Lifetime[] once = [.. draws.Select((d, i) => new Lifetime(d.Item1, d.Item2) { Cluster = Number(i) })];
            var (single, doubled) = (KaplanMeier.Of(once), KaplanMeier.Of([.. once, .. once]));
            foreach (var (a, b) in single.Rows.Zip(doubled.Rows))
            {
                Assert.Equal(a.Survival, b.Survival, 1e-12);
                Assert.Equal(a.StandardError.HasValue, b.StandardError.HasValue);
                Assert.Equal(a.StandardError ?? 0, b.StandardError ?? 0, 1e-9);
            }

            Assert.Equal(single.RestrictedMeanTo(9).StandardError, doubled.RestrictedMeanTo(9).StandardError, 1e-9);
        });

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static Lifetime[] Read(string name, JsonElement expected)
    {
        var clusters = expected.Numbers("cluster");
        if (name == "aml")
        {
            var (times, status) = (expected.Numbers("time_of"), expected.Numbers("status"));
            return [.. times.Select((t, i) => new Lifetime(t, status[i] == 1) { Cluster = Number(clusters[i]) })];
        }

        var heart = FurtherReference.Part("heart");
        var (start, stop, died) = (heart.Numbers("start"), heart.Numbers("stop"), heart.Numbers("event"));
        return [.. stop.Select((t, i) => new Lifetime(t, (int)died[i]) { Entry = start[i], Cluster = Number(clusters[i]) })];
    }
}
