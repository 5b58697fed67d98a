using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Tests.Tables;

public class ResultTableTests
{
    private static readonly ResultTable Table = new(
        "shares", "Shares", "By hand.",
        [
            TableColumn.Label("arm", "policy"), TableColumn.Count("runs", "runs"), TableColumn.Difference("change", "change", "share", 2),
            TableColumn.Words("note", "note").InFiles(),
        ],
        [new object?[] { "a, b", 3, new Interval(0.125, -0.5, 0.75), "" }, new object?[] { "c", null, null, "none \"here\"" }]);

    [Fact]
    public void Files_have_every_part_of_an_interval_and_every_digit() => Assert.Equal(
        "arm,runs,change,changeLower95,changeUpper95,note\n\"a, b\",3,0.125,-0.5,0.75,\nc,,,,,\"none \"\"here\"\"\"\n", CsvText.Of(Table));

    [Fact]
    public void People_read_one_cell_with_signs_and_a_dash_where_nothing_is()
    {
        Assert.Equal("+0.13 [−0.50, +0.75]", CellText.Of(Table.Columns[2], new Interval(0.125, -0.5, 0.75)));
        Assert.Equal("–", CellText.Of(Table.Columns[2], null));
        Assert.Equal("+0.50", CellText.Of(Table.Columns[2], new Interval(0.5, double.NaN, double.NaN)));
        Assert.Equal("change [95 %]", CellText.HeadingOf(Table.Columns[2]));
    }

    [Fact]
    public void Json_names_units_and_fields()
    {
        var json = TableJson.Of(Table);
        Assert.Contains("\"changeLower95\": -0.5", json, StringComparison.Ordinal);
        Assert.Contains("\"unit\": \"share\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_does_not_fit_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ResultTable("t", "", "", [TableColumn.Label("a", "a")], [new object?[] { 1, 2 }]));
}
