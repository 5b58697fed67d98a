using System.Text.Json;
using CsCheck;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class KaplanMeierTests
{
    private static readonly (string Key, ConfidenceType Type)[] Types =
        [("log-log", ConfidenceType.LogLog), ("log", ConfidenceType.Log), ("plain", ConfidenceType.Plain)];

    public static TheoryData<string> References => [.. SurvivalReference.All.Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void Curve_counts_errors_and_log_log_bands_are_those_of_R(string name)
    {
        var (expected, estimate) = (SurvivalReference.All[name].Expected, KaplanMeier.Of(SurvivalReference.All[name].Observations));

        Assert.Equal(expected.GetProperty("n").GetInt32(), estimate.Count);
        Assert.Equal(expected.GetProperty("events").GetInt32(), estimate.Events);
        Agreement.Agree(expected.GetProperty("time"), estimate.Rows.Select(r => r.Time), name);
        Agreement.Agree(expected.GetProperty("n_risk"), estimate.Rows.Select(r => (double?)r.AtRisk), name);
        Agreement.Agree(expected.GetProperty("n_event"), estimate.Rows.Select(r => (double?)r.Events), name);
        Agreement.Agree(expected.GetProperty("n_censor"), estimate.Rows.Select(r => (double?)r.Censored), name);
        Agreement.Agree(expected.GetProperty("surv"), estimate.Rows.Select(r => (double?)r.Survival), name);
        Agreement.Agree(expected.GetProperty("greenwood_se"), estimate.Rows.Select(r => r.StandardError), name);
        Agreement.Agree(expected.GetProperty("std_err_of_log_surv"), estimate.Rows.Select(r => r.StandardError / r.Survival), name);
        Agreement.Agree(expected.GetProperty("median"), estimate.Median.Estimate, name);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Bands_of_every_type_are_those_of_R(string name)
    {
        foreach (var (key, type) in Types)
        {
            var bands = SurvivalReference.All[name].Expected.GetProperty("ci95").GetProperty(key);
            var estimate = KaplanMeier.Of(SurvivalReference.All[name].Observations, type);
            Agreement.Agree(bands.GetProperty("lower"), estimate.Rows.Select(r => r.Lower), $"{name} {key}");
            Agreement.Agree(bands.GetProperty("upper"), estimate.Rows.Select(r => r.Upper), $"{name} {key}");
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Quartiles_and_their_intervals_are_those_of_R(string name)
    {
        var quantiles = SurvivalReference.All[name].Expected.GetProperty("quantiles");
        foreach (var (key, type) in Types)
        {
            var bands = quantiles.GetProperty("ci95").GetProperty(key);
            var estimate = KaplanMeier.Of(SurvivalReference.All[name].Observations, type);
            var found = quantiles.GetProperty("probs").EnumerateArray().Select(p => estimate.Quantile(p.GetDouble())).ToArray();
            Agreement.Agree(quantiles.GetProperty("estimate"), found.Select(q => q.Estimate), $"{name} {key}");
            Agreement.Agree(bands.GetProperty("lower"), found.Select(q => q.Lower), $"{name} {key}");
            Agreement.Agree(bands.GetProperty("upper"), found.Select(q => q.Upper), $"{name} {key}");
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Restricted_means_and_their_errors_are_those_of_R(string name)
    {
        var estimate = KaplanMeier.Of(SurvivalReference.All[name].Observations);
        foreach (var expected in SurvivalReference.All[name].Expected.GetProperty("rmst").EnumerateArray())
        {
            var tau = expected.GetProperty("tau").GetDouble();
            if (expected.GetProperty("rmst").ValueKind == JsonValueKind.Null)
            {
                // R refuses a horizon before the first time, where nothing has happened yet: the mean is the horizon.
                Assert.Equal(new RestrictedMean(tau, tau, 0), estimate.RestrictedMeanTo(tau));
                continue;
            }

            var (_, mean, error) = estimate.RestrictedMeanTo(tau);
            Agreement.Agree(expected.GetProperty("rmst"), mean, $"{name}, tau {tau}");
            Agreement.Agree(expected.GetProperty("se"), error, $"{name}, tau {tau}");
        }
    }

    [Fact]
    public void Without_censoring_the_estimate_is_the_share_that_lives_longer() =>
        Gen.Int[1, 30].Array[1, 60].Sample(times =>
        {
            var estimate = KaplanMeier.Of([.. times.Select(t => new Lifetime(t, true))]);
            foreach (var row in estimate.Rows)
            {
                Assert.Equal((double)times.Count(t => t > row.Time) / times.Length, row.Survival, 1e-12);
            }

            Assert.Equal(times.Average(t => Math.Min(t, 12.0)), estimate.RestrictedMeanTo(12).Value, 1e-9);
        });

    // With one horizon for all, the curve is a share and its error the binomial one.
    [Fact]
    public void With_a_common_horizon_Greenwood_is_the_binomial_error() =>
        Gen.Int[1, 60].Array[2, 80].Sample(times =>
        {
            const int Horizon = 40;
            var estimate = KaplanMeier.Of([.. times.Select(t => new Lifetime(Math.Min(t, Horizon), t <= Horizon))]);
            foreach (var row in estimate.Rows.Where(r => r.Survival > 0))
            {
                var share = (double)times.Count(t => t > row.Time) / times.Length;
                Assert.Equal(share, row.Survival, 1e-12);
                Assert.Equal(Math.Sqrt(share * (1 - share) / times.Length), row.StandardError!.Value, 1e-9);
            }
        });

    [Fact]
    public void Without_observations_nothing_is_known_and_nothing_breaks()
    {
        var estimate = KaplanMeier.Of([]);

        Assert.Empty(estimate.Rows);
        Assert.Equal(new TimeQuantile(null, null, null), estimate.Median);
        Assert.Equal(new RestrictedMean(10, 10, 0), estimate.RestrictedMeanTo(10));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_time_that_is_no_time_is_refused(double time)
    {
        var error = Assert.Throws<ArgumentException>(() => KaplanMeier.Of([new(5, true), new(time, false)]));

        Assert.Contains("finite numbers of at least 0", error.Message, StringComparison.Ordinal);
    }
}
