using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Runner.Tests.Commands;

namespace LeadershipSim.Runner.Tests.Figures;

/// <summary>
/// The gallery is what the program draws: pictures are compared mark by mark, places to within two units (half a millimetre), so that another
/// machine's last digit is no difference and a label that moved is one.
/// </summary>
public sealed partial class GalleryTests : IDisposable
{
    private const double Tolerance = 2;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("arms")]
    [InlineData("morris")]
    [InlineData("sobol")]
    [InlineData("cloud")]
    public async Task Every_picture_of_the_gallery_is_what_the_program_draws(string experiment)
    {
        var gallery = Path.Combine(RepositoryRoot.Path, "experiments", "gallery");
        var run = await Commands.CommandLine.RunAsync("run", Path.Combine(gallery, experiment + ".yaml"), "--output", _folder.Root);
        Assert.True(run.ExitCode == 0, run.Error);
        var drawn = Directory.GetFiles(Path.Combine(run.Output.Trim().Split('\n')[^1].Trim(), "figures"), "*.svg").Order(StringComparer.Ordinal).ToArray();
        var page = await File.ReadAllTextAsync(Path.Combine(gallery, "README.md"));

        Assert.Equal(drawn.Select(f => $"{experiment}-{Path.GetFileName(f)}"), Directory.GetFiles(gallery, experiment + "-*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(drawn, file =>
        {
            var name = $"{experiment}-{Path.GetFileName(file)}";
            Assert.Contains($"({name})", page, StringComparison.Ordinal);
            AssertAlike(File.ReadAllText(Path.Combine(gallery, name)), File.ReadAllText(file), name);
        });
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertAlike(string expected, string actual, string name)
    {
        // The font is the same wherever it was written.
        var (first, second) = (Number().Split(Font().Replace(expected, "")), Number().Split(Font().Replace(actual, "")));
        Assert.True(first.SequenceEqual(second), $"{name} has other marks than the gallery shows: run experiments/gallery/make.sh and look at it");
        var places = Number().Matches(Font().Replace(expected, "")).Zip(Number().Matches(Font().Replace(actual, "")));
        Assert.All(places, p => Assert.InRange(Math.Abs(Value(p.First) - Value(p.Second)), 0, Tolerance));
    }

    private static double Value(Match match) => double.Parse(match.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![#0-9a-zA-Z.])-?\d+(\.\d+)?|(?<=[MLHV])-?\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Font();
}
