using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Tests.Tables;

public class TableFormsTests
{
    private static readonly ResultTable Table = new(
        "shares", "Shares & more", "100 % by hand_made counts.",
        [TableColumn.Label("arm", "policy"), TableColumn.Count("runs", "runs of the group"), TableColumn.Estimate("share", "share", "share", 2)],
        [new object?[] { "a_b", 3, new Interval(0.5, 0.25, 0.75) }, new object?[] { "c|d", 12, null }]);

    [Fact]
    public void Markdown_is_a_pipe_table() => Assert.Equal(
        "**Shares & more**\n\n| policy | runs of the group | share [95 %] |\n| --- | ---: | ---: |\n| a\\_b | 3 | 0.50 [0.25, 0.75] |\n| c\\|d | 12 | – |\n\n100 % by hand\\_made counts.\n",
        MarkdownTable.Of(Table));

    [Fact]
    public void Latex_has_the_rules_of_booktabs_and_escapes_what_has_a_meaning()
    {
        var text = LatexTable.Of(Table);
        Assert.Contains("\\caption{Shares \\& more}", text, StringComparison.Ordinal);
        Assert.Contains("\\begin{tabular}{lrr}\n\\toprule\npolicy & runs of the group & share [95 \\%] \\\\\n\\midrule\na\\_b & 3 & 0.50 [0.25, 0.75] \\\\\n", text, StringComparison.Ordinal);
        Assert.Contains("\\bottomrule\n\\end{tabular}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(80)]
    public void A_table_fits_its_terminal_with_all_that_it_has(int width)
    {
        var text = TextTable.Of(Table, width);
        Assert.All(text.Split(Environment.NewLine), line => Assert.True(line.Length <= Math.Max(width, 25), line));
        Assert.Contains("0.50 [0.25, 0.75]", text, StringComparison.Ordinal);
        Assert.Contains("12", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_table_the_last_line_says_how_much_is_left_out() =>
        Assert.EndsWith($"… 1 more row{Environment.NewLine}", TextTable.Of(Table, null, mostRows: 1), StringComparison.Ordinal);
}
