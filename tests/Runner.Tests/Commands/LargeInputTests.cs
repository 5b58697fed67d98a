using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Inputs without end, of a size that no machine holds, or nested beyond reason: each is refused soon, and says why.</summary>
public sealed class LargeInputTests : IDisposable
{
    private const long FiveGigabytes = 5L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("validate", "/dev/zero", "has more than 16 MB; an experiment file has at most 16 MB")]
    [InlineData("network", "/dev/zero", "has more than 256 MB")]
    [InlineData("inequality --value v", "/dev/zero", "has more than 256 MB")]
    [InlineData("survival --time t --event e", "/dev/zero", "has more than 256 MB")]
    [InlineData("sensitivity --factors x --output y", "/dev/zero", "has more than 256 MB")]
    public Task A_device_without_end_is_refused(string verb, string device, string message) =>
        OperatingSystem.IsWindows() ? Task.CompletedTask : RefusesAsync(verb, device, message);

    [Theory]
    [InlineData("validate", "a.yaml", "has more than 16 MB")]
    [InlineData("inequality --value v", "a.csv", "has more than 256 MB")]
    [InlineData("inequality --value v", "a.csv.gz", "has more than 256 MB")]
    [InlineData("inequality --value v", "a.parquet", "it does not start and end with PAR1")]
    [InlineData("network", "a.graphml", "has more than 256 MB")]
    [InlineData("network", "a.net", "has more than 256 MB")]
    public Task A_file_of_five_gigabytes_is_refused(string verb, string name, string message)
    {
        using (var file = File.Create(_folder.In(name)))
        {
            // Sparse: it takes no room on the disk.
            file.SetLength(FiveGigabytes);
        }

        return RefusesAsync(verb, _folder.In(name), message);
    }

    [Fact]
    public async Task A_small_archive_of_a_long_text_is_refused()
    {
        using (var packed = new GZipStream(File.Create(_folder.In("a.csv.gz")), CompressionLevel.Fastest))
        {
            var zeros = new byte[1 << 20];
            for (var k = 0; k < 300; k++)
            {
                packed.Write(zeros);
            }
        }

        await RefusesAsync("inequality --value v", _folder.In("a.csv.gz"), "has more than 256 MB");
    }

    [Fact]
    public Task What_a_file_extends_has_a_limit_too() => OperatingSystem.IsWindows() ? Task.CompletedTask
        : RefusesAsync("validate", _folder.Write("a.yaml", "extends: /dev/zero\nname: a\n"), "/dev/zero has more than 16 MB");

    [Theory]
    [InlineData("a.yaml", "name: a\nbaseline: ", "[", "]", "nested deeper than 64 levels")]
    [InlineData("b.yaml", "name: a\nbaseline: ", "{a: ", "}", "nested deeper than 64 levels")]
    [InlineData("a.graphml", "<graphml>", "<graph><node id=\"a\">", "</node></graph>", "nested deeper than 64 levels")]
    [InlineData("a.gexf", "<gexf>", "<nodes><node id=\"a\">", "</node></nodes>", "nested deeper than 64 levels")]
    [InlineData("a.gml", "graph ", "[ a ", " ]", "nested deeper than 32 levels")]
    public Task Deep_nesting_is_refused(string name, string head, string open, string close, string message)
    {
        const int Deep = 60_000;
        var text = new StringBuilder(head).Insert(head.Length, open, Deep).Append(new StringBuilder().Insert(0, close, Deep));
        return RefusesAsync(name.EndsWith("yaml", StringComparison.Ordinal) ? "validate" : "network", _folder.Write(name, text.ToString()), message);
    }

    [Fact]
    public async Task Of_many_problems_the_first_are_said_and_the_rest_counted()
    {
        var keys = string.Concat(Enumerable.Range(0, 60_000).Select(k => FormattableString.Invariant($"key{k}: 1\n")));
        var run = await RefusesAsync("validate", _folder.Write("a.yaml", "name: a\n" + keys), "unknown key \"key0\"");
        Assert.InRange(run.Error.Split('\n').Length, 50, 60);
        Assert.Contains("more", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aliases_that_stand_for_millions_of_values_are_refused()
    {
        var text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter < 'l'; letter++)
        {
            text.AppendLine(FormattableString.Invariant($"{letter}: &{letter} [{string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9))}]"));
        }

        await RefusesAsync("validate", _folder.Write("a.yaml", text.ToString()), "with its aliases written out the file has more than 5000000 values");
    }

    private static async Task<CommandLine> RefusesAsync(string verb, string file, string message)
    {
        var watch = Stopwatch.StartNew();
        var words = verb.Split(' ');
        var run = await CommandLine.RunAsync([words[0], file, .. words[1..]]);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < Patience, $"{verb} {file} took {watch.Elapsed}");
        return run;
    }
}
