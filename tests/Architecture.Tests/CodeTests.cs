using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Designs;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadershipSim.Architecture.Tests;

/// <summary>Rules of the house that a compiler does not check.</summary>
public sealed partial class CodeTests
{
    private const int LineLimit = 300;

    public static TheoryData<string> Projects => ["Simulation", "Experiments", "Analysis", "Runner", "Studio"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_static_field_can_be_assigned(string project) =>
        Assert.Empty(
            from type in Types(project)
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsInitOnly && !field.IsLiteral && !IsGenerated(field) && !IsGenerated(type)
            select $"{type.Name}.{field.Name}");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classes_are_sealed_static_or_abstract(string project) =>
        Assert.Empty(
            from type in Types(project)
            where type.IsClass && !type.IsSealed && !type.IsAbstract && !IsGenerated(type)
            select type.Name);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Inheritance_is_one_level_deep(string project) =>
        Assert.Empty(
            from type in Types(project)
            where type.IsClass && !IsGenerated(type)
            let parent = type.BaseType
            where parent?.Assembly == type.Assembly && parent.BaseType?.Assembly == type.Assembly
            select type.Name);

    /// <summary>Then a new design is one file and one line of the catalog, and gets the analyses of its shape.</summary>
    [Fact]
    public void Nobody_outside_the_designs_names_a_design()
    {
        var designs = DesignCatalog.All.Select(d => d.Default.GetType().Name).ToHashSet();
        Assert.Empty(
            from tree in SourceImports.Trees
            where !tree.FilePath.StartsWith("src/Experiments/Designs/", StringComparison.Ordinal)
            from name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            where designs.Contains(name.Identifier.Text) && !IsShape(name)
            select $"{tree.FilePath} names {name.Identifier.Text}; ask for its shape");
    }

    /// <summary>Text is the same under every culture. A number whose format is a variable may be written by <c>ToString(format, CultureInfo.InvariantCulture)</c>.</summary>
    [Fact]
    public void Text_is_formatted_in_one_way() =>
        Assert.Empty(
            from file in RepositoryRoot.Files("src", "*.cs")
            from Match found in OtherFormatting().Matches(RepositoryRoot.Read(file))
            select $"{file}: {found.Value}…; write Invariant($\"…\")");

    [Fact]
    public void Names_say_something() =>
        Assert.Empty(
            from file in RepositoryRoot.Files("src", "*.cs")
            where EmptyNames().IsMatch(Path.GetFileNameWithoutExtension(file))
            select file);

    [Fact]
    public void A_file_holds_the_type_it_is_named_after() =>
        Assert.Empty(
            from file in RepositoryRoot.Files("src", "*.cs")
            let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
            where name != "Program" && !Regex.IsMatch(RepositoryRoot.Read(file), $@"(class|record struct|record|struct|interface|enum) {name}\b")
            select file);

    [Fact]
    public void Files_are_short() =>
        Assert.Empty(
            from file in RepositoryRoot.Files("src", "*.cs")
            let lines = RepositoryRoot.Read(file).Count(c => c == '\n')
            where lines > LineLimit
            select $"{file}: {lines} lines");

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Assert.Empty(
            from folder in new[] { "src", "benchmarks", "experiments" }
            from file in RepositoryRoot.Files(folder, "*.*")
            where Regex.IsMatch(RepositoryRoot.Read(file), "TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + "Exception|#region")
            select file);

    // "Core" is a concept of the model and may end a name.
    [GeneratedRegex(@"(string\.(Create|Format)|Append(Line)?)\(\s*([\w.]*\.)?CultureInfo|FormattableString\.Invariant\(" +
        @"|ToString\((""[^""]*"",\s*)?([\w.]*\.)?CultureInfo|Convert\.ToString\(")]
    private static partial Regex OtherFormatting();

    [GeneratedRegex("(Utils?|Helpers?|Common|Manager|Base|Impl|Misc)$")]
    private static partial Regex EmptyNames();

    // Shapes have the names that the field gives to designs.
    private static bool IsShape(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax or QualifiedNameSyntax
        && name.Parent.ToString().StartsWith("DesignShape.", StringComparison.Ordinal);

    private static Type[] Types(string project) => Assembly.Load("LeadershipSim." + project).GetTypes();

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<', StringComparison.Ordinal)
        || (member.DeclaringType is { } outer && IsGenerated(outer)) || member.Name is "Program" or "AutoGeneratedProgram";
}
