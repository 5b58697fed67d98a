using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Report;

namespace LeadershipSim.Runner.Tests.Report;

public class StudyReportTests
{
    private static readonly Lazy<SampleStudy> Sample = new(() => SampleStudy.Of(ExampleFiles.Small));

    private static string Page => PageOf(Sample.Value);

    [Fact]
    public void The_report_opens_with_question_then_expectation_then_answer()
    {
        int[] places =
        [
            Page.IndexOf($"<h1>{Sample.Value.Spec.Question}</h1>", StringComparison.Ordinal),
            Page.IndexOf("Expected, before results existed", StringComparison.Ordinal),
            Page.IndexOf("What the runs say", StringComparison.Ordinal),
            Page.IndexOf("id=\"accounting\"", StringComparison.Ordinal),
            Page.IndexOf("id=\"reproduce\"", StringComparison.Ordinal),
            Page.IndexOf("id=\"figures\"", StringComparison.Ordinal),
            Page.IndexOf("id=\"tables\"", StringComparison.Ordinal),
            Page.IndexOf("id=\"cautions\"", StringComparison.Ordinal),
        ];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData(PointNoise.Seeding, "common to all design points", true)]
    [InlineData(PointNoise.RowCommon, "common to the design points of a base point", false)]
    [InlineData(PointNoise.Independent, "independent between design points", false)]
    [InlineData(PointNoise.SeedAsFactor, "by the levels of a factor, the seed", false)]
    public void Which_points_share_random_numbers_is_said_as_it_is(PointNoise noise, string words, bool shared)
    {
        var spec = Sample.Value.Spec with { Design = new SaltelliDesign { Noise = noise } };
        Assert.Equal(shared, spec.AllPointsShareRandomNumbers);
        Assert.Contains(("Random numbers", words), StudyReport.Of(spec, Sample.Value.Plan, Sample.Value.Study, 0, []).Identity);
    }

    [Fact]
    public void The_report_asks_nothing_of_the_network_and_runs_no_script()
    {
        Assert.DoesNotContain("<script", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(
            @"(src|href|url\()\s*=?\s*[""']?https?:", Page.Replace("xmlns:xlink=\"http://www.w3.org/1999/xlink\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_results_give_the_same_bytes() => Assert.Equal(Page, PageOf(SampleStudy.Of(ExampleFiles.Small)));

    [Fact]
    public void Every_figure_says_in_words_what_it_shows()
    {
        var figures = Regex.Matches(Page, "<svg role=\"img\"[^>]*aria-label=\"([^\"]+)\"");

        // Pooled and by condition.
        Assert.Equal(2, figures.Count);
        Assert.All(figures, f => Assert.True(f.Groups[1].Value.Length > 20));
    }

    [Fact]
    public void Text_of_an_experiment_cannot_become_markup()
    {
        var model = StudyReport.Of(Sample.Value.Spec with { Question = "<b>2 < 3 & \"so\"?" }, Sample.Value.Plan, Sample.Value.Study, 0, []);

        Assert.Contains("<h1>&lt;b&gt;2 &lt; 3 &amp; &quot;so&quot;?</h1>", ReportPage.Of(model), StringComparison.Ordinal);
    }

    private static string PageOf(SampleStudy sample) =>
        ReportPage.Of(StudyReport.Of(sample.Spec, sample.Plan, sample.Study, 0, [("Program", "LeadershipSim")]) with
        {
            Figures = [.. new StudyFigures(sample.Study, FactorWords.Of(sample.Spec), ArmLooks.Of(sample.Study.Arms)).Survival()],
        });
}
