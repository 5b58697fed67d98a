using LeadershipSim.Experiments.Distributions;

namespace LeadershipSim.Experiments.Tests.Distributions;

public sealed class DistributionTests
{
    public static TheoryData<string, string, double[], double> Files => new()
    {
        { "distributions_expected.json", "beta", [1e-12], 0 },
        { "distributions_expected.json", "weibull", [1e-13], 0 },
        { "quantiles_expected.json", "normal", [1e-14], 1e-15 },
        { "quantiles_expected.json", "logNormal", [2e-14], 0 },
        { "quantiles_expected.json", "truncatedNormal", [1e-13], 1e-15 },
        { "quantiles_expected.json", "triangular", [1e-13], 0 },
        { "quantiles_expected.json", "logUniform", [1e-13], 0 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Quantiles_agree_with_values_of_forty_digits(string file, string family, double[] relative, double absolute)
    {
        ArgumentNullException.ThrowIfNull(relative);
        var cases = ReferenceFile.Json(file).GetProperty("cases").EnumerateArray().Where(c => c.GetProperty("family").GetString() == family).ToList();
        Assert.NotEmpty(cases);
        foreach (var c in cases)
        {
            double[] parameters = [.. c.GetProperty("params").EnumerateArray().Select(p => p.GetDouble())];
            var distribution = Make(family, parameters);
            Assert.Null(distribution.Problem);
            foreach (var point in c.GetProperty("quantiles").EnumerateArray())
            {
                var (p, expected) = (point.GetProperty("p").GetDouble(), point.GetProperty("q").GetDouble());
                var actual = distribution.Quantile(p);
                Assert.True(
                    Math.Abs(actual - expected) <= (relative[0] * Math.Abs(expected)) + absolute,
                    $"{family}({string.Join(", ", parameters)}) at {p}: {actual:R} instead of {expected:R}");
            }
        }
    }

    [Fact]
    public void Quantiles_rise_and_stay_between_the_bounds_in_every_distribution() =>
        Assert.All(DistributionCatalog.All, entry =>
        {
            double[] values = [.. Enumerable.Range(0, 1001).Select(k => entry.Default.Quantile(k / 1000.0))];
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First <= pair.Second, $"{entry.Kind}: {pair}"));
            Assert.DoesNotContain(values, double.IsNaN);
        });

    [Fact]
    public void Whole_numbers_are_equally_likely()
    {
        var distribution = new WholeNumbers { From = 2, To = 8 };
        var counts = Enumerable.Range(0, 7000).Select(k => distribution.Quantile((k + 0.5) / 7000)).CountBy(v => v).OrderBy(c => c.Key);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], counts.Select(c => c.Key));
        Assert.All(counts, c => Assert.Equal(1000, c.Value));
        Assert.Equal((2.0, 8.0), (distribution.Quantile(0), distribution.Quantile(1)));
    }

    [Fact]
    public void Parameters_that_contradict_each_other_are_named()
    {
        Assert.Contains("less than", new Uniform { From = 1, To = 1 }.Problem!, StringComparison.Ordinal);
        Assert.Contains("order", new Triangular { Min = 0, Mode = 2, Max = 1 }.Problem!, StringComparison.Ordinal);
        Assert.Contains("no probability", new TruncatedNormal { Mean = 0, StandardDeviation = 0.01, Min = 1, Max = 2 }.Problem!, StringComparison.Ordinal);
        Assert.Contains("less than", new Beta { Min = 1, Max = 0 }.Problem!, StringComparison.Ordinal);
    }

    private static IDistribution Make(string family, double[] p) => family switch
    {
        "beta" => new Beta { A = p[0], B = p[1] },
        "weibull" => new Weibull { Shape = p[0], Scale = p[1] },
        "normal" => new Normal { Mean = p[0], StandardDeviation = p[1] },
        "logNormal" => new LogNormal { LogMean = p[0], LogStandardDeviation = p[1] },
        "truncatedNormal" => new TruncatedNormal { Mean = p[0], StandardDeviation = p[1], Min = p[2], Max = p[3] },
        "triangular" => new Triangular { Min = p[0], Mode = p[1], Max = p[2] },
        _ => new LogUniform { From = p[0], To = p[1] },
    };
}
