using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Tests.Storing.Files;

public sealed class LeftoversTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Only_unfinished_files_of_the_same_name_that_nobody_writes_are_removed()
    {
        using var folder = new TemporaryFolder();
        string In(string name) => Path.Combine(folder.Path, name);
        string[] kept = ["a.csv", $"b.csv.{Id}.tmp", "a.csv.tmp", $"a.csv.{Id[1..]}0.tmp"];
        foreach (var name in kept.Append($"a.csv.{Id}.tmp"))
        {
            File.WriteAllText(In(name), "");
        }

        using (new FileStream(In(kept[3]), FileMode.Open, FileAccess.Write, FileShare.Read))
        {
            Leftovers.RemoveBeside(In("a.csv"));
        }

        Assert.Equal(kept.Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_change_within_one_folder_only()
    {
        using var folder = new TemporaryFolder();
        var from = Directory.CreateDirectory(Path.Combine(folder.Path, "a")).FullName;
        Assert.Throws<ArgumentException>(() => DurableFolder.Rename(from, Path.Combine(folder.Path, "b", "a")));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(28, false)]
    public void A_read_only_file_system_is_explained(int number, bool expected) =>
        Assert.Equal(expected, ReadOnlyDisk.Explains(new IOException("as the system says", number)) is not null);

    [Fact]
    public void What_came_late_is_read_at_the_second_try()
    {
        var tries = 0;
        Assert.Equal(2, LateFile.Try(() => ++tries < 2 ? throw new IOException("Stale file handle", 116) : tries));
        Assert.Throws<FileNotFoundException>(() => LateFile.Try<int>(() => throw new FileNotFoundException()));
        Assert.Equal(28, Assert.Throws<IOException>(() => LateFile.Try<int>(() => throw new IOException("no space", 28))).HResult);
    }
}
