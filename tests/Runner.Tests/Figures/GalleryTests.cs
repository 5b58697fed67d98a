using LeadershipSim.Runner.Tests.Figures.Golden;

namespace LeadershipSim.Runner.Tests.Figures;

/// <summary>
/// The gallery shows each picture that its experiments draw, and no other, and each looks as the small picture of it in Golden/, which
/// Golden/renew.sh writes again.
/// </summary>
public sealed class GalleryTests : IDisposable
{
    private static readonly string Gallery = Path.Combine(RepositoryRoot.Path, "experiments", "gallery");
    private static readonly string Golden = Path.Combine(RepositoryRoot.Path, "tests", "Runner.Tests", "Figures", "Golden");
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("arms", "run", "arms.yaml")]
    [InlineData("morris", "run", "morris.yaml")]
    [InlineData("sobol", "run", "sobol.yaml")]
    [InlineData("cloud", "run", "cloud.yaml")]
    [InlineData("calibration", "calibrate", "calibration.yaml")]
    [InlineData("selftest", "calibrate", "calibration.yaml", "--self-test", "--datasets", "20")]
    [Trait("Speed", "Slow")]
    public async Task The_gallery_shows_every_picture_of_its_experiments_and_they_look_as_before(string name, string verb, string file, params string[] options)
    {
        var run = await Commands.CommandLine.RunAsync([verb, Path.Combine(Gallery, file), "--output", _folder.Root, .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        var results = run.Output.Trim().Split('\n')[^1].Trim();
        var figures = Directory.Exists(Path.Combine(results, "figures")) ? Path.Combine(results, "figures") : results;
        string[] drawn = [.. Directory.GetFiles(figures, "*.svg").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];
        var page = await File.ReadAllTextAsync(Path.Combine(Gallery, "README.md"));

        var changed = drawn.Select(f => Changed(Path.Combine(figures, f + ".png"), $"{name}-{f}")).OfType<string>().ToArray();
        var worded = drawn.Select(f => OtherWord(Path.Combine(figures, f + ".svg"), $"{name}-{f}")).OfType<string>().ToArray();

        Assert.Equal(drawn.Select(f => $"{name}-{f}.svg").Order(StringComparer.Ordinal),
            Directory.GetFiles(Gallery, name + "-*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(drawn, f => Assert.Contains($"({name}-{f}.svg)", page, StringComparison.Ordinal));
        Assert.True(changed.Length == 0, $"{string.Join("; ", changed)}. Where that is meant: Golden/renew.sh");
        Assert.True(worded.Length == 0, $"{string.Join("; ", worded)}. Where that is meant: experiments/gallery/make.sh");
    }

    // A digit of a label is too small to be seen in a small picture.
    private static string? OtherWord(string drawn, string name)
    {
        var (words, before) = (SvgWords.Of(File.ReadAllText(drawn)), SvgWords.Of(File.ReadAllText(Path.Combine(Gallery, name + ".svg"))));
        return SvgWords.Difference(before, words) is { } difference ? $"{name}: {difference}" : null;
    }

    private static string? Changed(string png, string name)
    {
        var (drawn, golden) = (SmallPicture.Of(File.ReadAllBytes(png)), Path.Combine(Golden, name + ".png"));
        if (Environment.GetEnvironmentVariable("LEADERSIM_RENEW_GOLDEN") == "1")
        {
            drawn.Write(golden);
        }

        return !File.Exists(golden) ? $"{name} has no small picture"
            : SmallPicture.Read(golden).Difference(drawn) is { } difference ? $"{name}: {difference}" : null;
    }

    public void Dispose() => _folder.Dispose();
}
