using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public class PlainProgressTests
{
    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(59, "59 s")]
    [InlineData(185, "3 min 5 s")]
    [InlineData(8040, "2 h 14 min")]
    [InlineData(400000, "111 h 6 min")]
    public void Durations_read_as_people_say_them(double seconds, string expected) =>
        Assert.Equal(expected, PlainProgress.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_line_comes_every_five_percent()
    {
        using var error = new StringWriter();
        var progress = new PlainProgress(error, TimeProvider.System);

        for (var done = 1; done <= 1000; done++)
        {
            progress.Report(new(done, 1000, 0, 100, TimeSpan.FromSeconds((1000 - done) / 100.0)));
        }

        var lines = error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(20, lines.Length);
        Assert.StartsWith("runs 50/1000 5 % · 0 failed · ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("runs 1000/1000 100 % ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_counts_failed_runs_as_done_with() =>
        Assert.Equal("runs 98/400 25 % · 2 failed · 10/s · ETA 30 s", PlainProgress.Line(new(98, 400, 2, 10, TimeSpan.FromSeconds(30))));
}
