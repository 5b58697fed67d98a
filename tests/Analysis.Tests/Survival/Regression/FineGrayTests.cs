using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Regression;

public class FineGrayTests
{
    // The data and weights of the example in R's finegray test: t, cause, and the weights of the second subject (cause 2 at 2).
    private static readonly double[] Times = [1, 2, 3, 4, 4, 4, 5, 5, 6, 8, 8, 9, 10, 12];
    private static readonly int[] Causes = [1, 2, 0, 1, 0, 0, 2, 1, 0, 0, 2, 0, 1, 0];

    [Theory]
    [InlineData("toy", new[] { "grp" })]
    [InlineData("pbc", new[] { "sex", "edema" })]
    public void Models_are_those_of_R(string name, string[] columns)
    {
        var data = ReferenceFile.Texts(name == "toy" ? "survival_toy_competing.csv" : "survival_pbc_competing.csv");
        foreach (var expected in FurtherReference.Part("fine_gray").GetProperty(name).EnumerateArray())
        {
            var fit = FineGray.Fit(
                columns,
                [.. data["time"].Select((t, i) => new CompetingRow(
                    ReferenceFile.Number(t), int.Parse(data["status"][i], System.Globalization.CultureInfo.InvariantCulture),
                        [.. columns.Select(c => ReferenceFile.Number(data[c][i]))]))],
                (int)expected.GetProperty("cause").GetDouble());

            FurtherReference.Agree(expected, "coef", fit.Coefficients.Select(c => c.Coefficient));
            FurtherReference.Agree(expected, "se", fit.Coefficients.Select(c => c.StandardError));
            FurtherReference.Agree(expected, "robust_se", fit.Coefficients.Select(c => c.RobustStandardError));
        }
    }

    [Fact]
    public void Weights_are_the_chances_to_be_still_uncensored()
    {
        var rows = FineGray.Expand([.. Times.Select((t, i) => new CompetingRow(t, Causes[i], [0]))], 1).Where(r => r.Cluster == "1").ToArray();

        // Events of cause 1 after 2: at 4, 5 and 10. Censored in between: one of 12 less the events at 3, two of 10 at 4, one of 6 at 6,
        // one of 4 left by the event at 8, one of 3 at 9.
        double[] expected = [1, 11.0 / 12, 11.0 / 12 * 8 / 10, 11.0 / 12 * 8 / 10 * 5 / 6 * 3 / 4 * 2 / 3];
        Assert.Equal([0.0, 2, 4, 5], rows.Select(r => r.Entry));
        Assert.Equal([2.0, 4, 5, 10], rows.Select(r => r.Time));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], rows[i].Weight, 1e-12);
        }
    }

    // Published with R's test: the incidences of both causes.
    [Fact]
    public void The_weighted_product_limit_of_the_rows_is_the_cumulative_incidence()
    {
        var rows = FineGray.Expand([.. Times.Select((t, i) => new CompetingRow(t, Causes[i], [0]))], 1);
        var incidences = AalenJohansen.Estimate([.. Times.Select((t, i) => new Lifetime(t, Causes[i]))]);
        var free = 1.0;
        foreach (var time in rows.Where(r => r.Event).Select(r => r.Time).Distinct().Order())
        {
            var atRisk = rows.Where(r => r.Time >= time && r.Entry < time).Sum(r => r.Weight);
            free *= 1 - (rows.Where(r => r.Event && r.Time == time).Sum(r => r.Weight) / atRisk);
            Assert.Equal(incidences[0].At(time)!.Incidence, 1 - free, 1e-12);
        }

        Assert.Equal(0.480519, incidences[0].At(10)!.Incidence, 1e-6);
        Assert.Equal(0.285714, incidences[1].At(8)!.Incidence, 1e-6);
    }
}
