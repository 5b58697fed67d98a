using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeadershipSim.Mutations;

/// <summary>
/// Rewrites a file so that every mutant is in it, each behind a switch of its own: an expression e becomes (Is(7) ? mutated : e), a statement s becomes
/// if (!Is(8)) s. Every loop counts its rounds.
/// </summary>
/// <param name="file">Path below src/Simulation.</param>
/// <param name="mutates">Whether the file is mutated, or only its loops are counted.</param>
/// <param name="firstId">Number of its first mutant.</param>
/// <param name="left">Mutants that do not compile, and are left out.</param>
internal sealed class Mutator(string file, bool mutates, int firstId, IReadOnlySet<int> left) : CSharpSyntaxRewriter
{
    /// <summary>Kind of the annotation that marks a mutant in the rewritten tree; its data is the mutant's number.</summary>
    public const string Mark = "mutant";

    private static readonly IdentifierNameSyntax Nothing = IdentifierName(Identifier(TriviaList(), SyntaxKind.UnderscoreToken, "_", "_", TriviaList()));

    private readonly List<Mutant> _mutants = [];
    private string _member = "";

    /// <summary>All mutants of the file, those that are left out too: numbers do not depend on them.</summary>
    public IReadOnlyList<Mutant> Mutants => _mutants;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is AttributeListSyntax or FieldDeclarationSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or PatternSyntax or CaseSwitchLabelSyntax
            || node is LocalDeclarationStatementSyntax { IsConst: true } || IsDefault(node))
        {
            // Constants cannot be switched at run time; what is computed once for all runs is not switched by the next mutant.
            return node;
        }

        if (node is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } once && IsOfFields(type, once.Identifier.Text))
        {
            return node;
        }

        var outer = _member;
        _member = node is MemberDeclarationSyntax member and not BaseTypeDeclarationSyntax ? NameOf(member) : _member;
        var visited = base.Visit(node);
        visited = node switch
        {
            ExpressionSyntax expression => Switched(expression, (ExpressionSyntax)visited!),
            StatementSyntax statement => Switched(statement, (StatementSyntax)visited!),
            _ => visited,
        };
        _member = outer;
        return visited;
    }

    private static bool IsDefault(SyntaxNode? node) => node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax };

    // Whether a static field is computed by a method of this name.
    private static bool IsOfFields(TypeDeclarationSyntax type, string method) => type.Members
        .OfType<FieldDeclarationSyntax>()
        .Where(f => f.Modifiers.Any(SyntaxKind.StaticKeyword))
        .SelectMany(f => f.DescendantNodes().OfType<IdentifierNameSyntax>())
        .Any(name => name.Identifier.Text == method);

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        IndexerDeclarationSyntax => "this",
        _ => "",
    };

    private ExpressionSyntax Switched(ExpressionSyntax original, ExpressionSyntax visited)
    {
        if (!mutates || Mutations.Declares(original) || original.Parent is MemberAccessExpressionSyntax { Expression: LiteralExpressionSyntax })
        {
            return visited;
        }

        foreach (var mutated in Mutations.Of(original))
        {
            if (Next(original, mutated.ToString()) is { } id)
            {
                var either = ConditionalExpression(Asks(id), ParenthesizedExpression(mutated), ParenthesizedExpression(visited.WithoutTrivia()));
                visited = ParenthesizedExpression(either)
                    .WithTriviaFrom(visited)
                    .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{id}"));
            }
        }

        // A choice is no statement; its assignment to nothing is one.
        return visited is ParenthesizedExpressionSyntax
            && original is AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
            && IsDone(original)
            ? AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, Nothing, visited)
            : visited;
    }

    private static bool IsDone(ExpressionSyntax expression) => expression.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax
        ? expression is AssignmentExpressionSyntax
            || expression.Kind() is not (SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression or SyntaxKind.BitwiseNotExpression)
        : expression.Parent is ForStatementSyntax loop && loop.Condition != expression;

    private StatementSyntax Switched(StatementSyntax original, StatementSyntax visited)
    {
        visited = visited switch
        {
            ForStatementSyntax s => s.WithStatement(Counted(s.Statement)),
            WhileStatementSyntax s => s.WithStatement(Counted(s.Statement)),
            DoStatementSyntax s => s.WithStatement(Counted(s.Statement)),
            CommonForEachStatementSyntax s => s.ReplaceNode(s.Statement, Counted(s.Statement)),
            _ => visited,
        };
        if (mutates && Mutations.CanGo(original) && Next(original, "removed") is { } id)
        {
            return IfStatement(PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Asks(id)), Block(visited))
                .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{id}"));
        }

        return visited;
    }

    private int? Next(SyntaxNode original, string mutated)
    {
        var id = firstId + _mutants.Count;
        var line = original.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        _mutants.Add(new(id, file, line, _member, $"{OnOneLine(original.ToString())} → {OnOneLine(mutated)}"));
        return left.Contains(id) ? null : id;
    }

    private static string OnOneLine(string source) => string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static InvocationExpressionSyntax Asks(int id) =>
        InvocationExpression(
            ParseExpression($"global::{SwitchSource.TypeName}.Is"),
            ArgumentList(SingletonSeparatedList(Argument(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(id))))));

    private static BlockSyntax Counted(StatementSyntax body) => Block(ParseStatement($"global::{SwitchSource.TypeName}.Round();"), body);
}
