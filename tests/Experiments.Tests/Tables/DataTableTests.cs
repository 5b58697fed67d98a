using System.Text;
using LeadershipSim.Experiments.Tables;
using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Tests.Tables;

public sealed class DataTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // In another encoding: 0xE9, 0xE0 and 0xC3 begin letters of UTF-8 that do not come; 0xFC begins none.
    [Theory]
    [InlineData(new byte[] { 0xE9, (byte)'B' }, "3:1: byte 0xE9")]
    [InlineData(new byte[] { (byte)'B', 0xFC }, "3:2: byte 0xFC")]
    [InlineData(new byte[] { 0xE9, 0xE9 }, "3:1: byte 0xE9")]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xE0, 0xA0, (byte)'B' }, "3:2: byte 0xE0")]
    [InlineData(new byte[] { (byte)'B', 0xC3 }, "3:2: byte 0xC3")]
    public void The_first_byte_that_is_no_text_is_named(byte[] last, string named)
    {
        var file = Path.Combine(_folder.Path, "names.csv");
        File.WriteAllBytes(file, [.. "arm\na\n"u8, .. last]);
        var error = Assert.Throws<DataException>(() => DataTable.Read(file).Texts("arm"));
        Assert.Contains($"names.csv:{named} is not UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time,arm\n1,a\n2.5,b\n")]
    [InlineData("time;arm\n1;a\n2.5;b\n")]
    [InlineData("time\tarm\n1\ta\n2.5\tb\n")]
    [InlineData("time,arm\r\n1,a\r\n2.5,b\r\n")]
    [InlineData("\uFEFFtime,arm\n1,a\n2.5,b")]
    [InlineData("\n\ntime; arm \n\n 1 ;a\n2.5; b \n\n")]
    [InlineData("\"time\",\"arm\"\n\"1\",\"a\"\n\"2.5\",\"b\"\n")]
    public void Separators_line_ends_blank_lines_and_quotes_do_not_matter(string text)
    {
        var table = Read(text);
        Assert.Equal(["time", "arm"], table.Columns);
        Assert.Equal(2, table.Count);
        Assert.Equal([1, 2.5], table.Numbers("time"));
        Assert.Equal(["a", "b"], table.Texts("arm"));
        Assert.True(table.IsNumeric("time"));
        Assert.False(table.IsNumeric("arm"));
    }

    [Fact]
    public void A_quoted_field_holds_separators_quotes_and_line_ends_and_rows_keep_their_lines()
    {
        var table = Read("time,\"note, long\"\n1,\"a, b\"\n2,\"say \"\"so\"\"\nand go\"\n3,c\n");
        Assert.Equal(["a, b", "say \"so\"\nand go", "c"], table.Texts("note, long"));
        Assert.Equal(
            [2, 3, 5], Enumerable.Range(0, 3).Select(row => int.Parse(table.PlaceOf(row).Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    // What stands between columns is not what stands in the names of columns.
    [Theory]
    [InlineData("\"a, b\";c\n1;2\n")]
    [InlineData("\"a, b\"\tc\n1\t2\n")]
    [InlineData("\"a, b\",\"c\"\n1,2\n")]
    public void Separators_in_quoted_names_do_not_part_columns(string text) => Assert.Equal(["a, b", "c"], Read(text).Columns);

    [Theory]
    [InlineData("1e5", 1e5)]
    [InlineData("-2.5E-3", -0.0025)]
    [InlineData("+7", 7)]
    [InlineData(".5", 0.5)]
    [InlineData("true", 1)]
    [InlineData("FALSE", 0)]
    public void Numbers_are_written_with_a_point_and_perhaps_an_exponent(string text, double expected) =>
        Assert.Equal([expected], Read($"x,y\n{text},1\n").Numbers("x"));

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("null")]
    [InlineData(" ")]
    public void A_missing_value_is_no_number_and_no_text(string text)
    {
        var table = Read($"x,y\n{text},1\n2,3\n");
        Assert.True(double.IsNaN(table.Numbers("x")[0]));
        Assert.Equal(["", "2"], table.Texts("x"));
        Assert.True(table.IsNumeric("x"));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("1,000.5")]
    [InlineData("12h")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    public void What_is_no_finite_number_is_refused_with_its_place_and_what_is_allowed(string text)
    {
        var error = Assert.Throws<DataException>(() => Read($"x;y\n2;1\n{text};1\n").Numbers("x"));
        Assert.Contains($"table.csv:3, column x: \"{text}\" is not a number; allowed are finite numbers with a point", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "has no rows; write names of columns in the first line")]
    [InlineData("time,status\n", "has no rows; write names of columns in the first line")]
    [InlineData("time,time\n1,2\n", "table.csv:1: the column \"time\" is named twice; name each column once")]
    [InlineData("\n time ,time\n1,2\n", "table.csv:2: the column \"time\" is named twice; name each column once")]
    [InlineData("time,,\n1,2,3\n", "table.csv:1: columns 2 and 3 have no name; name each column once")]
    [InlineData("time,status\n1,2\n3\n", "table.csv:3: the row has 1 fields; the first line names 2 columns")]
    [InlineData("time,status\n1,2,3\n", "table.csv:2: the row has 3 fields; the first line names 2 columns")]
    [InlineData("time,status\n1,\"2\n3,4\n", "table.csv cannot be read: the quote in the row that starts in line 2 is not closed")]
    public void A_table_that_is_none_is_refused_with_its_place(string text, string message) =>
        Assert.Contains(message, Assert.Throws<DataException>(() => Read(text)).Message, StringComparison.Ordinal);

    // As R's write.csv names the column of row names.
    [Fact]
    public void One_column_without_a_name_is_no_obstacle() => Assert.Equal([4, 5], Read("\"\",\"time\"\n\"1\",4\n\"2\",5\n").Numbers("time"));

    [Fact]
    public void A_column_that_is_not_there_is_told_with_those_that_are()
    {
        var error = Assert.Throws<DataException>(() => Read("time,status\n1,0\n").Texts("tiem"));
        Assert.Contains("has no column \"tiem\"; did you mean \"time\"? its columns are time, status", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_by_its_name() =>
        Assert.All(["nowhere.csv", "nowhere.parquet"],
            name => Assert.Contains($"{name} cannot be read: Could not find", Assert.Throws<DataException>(() => DataTable.Read(Path.Combine(_folder.Path, name))).Message, StringComparison.Ordinal));

    [Fact]
    public async Task Parquet_gives_numbers_texts_flags_and_missing_values()
    {
        var file = await WriteParquetAsync();
        var table = DataTable.Read(file);

        // The dates and the lists are no values a column can be used for.
        Assert.Equal(["time", "weeks", "failed", "arm"], table.Columns);
        Assert.Equal([1.5, 0.1, 1e300], table.Numbers("time"));
        Assert.Equal([3, double.NaN, 5], table.Numbers("weeks"));
        Assert.Equal([1, 0, 1], table.Numbers("failed"));
        Assert.Equal(["a", "", "c, d"], table.Texts("arm"));
        Assert.EndsWith("table.parquet:3", table.PlaceOf(2), StringComparison.Ordinal);
        Assert.Contains("table.parquet:1, column arm: \"a\" is not a number", Assert.Throws<DataException>(() => table.Numbers("arm")).Message, StringComparison.Ordinal);
        Assert.Contains("column \"when\" holds dates", Assert.Throws<DataException>(() => table.Texts("when")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Parquet_file_that_is_none_or_is_cut_off_is_refused_by_its_name()
    {
        var whole = await File.ReadAllBytesAsync(await WriteParquetAsync());
        byte[][] broken =
        [
            [], Encoding.UTF8.GetBytes("time,status\n1,0\n"), whole[..(whole.Length / 2)], whole[(whole.Length / 2)..],
            [.. whole[..4], .. new byte[whole.Length - 12], .. whole[^8..]],
        ];
        foreach (var bytes in broken)
        {
            var file = Path.Combine(_folder.Path, "broken.parquet");
            await File.WriteAllBytesAsync(file, bytes);
            Assert.Contains("broken.parquet cannot be read: it is not a Parquet file, or it is damaged", Assert.Throws<DataException>(() => DataTable.Read(file)).Message, StringComparison.Ordinal);
        }
    }

    private DataTable Read(string text) => DataTable.Read(_folder.Write("table.csv", text));

    private async Task<string> WriteParquetAsync()
    {
        var (time, weeks, failed, arm) = (
            new DataField<double>("time"), new DataField<int?>("weeks"), new DataField<bool>("failed"), new DataField<string>("arm"));
        var (when, item, other) = (new DateTimeDataField("when", DateTimeFormat.DateAndTime), new DataField<int>("element"), new DataField<int>("element"));
        var (first, second) = (new ListField("visits", item), new ListField("moves", other));
        var file = Path.Combine(_folder.Path, "table.parquet");
        await using var stream = File.Create(file);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(time, weeks, failed, arm, when, first, second), stream);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<double>(time, new double[] { 1.5, 0.1, 1e300 });
        await group.WriteAsync<int>(weeks, new int?[] { 3, null, 5 });
        await group.WriteAsync<bool>(failed, new[] { true, false, true });
        await group.WriteAsync(arm, ["a", null!, "c, d"]);
        await group.WriteAsync<DateTime>(when, new DateTime[]
        {
            new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc),
            new(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc),
        });
        await group.WriteAllPartsAsync<int>(
            item, new[] { 1, 2, 3 }, Enumerable.Repeat(item.MaxDefinitionLevel, 3).ToArray(), new int[3], CancellationToken.None);
        await group.WriteAllPartsAsync<int>(
            other, new[] { 1, 2, 3 }, Enumerable.Repeat(other.MaxDefinitionLevel, 3).ToArray(), new int[3], CancellationToken.None);
        group.CompleteValidate();
        return file;
    }
}
