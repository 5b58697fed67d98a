using System.Text.RegularExpressions;

namespace LeadershipSim.Architecture.Tests;

/// <summary>Documents that name code name code that exists.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("src/Simulation/ODD.md")]
    [InlineData("README.md")]
    [InlineData("src/Analysis/METHODS.md")]
    public void Tests_named_in_a_document_exist(string document)
    {
        var tests = RepositoryRoot.Files("tests", "*Tests.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.DoesNotContain(Regex.Matches(RepositoryRoot.Read(document), @"`(\w+Tests)`").Select(m => m.Groups[1].Value), t => !tests.Contains(t));
    }

    [Fact]
    public void Files_named_in_the_methods_exist_and_every_estimand_has_its_row()
    {
        var methods = RepositoryRoot.Read("src/Analysis/METHODS.md");
        var files = RepositoryRoot.Files("src", "*.cs").Select(f => f.Replace('\\', '/')).ToArray();
        Assert.DoesNotContain(
            Regex.Matches(methods, @"`([\w./]+\.cs)`").Select(m => m.Groups[1].Value.Replace("../", "", StringComparison.Ordinal)),
            named => !files.Any(f => f.EndsWith("/" + named, StringComparison.Ordinal)));

        // What assumes, where it is from, and what pins it.
        string[] estimands =
        [
            "ProgramCourse", "ClusterTotals", "StateOccupation", "ArmContrast", "ConditionVerdict", "InterventionEffect", "StandardizedSurvival", "TimeOrigin",
        ];
        Assert.All(estimands, e =>
        {
            var row = Assert.Single(methods.Split('\n'), l => l.StartsWith($"| `Outliving/{e}.cs`", StringComparison.Ordinal));
            Assert.All(row.Split('|')[1..^1], cell => Assert.NotEqual("", cell.Trim()));
            Assert.Contains(e, RepositoryRoot.Read("src/Simulation/ODD.md"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_description_has_the_seven_elements_and_eleven_design_concepts()
    {
        var odd = RepositoryRoot.Read("src/Simulation/ODD.md");
        string[] elements =
        [
            "1. Purpose and patterns", "2. Entities, state variables and scales", "3. Process overview and scheduling", "4. Design concepts",
            "5. Initialization", "6. Input data", "7. Submodels",
        ];
        string[] concepts =
        [
            "Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing", "Interaction", "Stochasticity", "Collectives",
            "Observation",
        ];
        Assert.All(elements, e => Assert.Contains($"## {e}\n", odd, StringComparison.Ordinal));
        Assert.All(concepts, c => Assert.Contains($"- **{c}.** ", odd, StringComparison.Ordinal));
    }
}
