using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Tests.Storing.Files;

public sealed class DurableFolderTests
{
    [Fact]
    public void Folders_that_are_missing_are_made_and_those_that_are_there_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        var kept = folder.Write("a/kept.txt", "kept");
        DurableFolder.Create(Path.Combine(folder.Path, "a", "b", "c"));
        DurableFolder.Create(Path.Combine(folder.Path, "a", "b", "c"));
        Assert.True(Directory.Exists(Path.Combine(folder.Path, "a", "b", "c")));
        Assert.Equal("kept", File.ReadAllText(kept));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_flushed_and_is_named()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "missing");
        if (OperatingSystem.IsWindows())
        {
            // Nothing is flushed there.
            DurableFolder.FlushParentOf(Path.Combine(missing, "file"));
            return;
        }

        var error = Assert.Throws<IOException>(() => DurableFolder.FlushParentOf(Path.Combine(missing, "file")));
        Assert.Contains($"the folder {missing} cannot be flushed to disk: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_beyond_ascii_are_flushed()
    {
        using var folder = new TemporaryFolder();
        var name = Path.Combine(folder.Path, "Führung – 領導");
        Directory.CreateDirectory(name);
        DurableFolder.Rename(name, name + "2");
        DurableFolder.FlushParentOf(Path.Combine(name + "2", "file"));
        Assert.True(Directory.Exists(name + "2"));
    }
}
