using System.Reflection;
using System.Text.RegularExpressions;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeadershipSim.Architecture.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_policy_of_the_readme_compiles_and_runs()
    {
        var code = Regex.Match(RepositoryRoot.Read("README.md"), "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            "readme", [CSharpSyntaxTree.ParseText("global using System;"), CSharpSyntaxTree.ParseText(code)], references,
            new(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.True(emitted.Success, "README.md: " + string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));

        var type = Assembly.Load(assembly.ToArray()).GetTypes().Single(t => t.IsAssignableTo(typeof(ILeadershipPolicy)));
        var policy = (ILeadershipPolicy)Activator.CreateInstance(type)!;
        var outcome = new TickEngine().Run(new Scenario { Policy = policy, HorizonTicks = 52 }, new RunSeed(1, 0));
        Assert.InRange(outcome.EndTick, 1, 52);
    }
}
