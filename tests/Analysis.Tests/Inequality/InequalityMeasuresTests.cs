using CsCheck;
using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Analysis.Tests.Inequality;

public class InequalityMeasuresTests
{
    public static TheoryData<string> Cases => [.. ReferenceFile.Json("inequality_expected.json").GetProperty("cases").EnumerateObject().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Measures_are_the_exact_sums(string name)
    {
        var (vectors, expected) = (
            ReferenceFile.Texts("inequality_vectors.csv"), ReferenceFile.Json("inequality_expected.json").GetProperty("cases").GetProperty(name));
        var found = InequalityMeasures.Of([.. vectors["value"].Where((_, i) => vectors["id"][i] == name).Select(ReferenceFile.Number)]);

        Assert.Equal(expected.GetProperty("n").GetInt32(), found.Count);
        Agreement.Agree(expected.GetProperty("sum"), found.Total, name);
        Agreement.Agree(expected.GetProperty("gini"), found.Gini, name);
        if (found.Total == 0)
        {
            Assert.Equal(new InequalityMeasures { Count = found.Count, Total = 0 }, found);
            return;
        }

        Agreement.Agree(expected.GetProperty("gini_corrected"), found.GiniCorrected, name);
        Agreement.Agree(expected.GetProperty("hhi"), found.Herfindahl, name);
        Agreement.Agree(expected.GetProperty("hhi_normalized"), found.HerfindahlNormalized, name);
        Agreement.Agree(expected.GetProperty("effective_number_hhi"), found.EffectiveNumber, name);
        Agreement.Agree(expected.GetProperty("shannon_nats"), found.Shannon, name);
        Agreement.Agree(expected.GetProperty("shannon_normalized"), found.ShannonNormalized, name);
        Agreement.Agree(expected.GetProperty("theil_T"), found.Theil, name);
        Agreement.Agree(expected.GetProperty("theil_T_normalized"), found.TheilNormalized, name);
        Agreement.Agree(expected.GetProperty("theil_L_mld"), found.MeanLogDeviation, name);
        Agreement.Agree(expected.GetProperty("max_share"), found.TopShare, name);
    }

    [Fact]
    public void Scale_and_order_do_not_matter() =>
        Gen.Double[0.01, 100].Array[2, 20].Sample(values =>
        {
            var (plain, scaled) = (InequalityMeasures.Of(values), InequalityMeasures.Of([.. values.Reverse().Select(v => v * 7)]));
            Assert.Equal(plain.Gini!.Value, scaled.Gini!.Value, 1e-10);
            Assert.Equal(plain.Theil!.Value, scaled.Theil!.Value, 1e-10);
            Assert.Equal(Math.Log(values.Length), plain.Theil!.Value + plain.Shannon!.Value, 1e-10);
            Assert.InRange(plain.EffectiveNumber!.Value, 1 - 1e-12, values.Length + 1e-9);
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_value_that_is_no_amount_is_refused(double value) =>
        Assert.Contains("Value 2 is", Assert.Throws<ArgumentException>(() => InequalityMeasures.Of([1, value])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sum_beyond_what_numbers_hold_is_refused() =>
        Assert.Contains("larger unit", Assert.Throws<ArgumentException>(() => InequalityMeasures.Of([1e308, 1.5e308])).Message, StringComparison.Ordinal);
}
