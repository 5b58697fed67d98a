using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

/// <summary>Temporary folders: what killed processes leave is removed, and nothing else.</summary>
public sealed class ScratchFolderTests
{
    /// <summary>Results in a temporary folder, as run --scratch makes them, hold a lock that nobody has between two sessions.</summary>
    [Fact]
    public void Results_in_a_temporary_folder_are_not_taken_for_what_was_left()
    {
        var results = Directory.CreateTempSubdirectory("leadersim-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(results, ".lock"), "");
            new ScratchFolder().Dispose();
            Assert.True(File.Exists(Path.Combine(results, ".lock")));
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    [Fact]
    public void What_a_killed_process_left_is_removed_and_what_is_in_use_stays()
    {
        using var inUse = new ScratchFolder();
        var left = Directory.CreateTempSubdirectory("leadersim-scratch-").FullName;
        File.WriteAllText(Path.Combine(left, ".scratch-lock"), "");
        new ScratchFolder().Dispose();
        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(inUse.In("")));
    }
}
