using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tests.Figures.Drawing;

namespace LeadershipSim.Runner.Tests.Figures;

public class UglyInputTests
{
    // Of 300 dots an inch.
    private const float MostDots = 4000;
    private const int MostBytes = 2_000_000;

    private static readonly Dictionary<string, IReadOnlyList<string>> Names = new()
    {
        ["35 letters"] = ["hoarding", "eager sharing with a mentor and wee"],
        ["50 letters"] = ["hoarding", "eager sharing with a mentor and weekly meetings of"],
        ["125 letters and signs"] = ["a,b\"c", "=1+1", "<script>alert(1)</script>", "Führung/ganz lang 😀", "NaN", "1", new string('x', 125)],
        ["one"] = ["hoarding"],
        ["sixty"] = [.. Enumerable.Range(0, 60).Select(k => $"arm number {k}")],
    };

    public static TheoryData<string> Cases => [.. Names.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Curves_with_any_names_keep_half_the_width_and_no_word_lies_on_another(string names)
    {
        var figure = Survival(Names[names], KaplanMeier.Of([new(10, true), new(30, false), new(30, true), new(50, false)]).Rows);

        Assert.True(SheetReading.PlotWidth(figure) >= figure.Size.Width / 2, $"the plot is {SheetReading.PlotWidth(figure)} of {figure.Size.Width} wide");
        Check(figure);
    }

    [Fact]
    public void Curves_without_events_and_of_one_life_are_drawn()
    {
        Check(Survival(["equal"], KaplanMeier.Of([new(30, false)]).Rows));
        Check(Survival(["equal"], KaplanMeier.Of([new(1, true)]).Rows));
        Check(Survival(["equal"], []));
    }

    [Theory]
    [InlineData(85)]
    [InlineData(170)]
    public void Figures_for_a_column_and_for_a_page_of_a_journal_stay_legible(int millimetres)
    {
        foreach (var figure in new IFigure[] { SampleFigures.Survival(2, 1, 1), SampleFigures.Survival(6, 4, 2),
            SampleFigures.Occupation(6, 3, wrapped: true) })
        {
            Check(figure.At(millimetres / 25.4f * 96));
        }
    }

    // 35 factors, most of them near 0, of an arm whose name no file system takes.
    [Fact]
    public void A_screening_of_many_factors_names_the_large_ones_and_its_file_any_arm()
    {
        static IndexEstimate Estimate(double value) => new(value, 0.5 * value, 1.5 * value);
        var factors = Enumerable.Range(0, 35).Select(k => 200 * Math.Pow(0.8, k))
            .Select((size, k) => new MorrisFactor($"group.aParameter{k}", Estimate(size), Estimate(size), Estimate(size / 2))).ToArray();
        var study = new SensitivityStudy { Morris = [new("endTick under a/b: \"c\"", factors, 30, 4)] };

        var figure = Assert.Single(SensitivityFigures.Of(study));

        Assert.Equal("morris-endTick-under-a-b-c", figure.Name);
        Assert.Contains("The 12 factors of largest μ* are named; grey: the other 23, without whiskers.", figure.Caption, StringComparison.Ordinal);
        var names = Sheet.Of(figure).Marks.OfType<TextMark>().Select(t => t.Text).Where(t => t.StartsWith("group.", StringComparison.Ordinal));
        Assert.Equal(factors[..12].Select(f => f.Factor).Order(), names.Order());
        Check(figure);
    }

    private static void Check(IFigure figure)
    {
        Assert.Empty(SheetReading.Outside(figure));
        Assert.Empty(SheetReading.Overlaps(figure));
        Assert.InRange(Math.Max(figure.Size.Width, figure.Size.Height) / 96 * 300, 1, MostDots);
        Assert.All(["png", "svg"], format => Assert.InRange(FigureFiles.Bytes(figure, format).Length, 1, MostBytes));
    }

    private static SurvivalFigure Survival(IReadOnlyList<string> names, IReadOnlyList<KaplanMeierRow> rows)
    {
        var looks = ArmLooks.Of(names);
        return SampleFigures.Survival(1, 1, 1) with
        {
            Name = "ugly",
            Panels = [new SurvivalPanel("", [.. names.Select(n => new SurvivalCurve(n, looks[n], rows))])],
            Groups = [.. names.Select(n => (n, looks[n]))],
        };
    }
}
