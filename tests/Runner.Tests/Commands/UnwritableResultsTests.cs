using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Complete results in a place that cannot be written, and files beside them that another wrote.</summary>
public sealed class UnwritableResultsTests : IClassFixture<ArchiveTests.Finished>, IDisposable
{
    // EROFS of errno.h, as .NET passes it on.
    private const int ReadOnlyFileSystem = 30;

    private readonly TemporaryFolder _folder = new();
    private readonly string _results;

    public UnwritableResultsTests(ArchiveTests.Finished finished)
    {
        _results = _folder.In("results");
        foreach (var file in Directory.EnumerateFiles(finished.Results, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_results, Path.GetRelativePath(finished.Results, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Dispose();

    // Permissions do not stop a superuser, who runs tests in containers; a file in the way stops everybody.
    [Theory]
    [InlineData("analyze", "analysis")]
    [InlineData("plot", "figures")]
    public async Task Where_a_folder_cannot_be_made_the_message_says_where_why_and_what_to_do(string verb, string place)
    {
        Directory.Delete(Path.Combine(_results, place), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(_results, place), "mine");
        var run = await CommandLine.RunAsync(verb, _results);
        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        var file = Path.Combine(_results, place);
        Assert.Contains($"error: {file} cannot be written: {file} is a file, where a folder is needed: move it away. Copy the folder", run.Error, StringComparison.Ordinal);
        Assert.Contains("leadersim table ", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_in_the_way_of_the_report_is_named()
    {
        var report = Path.Combine(_results, "report.html");
        File.Delete(report);
        Directory.CreateDirectory(report);
        var run = await CommandLine.RunAsync("report", _results);
        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains($"error: {report} cannot be written: a folder of this name is in the way", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_need_no_place_and_another_can_be_chosen()
    {
        var elsewhere = Path.Combine(_folder.Write("file", ""), "programs.csv");
        var run = await CommandLine.RunAsync("table", _results, "programs", "-o", elsewhere);
        Assert.Equal(ExitCode.ResultsUnusable, run.ExitCode);
        Assert.Contains($"error: {elsewhere} cannot be written: {_folder.In("file")} is a file", run.Error, StringComparison.Ordinal);
        Assert.Contains("Choose another place", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("table", _results, "programs")).ExitCode);
    }

    [Fact]
    public void A_read_only_disk_is_named_before_what_the_system_says()
    {
        var error = new IOException("Read-only file system : '/mnt/results/analysis'", ReadOnlyFileSystem);
        Assert.Equal("it is on a read-only file system", WriteFailure.OfFolder("/mnt/results/analysis", error));
        Assert.Equal("its permissions do not allow it", WriteFailure.OfFile("/mnt/results/report.html", new UnauthorizedAccessException("Access denied.")));
        Assert.StartsWith("error: a file cannot be written: it is on a read-only file system", FailureExplanation.Of(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyses_of_an_earlier_version_are_named_and_files_of_others_are_left_alone()
    {
        var (older, own) = (Path.Combine(_results, "analysis", "by-point.csv"), Path.Combine(_results, "analysis", "notes.txt"));
        await File.WriteAllTextAsync(older, "older");
        await File.WriteAllTextAsync(own, "mine");
        RunManifest.RecordProducts(_results, "analysis", [older]);

        var run = await CommandLine.RunAsync("analyze", _results);

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("note: analysis/by-point.csv: written by an earlier version or analysis, and not by this one; remove it if nothing reads it", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("notes.txt", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("notes.txt", await File.ReadAllTextAsync(Path.Combine(_results, "manifest.json")), StringComparison.Ordinal);
        Assert.Equal(("older", "mine"), (await File.ReadAllTextAsync(older), await File.ReadAllTextAsync(own)));
        File.Delete(older);
        Assert.DoesNotContain("by-point.csv", (await CommandLine.RunAsync("analyze", _results)).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Complete, (await CommandLine.RunAsync("verify", _results)).ExitCode);
    }
}
