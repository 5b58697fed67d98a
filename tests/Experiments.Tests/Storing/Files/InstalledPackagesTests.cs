using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Tests.Storing.Files;

public sealed class InstalledPackagesTests
{
    [Fact]
    public void The_running_programs_packages_are_there_with_the_versions_that_the_repository_pins()
    {
        var pinned = RepositoryRoot.Read("Directory.Packages.props");
        var packages = InstalledPackages.OfThisProgram();
        foreach (var name in new[] { "YamlDotNet", "Parquet.Net" })
        {
            var version = Assert.Single(packages, p => p.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1];
            Assert.Contains($"Include=\"{name}\" Version=\"{version}\"", pinned, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(packages, p => p.StartsWith("LeadershipSim", StringComparison.Ordinal));
        Assert.Equal(packages, SmallManifest().Packages);
    }

    [Fact]
    public void Projects_are_no_packages_and_the_order_is_that_of_the_names() =>
        Assert.Equal(
            ["A.Package 2.0.0", "B.Package 1.0.0-beta"],
            InstalledPackages.Of("""
                {"libraries": {"B.Package/1.0.0-beta": {"type": "package"}, "Own/0.1.0": {"type": "project"}, "A.Package/2.0.0": {"type": "package"}}}
                """));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"libraries\": {\"A/1\": {}}}")]
    [InlineData("{\"libraries\": 3}")]
    public void What_is_no_dependency_file_has_none(string text) => Assert.Empty(InstalledPackages.Of(text));

    private static RunManifest SmallManifest() => Running.SmallStudy.Manifest(Running.SmallStudy.Plan());
}
