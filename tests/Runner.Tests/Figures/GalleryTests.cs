namespace LeadershipSim.Runner.Tests.Figures;

/// <summary>The gallery shows each picture that its experiments draw, and no other. What runs compute may move the marks on them.</summary>
public sealed class GalleryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("arms")]
    [InlineData("morris")]
    [InlineData("sobol")]
    [InlineData("cloud")]
    public async Task The_gallery_shows_every_picture_of_its_experiments(string experiment)
    {
        var gallery = Path.Combine(RepositoryRoot.Path, "experiments", "gallery");
        var run = await Commands.CommandLine.RunAsync("run", Path.Combine(gallery, experiment + ".yaml"), "--output", _folder.Root);
        Assert.True(run.ExitCode == 0, run.Error);
        var drawn = Directory.GetFiles(Path.Combine(run.Output.Trim().Split('\n')[^1].Trim(), "figures"), "*.svg").Order(StringComparer.Ordinal).ToArray();
        var page = await File.ReadAllTextAsync(Path.Combine(gallery, "README.md"));

        Assert.Equal(drawn.Select(f => $"{experiment}-{Path.GetFileName(f)}"), Directory.GetFiles(gallery, experiment + "-*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(drawn, file => Assert.Contains($"({experiment}-{Path.GetFileName(file)})", page, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
