using System.IO.Compression;
using System.Security.Cryptography;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Exporting;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tests.Running;

namespace LeadershipSim.Experiments.Tests.Exporting;

public sealed class ResearchObjectTests
{
    private static readonly ExportOptions Options = new("CC-BY-4.0", [new Author("A. Researcher")]);
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void A_folder_holds_every_file_of_the_results_and_the_hash_of_each()
    {
        using var folder = new TemporaryFolder();
        var (results, export) = (Path.Combine(folder.Path, "results"), Path.Combine(folder.Path, "a", "export"));
        SmallStudy.Run(results, _plan);
        folder.Write("results/figures/survival 1.svg", "<svg/>");
        folder.Write("results/half.abc.tmp", "half");
        ResearchObject.Of(results, Options).WriteFolder(export);

        string[] own = ["CITATION.cff", "SHA256SUMS", "codemeta.json", "ro-crate-metadata.json"];
        var expected = FilesIn(results)
            .Where(f => !Path.GetFileName(f).StartsWith(".lock", StringComparison.Ordinal) && !f.EndsWith(".tmp", StringComparison.Ordinal)).Concat(own);
        Assert.Equal(expected.Order(StringComparer.Ordinal), FilesIn(export));
        Assert.All(FilesIn(export).Except(own), f => Assert.Equal(File.ReadAllBytes(Path.Combine(results, f)), File.ReadAllBytes(Path.Combine(export, f))));

        var sums = File.ReadAllLines(Path.Combine(export, "SHA256SUMS")).Select(l => l.Split("  ", 2)).ToDictionary(l => l[1], l => l[0]);
        Assert.Equal(FilesIn(export).Except(["SHA256SUMS"]), sums.Keys.Order(StringComparer.Ordinal));
        Assert.All(sums, s => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(export, s.Key)))), s.Value));
        Assert.Equal(["a", "results"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "a")));
    }

    [Fact]
    public void An_export_is_a_results_folder_whose_every_run_can_be_replayed_and_exported_again()
    {
        using var folder = new TemporaryFolder();
        var (results, export, again) = (Path.Combine(folder.Path, "results"), Path.Combine(folder.Path, "export"), Path.Combine(folder.Path, "again"));
        SmallStudy.Run(results, _plan);
        ResearchObject.Of(results, Options).WriteFolder(export);
        Directory.Delete(results, recursive: true);

        var found = Verification.Of(_plan, export, new VerificationOptions { Sample = SmallStudy.Runs });
        Assert.True(found is { IsSound: true, RunsReplayed: SmallStudy.Runs }, string.Join("; ", found.Faults));
        ResearchObject.Of(export, Options).WriteFolder(again);
        Assert.Equal(
            FilesIn(export).Select(f => File.ReadAllText(Path.Combine(export, f))), FilesIn(again).Select(f => File.ReadAllText(Path.Combine(again, f))));
    }

    [Fact]
    public void An_archive_holds_the_same_files_and_the_same_results_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var (results, export) = (Path.Combine(folder.Path, "results"), Path.Combine(folder.Path, "export"));
        string[] archives = [Path.Combine(folder.Path, "1.zip"), Path.Combine(folder.Path, "2.zip")];
        SmallStudy.Run(results, _plan);
        ResearchObject.Of(results, Options).WriteFolder(export);
        Array.ForEach(archives, a => ResearchObject.Of(results, Options).WriteArchive(a));
        Assert.Equal(File.ReadAllBytes(archives[0]), File.ReadAllBytes(archives[1]));

        using var archive = ZipFile.OpenRead(archives[0]);
        Assert.Equal(FilesIn(export), archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.All(archive.Entries, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            Assert.Equal(File.ReadAllBytes(Path.Combine(export, entry.FullName)), content.ToArray());
        });
    }

    [Fact]
    public void What_is_there_is_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "results");
        SmallStudy.Run(results, _plan);
        var there = folder.Write("there", "kept");
        var export = ResearchObject.Of(results, Options);
        foreach (Action write in new[] { () => export.WriteArchive(there), () => export.WriteFolder(there), () => export.WriteFolder(results) })
        {
            var error = Assert.Throws<StoreException>(write);
            Assert.Equal(StoreProblem.NotWritable, error.Problem);
            Assert.Contains("is there already; nothing was changed", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("kept", File.ReadAllText(there));
        Assert.Contains(
            "cannot be written", Assert.Throws<StoreException>(() => export.WriteArchive(Path.Combine(there, "a.zip"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_changed_since_they_were_made_are_refused()
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "results");
        SmallStudy.Run(results, _plan);
        File.AppendAllText(Path.Combine(results, "runs.csv"), "1\r\n");
        var error = Assert.Throws<StoreException>(() => ResearchObject.Of(results, Options));
        Assert.Contains("runs.csv is not the file that manifest.json states", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_changes_during_the_export_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "results");
        SmallStudy.Run(results, _plan);
        var export = ResearchObject.Of(results, Options);
        File.AppendAllText(Path.Combine(results, "runs.csv"), "1\r\n");
        foreach (Action write in new[]
        {
            () => export.WriteArchive(Path.Combine(folder.Path, "a.zip")),
            () => export.WriteFolder(Path.Combine(folder.Path, "export")),
        })
        {
            Assert.Contains("changed while it was copied", Assert.Throws<StoreException>(write).Message, StringComparison.Ordinal);
        }

        Assert.Equal(results, Assert.Single(Directory.GetFileSystemEntries(folder.Path)));
    }

    [Fact]
    public void Results_that_are_not_complete_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        SmallStudy.Run(folder.Path, _plan, cancellation: stop.Token);
        Assert.Contains("0 of 60 runs are there", Assert.Throws<StoreException>(() => ResearchObject.Of(folder.Path, Options)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
}
