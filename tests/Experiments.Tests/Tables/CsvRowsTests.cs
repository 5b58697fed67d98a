using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Tests.Tables;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "1:a|b 2:1|2")]
    [InlineData("a,b\n\n1,2", "1:a|b 3:1|2")]
    [InlineData("\"a,b\",\"say \"\"so\"\"\"\n\"two\nlines\",x\ny,z", "1:a,b|say \"so\" 2:two\nlines|x 4:y|z")]
    [InlineData("a,\n,b", "1:a| 2:|b")]
    [InlineData("", "")]
    public void Fields_are_those_of_RFC_4180_with_the_line_each_row_starts_in(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CsvRows.Read(text).Select(r => $"{r.Line}:{string.Join('|', r.Fields)}")));

    [Fact]
    public void A_quote_that_is_not_closed_is_named_with_its_line() =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => CsvRows.Read("a\n\"b\nc").ToList()).Message, StringComparison.Ordinal);
}
