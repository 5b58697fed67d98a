using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeadershipSim.Mutations;

/// <summary>The model with all mutants in it, compiled once.</summary>
internal static class MutatedAssembly
{
    /// <summary>Folders whose rules are mutated.</summary>
    public static readonly string[] Mutated = ["Authority", "Networks", "Policies", "Processes", "State"];

    // Sums in raw memory, in which a mutant can do anything; RelabellingTests and DistributedTests hold its draws.
    private const string RawMemory = "Networks/DrawByMerit.cs";

    // Its one write, without and with a check of bounds: a mutant that gives it too little room would spoil what the mutants after it are judged by.
    private const string UncheckedWrite = "merits.StoreUnsafe(ref cumulative, (nuint)k);";
    private const string CheckedWrite = "merits.CopyTo(_cumulative, k);";

    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Preview);

    /// <summary>Writes the assembly and returns the mutants in it: what does not compile is left out.</summary>
    /// <param name="root">Root of the repository, built.</param>
    /// <param name="path">Where the assembly goes.</param>
    public static Mutant[] Write(string root, string path)
    {
        var sources = Sources(Path.Combine(root, "src", "Simulation"));
        if (!sources.Any(s => s.Text.Contains(CheckedWrite, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"{RawMemory} does not have the write that is to be checked: {UncheckedWrite}");
        }

        var left = new HashSet<int>();
        while (true)
        {
            var (trees, mutants) = Mutate(sources, left);
            var compilation = CSharpCompilation.Create(
                "LeadershipSim.Simulation",
                trees,
                References(),
                new(
                    OutputKind.DynamicallyLinkedLibrary,
                    optimizationLevel: OptimizationLevel.Release,
                    allowUnsafe: true,
                    nullableContextOptions: NullableContextOptions.Enable));
            using var stream = new MemoryStream();
            var result = compilation.Emit(stream);
            if (result.Success)
            {
                File.WriteAllBytes(path, stream.ToArray());
                return [.. Mutant.WithKeys(mutants).Where(m => !left.Contains(m.Id))];
            }

            var before = left.Count;
            foreach (var error in result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            {
                left.UnionWith(MutantsAt(error));
            }

            if (left.Count == before)
            {
                var first = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
                throw new InvalidOperationException($"The mutated model does not compile: {first}");
            }
        }
    }

    private static (string File, string Text)[] Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => (File: Path.GetRelativePath(folder, f).Replace('\\', '/'), Text: File.ReadAllText(f).Replace(UncheckedWrite, CheckedWrite)))
            .Where(s => !s.File.StartsWith("bin/", StringComparison.Ordinal) && (!s.File.StartsWith("obj/", StringComparison.Ordinal) || IsGenerated(s.File)))
            .OrderBy(s => s.File, StringComparer.Ordinal),
    ];

    private static bool IsGenerated(string file) =>
        file is "obj/Release/net10.0/Simulation.AssemblyInfo.cs" or "obj/Release/net10.0/Simulation.GlobalUsings.g.cs";

    private static (SyntaxTree[] Trees, Mutant[] Mutants) Mutate((string File, string Text)[] sources, HashSet<int> left)
    {
        var (trees, mutants) = (new List<SyntaxTree> { CSharpSyntaxTree.ParseText(SwitchSource.Text, Syntax) }, new List<Mutant>());
        foreach (var (file, text) in sources)
        {
            var mutator = new Mutator(file, file != RawMemory && Mutated.Contains(file.Split('/')[0]), mutants.Count, left);
            trees.Add(CSharpSyntaxTree.Create((CSharpSyntaxNode)mutator.Visit(CSharpSyntaxTree.ParseText(text, Syntax).GetRoot())!, Syntax, file));
            mutants.AddRange(mutator.Mutants);
        }

        return ([.. trees], [.. mutants]);
    }

    private static PortableExecutableReference[] References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    // The mutant of an operand that does not fit, or else the one around an error; else the statements that the member can lose, or all of its mutants.
    private static IEnumerable<int> MutantsAt(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan);
        int[] around = [.. error.Id is "CS0019" or "CS0034" ? node.ChildNodes().SelectMany(Marked) : [], .. node.AncestorsAndSelf().SelectMany(Marked).Take(1)];
        around = around.Length > 0 ? around[..1] : around;
        var member = node.AncestorsAndSelf().First(n => n is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax);
        var statements = member.DescendantNodes().OfType<IfStatementSyntax>().SelectMany(Marked);
        return around.Length > 0 ? around : statements.DefaultIfEmpty(-1).First() >= 0 ? statements : member.DescendantNodes().SelectMany(Marked);
    }

    private static IEnumerable<int> Marked(SyntaxNode node) =>
        node.GetAnnotations(Mutator.Mark).Select(a => int.Parse(a.Data!, CultureInfo.InvariantCulture));
}
