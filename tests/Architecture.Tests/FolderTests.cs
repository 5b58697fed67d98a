using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadershipSim.Architecture.Tests;

/// <summary>A project is a street, a folder a house, and houses stand in one order.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Projects => [.. FolderOrder.Of.Keys];

    /// <summary>An order without upward imports has no cycles.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_import_downwards_only(string project)
    {
        string[] found =
        [
            .. SourceImports.All.Where(import => import.Project == project && Rank(project, import.TypeFolder) > Rank(project, import.Folder))
                .Select(import => $"{import.File} names {import.Type} of {import.TypeFile}")
                .Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.True(
            found.Length == 0,
            $"{project}: a folder imports only what stands before it in FolderOrder. These imports lead upwards; move the type down, or cut the import:\n  {string.Join("\n  ", found)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_its_place_in_the_order(string project) =>
        Assert.Equal(
            FolderOrder.Of[project].Order(),
            Files(project).Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/')).Where(folder => folder.Length > 0).Distinct().Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_root_holds_only_its_front_door(string project) =>
        Assert.Equal(
            FolderOrder.FrontDoor[project].Order(),
            Files(project).Where(file => !file.Contains('/', StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    [Fact]
    public void No_type_name_comes_twice() =>
        Assert.Empty(
            from tree in SourceImports.Trees
            from declared in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            let name = (declared as BaseTypeDeclarationSyntax)?.Identifier.Text ?? (declared as DelegateDeclarationSyntax)?.Identifier.Text
            where name is not null and not "Program" // Every executable has its own.
            group tree.FilePath.Split('.')[0] by name into files // A type may be parted: Organization.Authority.cs.
            where files.Distinct().Count() > 1
            select $"{files.Key}: {string.Join(", ", files)}");

    [Fact]
    public void Commands_holds_commands_only() =>
        Assert.All(
            Files("Runner").Where(file => file.StartsWith("Commands/", StringComparison.Ordinal)),
            file => Assert.EndsWith("Command.cs", file, StringComparison.Ordinal));

    // The root stands last.
    private static int Rank(string project, string folder) =>
        folder.Length == 0 ? int.MaxValue : Array.IndexOf(FolderOrder.Of[project], folder);

    private static IEnumerable<string> Files(string project) => RepositoryRoot.Files($"src/{project}", "*.cs").Select(file => file[$"src/{project}/".Length..]);
}
