using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Tests.Tables;

public sealed class ParquetFileTests
{
    private static readonly string Sound = Path.Combine(RepositoryRoot.Path, "tests/Runner.Tests/FieldCases/tables/p04_date.parquet");

    [Fact]
    public void A_reader_that_never_ends_is_left_and_the_file_called_damaged()
    {
        var endless = new TaskCompletionSource<int>();
        var error = Assert.Throws<InvalidDataException>(() => ParquetFile.Read(Sound, _ => endless.Task, TimeSpan.FromMilliseconds(200)));
        Assert.Contains("cannot be read within", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_breaks_in_the_library_is_a_damaged_file()
    {
        var error = Assert.Throws<InvalidDataException>(() => ParquetFile.Read<int>(Sound, _ => throw new ArithmeticException("made to fail")));
        Assert.Contains("made to fail", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_the_content_is_said_as_it_is() =>
        Assert.Throws<DataException>(() => ParquetFile.Read<int>(Sound, _ => throw new DataException("too long")));
}
