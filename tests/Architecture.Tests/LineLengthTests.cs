using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LeadershipSim.Architecture.Tests;

/// <summary>
/// Lines of code fit a screen. The prose in a string may be longer: a message is one sentence, and is found by searching for it. Prose is a string of four
/// words or more on one line, with what stands in its holes.
/// </summary>
public sealed class LineLengthTests
{
    private const int Limit = 160, WordsOfProse = 4;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    [InlineData("experiments")]
    public void Lines_are_short(string folder)
    {
        string[] found = [.. RepositoryRoot.Files(folder, "*.cs").SelectMany(LongLines)];
        Assert.True(found.Length == 0, $"{found.Length} lines of {folder} are longer than {Limit} characters besides prose:\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> LongLines(string file)
    {
        var text = SourceText.From(RepositoryRoot.Read(file));
        if (!text.Lines.Any(line => line.Span.Length > Limit))
        {
            return [];
        }

        var prose = new int[text.Lines.Count];
        foreach (var part in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(node => !IsProse(node)).Where(IsProse))
        {
            prose[text.Lines.IndexOf(part.SpanStart)] += part.Span.Length;
        }

        return from line in text.Lines
               let length = line.Span.Length - prose[line.LineNumber]
               where length > Limit
               select $"{file}:{line.LineNumber + 1}: {length} characters besides prose";
    }

    private static bool IsProse(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.IsKind(SyntaxKind.StringLiteralToken) && Words(literal.Token.ValueText) >= WordsOfProse,
        InterpolatedStringExpressionSyntax whole => !whole.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken)
            && whole.Contents.OfType<InterpolatedStringTextSyntax>().Sum(t => Words(t.TextToken.ValueText)) >= WordsOfProse,
        _ => false,
    };

    private static int Words(string text) => text.Split(' ').Count(w => w.Any(char.IsLetter));
}
