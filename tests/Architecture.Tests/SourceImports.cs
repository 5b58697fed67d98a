using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadershipSim.Architecture.Tests;

/// <summary>One file that names a type of another folder of its project. Paths are relative to the project.</summary>
internal sealed record Import(string Project, string File, string Type, string TypeFile)
{
    public string Folder => FolderOf(File);

    public string TypeFolder => FolderOf(TypeFile);

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/');
}

/// <summary>
/// Which types the files of src name, or whose members they use. The compiler resolves the names, so a type counts where it is reached through a property of
/// another (<c>run.Scenario.Horizon</c> uses Scenario) and does not where only a comment or a <c>using</c> names it.
/// </summary>
internal static class SourceImports
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<ImmutableArray<SyntaxTree>> LazyTrees = new(Parse);

    private static readonly Lazy<ImmutableArray<Import>> LazyAll = new(Find);

    public static ImmutableArray<SyntaxTree> Trees => LazyTrees.Value;

    public static ImmutableArray<Import> All => LazyAll.Value;

    private static ImmutableArray<SyntaxTree> Parse() =>
    [
        .. from file in RepositoryRoot.Files("src", "*.cs")
           select CSharpSyntaxTree.ParseText(RepositoryRoot.Read(file), new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None), file),
    ];

    private static ImmutableArray<Import> Find()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("LeadershipSim.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "src",
            Trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, new CSharpParseOptions(LanguageVersion.Preview))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return [.. Trees.AsParallel().AsOrdered().SelectMany(tree => Of(tree, compilation.GetSemanticModel(tree)).Distinct())];
    }

    private static IEnumerable<Import> Of(SyntaxTree tree, SemanticModel model) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where !name.IsVar
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        from declaration in type?.DeclaringSyntaxReferences ?? []
        let importer = Split(tree.FilePath)
        let to = Split(declaration.SyntaxTree.FilePath)
        where importer.Project == to.Project && importer.File != to.File
        select new Import(importer.Project, importer.File, type.Name, to.File);

    private static (string Project, string File) Split(string path)
    {
        var parts = path.Split('/', 3);
        return (parts[1], parts[2]);
    }
}
