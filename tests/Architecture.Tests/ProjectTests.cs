using System.Reflection;
using System.Xml.Linq;

namespace LeadershipSim.Architecture.Tests;

/// <summary>Four projects, one direction; every package in one project.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Chain = ["Simulation", "Experiments", "Analysis", "Runner"];

    [Fact]
    public void Each_project_references_the_one_before_it_and_no_other()
    {
        for (var k = 0; k < Chain.Length; k++)
        {
            var references = Attributes(Chain[k], "ProjectReference").Select(Path.GetFileNameWithoutExtension).ToArray();
            Assert.Equal(k == 0 ? [] : [Chain[k - 1]], references);
        }
    }

    [Fact]
    public void The_studio_references_the_analysis_and_never_the_command_line() =>
        Assert.Equal(["Analysis"], Attributes("Studio", "ProjectReference").Select(Path.GetFileNameWithoutExtension));

    [Fact]
    public void Only_the_studio_needs_more_than_the_plain_runtime() =>
        Assert.Equal(["Studio"], Chain.Append("Studio").Where(p => Attributes(p, "FrameworkReference").Length > 0));

    [Fact]
    public void A_package_appears_in_one_project_only()
    {
        var packages = Chain.SelectMany(p => Attributes(p, "PackageReference").Select(package => (package, p)));
        var shared = packages.GroupBy(x => x.package, x => x.p).Where(g => g.Count() > 1).Select(g => $"{g.Key} in {string.Join(", ", g)}");
        Assert.Empty(shared);
    }

    [Fact]
    public void The_model_needs_no_packages_files_clock_threads_or_console()
    {
        Assert.Empty(Attributes("Simulation", "PackageReference"));
        string[] banned = ["System.IO.", "System.Console", "System.Threading.Thread", "System.Collections.Concurrent", "System.Net."];
        var named = Assembly.Load("LeadershipSim.Simulation").GetReferencedAssemblies().Select(a => a.Name + ".").ToArray();
        Assert.DoesNotContain(named, n => banned.Any(b => n.StartsWith(b, StringComparison.Ordinal)));
        string[] words = ["DateTime.", "Stopwatch", "Random.Shared", "new Random(", "Environment.", "File.", "Console.", "Thread.", "Parallel.", "Task."];
        Assert.Empty(
            from file in RepositoryRoot.Files("src/Simulation", "*.cs")
            from word in words
            where RepositoryRoot.Read(file).Split('\n').Any(
                line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains(word, StringComparison.Ordinal))
            select $"{file} uses {word}");
    }

    private static string[] Attributes(string project, string element) =>
        [.. XDocument.Parse(RepositoryRoot.Read($"src/{project}/{project}.csproj")).Descendants(element).Select(e => e.Attribute("Include")!.Value)];
}
