using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeadershipSim.Architecture.Tests;

/// <summary>Lines of code fit a screen. The prose in a string may be longer: a message is one sentence, and is found by searching for it.</summary>
public sealed class LineLengthTests
{
    private const int Limit = 160;

    /// <summary>The numbers are lines still to be broken. Lower them when lines are; the aim is 0.</summary>
    [Theory]
    [InlineData("src/Simulation", 14)]
    [InlineData("src/Experiments", 45)]
    [InlineData("src/Analysis", 81)]
    [InlineData("src/Runner", 20)]
    [InlineData("src/Studio", 0)]
    [InlineData("tests", 92)]
    [InlineData("benchmarks", 0)]
    public void Lines_are_short(string folder, int most)
    {
        string[] found = [.. RepositoryRoot.Files(folder, "*.cs").SelectMany(LongLines)];
        Assert.True(found.Length <= most, $"{found.Length} lines of {folder} are longer than {Limit} characters, at most {most} may be:\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> LongLines(string file)
    {
        var text = SourceText.From(RepositoryRoot.Read(file));
        if (!text.Lines.Any(line => line.Span.Length > Limit))
        {
            return [];
        }

        var prose = new int[text.Lines.Count];
        foreach (
            var token in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(
                t => t.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken))
        {
            prose[text.Lines.IndexOf(token.SpanStart)] += token.Span.Length;
        }

        return from line in text.Lines
               let length = line.Span.Length - prose[line.LineNumber]
               where length > Limit
               select $"{file}:{line.LineNumber + 1}: {length} characters besides its strings";
    }
}
