using System.IO.Compression;
using System.Text;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Results that were changed, and archives that somebody made, as verbs meet them.</summary>
public sealed class DamagedResultsTests : IClassFixture<DamagedResultsTests.Finished>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Finished _finished;

    public DamagedResultsTests(Finished finished) => _finished = finished;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("analyze")]
    [InlineData("plot")]
    [InlineData("report")]
    [InlineData("query", "SELECT avg(endTick) FROM runs")]
    [InlineData("replay", "0")]
    public async Task A_changed_bit_of_the_table_of_runs_is_refused_by_every_verb_that_reads_it(string verb, params string[] more)
    {
        var results = Copy(_finished.Results);
        var table = Path.Combine(results, "runs.parquet");
        var bytes = await File.ReadAllBytesAsync(table);
        bytes[bytes.Length / 3] ^= 4;
        await File.WriteAllBytesAsync(table, bytes);

        var run = await CommandLine.RunAsync([verb, results, .. more]);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("runs.parquet does not have the hash that manifest.json states", run.Error, StringComparison.Ordinal);
        Assert.Contains("the run command makes it again", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_experiment_says_that_nothing_is_left_to_run()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _finished.Root);
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("complete: nothing to run, 40 were there already; 0 failed", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ETA ?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_tells_browsers_to_run_nothing() =>
        Assert.Contains(
            "http-equiv=\"Content-Security-Policy\"", await File.ReadAllTextAsync(Path.Combine(_finished.Results, "report.html")), StringComparison.Ordinal);

    [Fact]
    public async Task An_archive_that_would_fill_the_disk_is_refused_before_anything_is_unpacked()
    {
        var file = Archive(archive =>
        {
            using var bomb = archive.CreateEntry("manifest.json", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var k = 0; k < 400; k++)
            {
                bomb.Write(zeros);
            }
        });

        var run = await CommandLine.RunAsync("reproduce", file);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("would unpack to more than", run.Error, StringComparison.Ordinal);
        Assert.Contains("manifest.json of 419430400 bytes", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.txt", "lies outside of the archive")]
    [InlineData("/tmp/outside.txt", "lies outside of the archive")]
    [InlineData("manifest.json", "twice")]
    public async Task An_archive_with_names_that_no_export_has_is_refused(string name, string message)
    {
        var file = Archive(archive =>
        {
            archive.CreateEntry("manifest.json");
            archive.CreateEntry(name);
        });
        var run = await CommandLine.RunAsync("reproduce", file);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    // The size stands in the entry's head and in the directory at the end, four bytes each.
    [Fact]
    public async Task A_file_is_never_unpacked_beyond_the_size_that_its_archive_says()
    {
        var file = Archive(archive =>
        {
            using var entry = archive.CreateEntry("manifest.json", CompressionLevel.Optimal).Open();
            entry.Write(new byte[70_000]);
        });
        var bytes = await File.ReadAllBytesAsync(file);
        byte[] stated = BitConverter.GetBytes(70_000);
        for (var at = bytes.AsSpan().LastIndexOf(stated); at >= 0; at = bytes.AsSpan().LastIndexOf(stated))
        {
            BitConverter.GetBytes(10).CopyTo(bytes, at);
        }

        await File.WriteAllBytesAsync(file, bytes);
        var run = await CommandLine.RunAsync("reproduce", file);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("manifest.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_no_list_names_are_named()
    {
        var results = Copy(_finished.Results);
        Directory.CreateDirectory(Path.Combine(results, "extra"));
        await File.WriteAllTextAsync(Path.Combine(results, "extra", "notes.txt"), "mine");
        await File.WriteAllTextAsync(Path.Combine(results, "run.sh"), "mine");

        var run = await CommandLine.RunAsync("reproduce", results, "-q");

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("warning: the archive holds 2 files that its lists do not name, and that are not part of the results: extra/notes.txt, run.sh", run.Error, StringComparison.Ordinal);
        Assert.Equal("", (await CommandLine.RunAsync("reproduce", _finished.Results, "-q")).Error);
    }

    private string Archive(Action<ZipArchive> fill)
    {
        using var archive = ZipFile.Open(_folder.In("a.zip"), ZipArchiveMode.Create, Encoding.UTF8);
        fill(archive);
        return _folder.In("a.zip");
    }

    private string Copy(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = _folder.In("copy", Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return _folder.In("copy");
    }

    /// <summary>One finished experiment for all tests of the class.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Finished() => Results = CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q").GetAwaiter().GetResult().Output.Trim();

        public string Root => _folder.Root;

        public string Results { get; }

        public void Dispose() => _folder.Dispose();
    }
}
