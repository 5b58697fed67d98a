using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeadershipSim.Mutations;

/// <summary>The small changes: another operator, a condition turned round, another constant, the other extreme, a statement removed.</summary>
internal static class Mutations
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Operators = new()
    {
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
        [SyntaxKind.MultiplyExpression] = [SyntaxKind.DivideExpression],
        [SyntaxKind.DivideExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.ModuloExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanOrEqualExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
        [SyntaxKind.BitwiseAndExpression] = [SyntaxKind.BitwiseOrExpression],
        [SyntaxKind.BitwiseOrExpression] = [SyntaxKind.BitwiseAndExpression],
        [SyntaxKind.LeftShiftExpression] = [SyntaxKind.RightShiftExpression],
        [SyntaxKind.RightShiftExpression] = [SyntaxKind.LeftShiftExpression],
        [SyntaxKind.AddAssignmentExpression] = [SyntaxKind.SubtractAssignmentExpression],
        [SyntaxKind.SubtractAssignmentExpression] = [SyntaxKind.AddAssignmentExpression],
        [SyntaxKind.MultiplyAssignmentExpression] = [SyntaxKind.DivideAssignmentExpression],
        [SyntaxKind.DivideAssignmentExpression] = [SyntaxKind.MultiplyAssignmentExpression],
        [SyntaxKind.AndAssignmentExpression] = [SyntaxKind.OrAssignmentExpression],
        [SyntaxKind.OrAssignmentExpression] = [SyntaxKind.AndAssignmentExpression],
        [SyntaxKind.PostIncrementExpression] = [SyntaxKind.PostDecrementExpression],
        [SyntaxKind.PostDecrementExpression] = [SyntaxKind.PostIncrementExpression],
        [SyntaxKind.PreIncrementExpression] = [SyntaxKind.PreDecrementExpression],
        [SyntaxKind.PreDecrementExpression] = [SyntaxKind.PreIncrementExpression],
    };

    /// <summary>What an expression is changed into; the parts that it keeps are as in the source.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax e when Operators.TryGetValue(e.Kind(), out var others) =>
            others.Select(o => (ExpressionSyntax)BinaryExpression(o, e.Left, e.Right)),
        AssignmentExpressionSyntax e when Operators.TryGetValue(e.Kind(), out var others) =>
            others.Select(o => (ExpressionSyntax)AssignmentExpression(o, e.Left, e.Right)),
        PostfixUnaryExpressionSyntax e when Operators.TryGetValue(e.Kind(), out var others) =>
            others.Select(o => (ExpressionSyntax)PostfixUnaryExpression(o, e.Operand)),
        PrefixUnaryExpressionSyntax e when Operators.TryGetValue(e.Kind(), out var others) =>
            others.Select(o => (ExpressionSyntax)PrefixUnaryExpression(o, e.Operand)),
        PrefixUnaryExpressionSyntax e when
            e.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.LogicalNotExpression or SyntaxKind.BitwiseNotExpression => [e.Operand],
        LiteralExpressionSyntax e => OfLiteral(e),
        ConditionalExpressionSyntax e => [ConditionalExpression(e.Condition, e.WhenFalse, e.WhenTrue)],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Math" } } access } e
            when Extreme(access.Name.Identifier.Text) is { } other => [e.WithExpression(access.WithName(IdentifierName(other)))],
        _ => [],
    };

    /// <summary>Whether a statement can be removed on its own: what it declares is needed, and a section of a switch needs its end.</summary>
    public static bool CanGo(StatementSyntax statement) => !Declares(statement) && statement switch
    {
        ExpressionStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax { Expression: null } => true,
        BreakStatementSyntax => statement.Parent is not SwitchSectionSyntax,
        _ => false,
    };

    /// <summary>Whether names are declared inside, which cannot be done twice.</summary>
    public static bool Declares(SyntaxNode node) => node.DescendantNodes().Any(n => n is VariableDesignationSyntax);

    private static ExpressionSyntax[] OfLiteral(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => [LiteralExpression(SyntaxKind.FalseLiteralExpression)],
        SyntaxKind.FalseLiteralExpression => [LiteralExpression(SyntaxKind.TrueLiteralExpression)],
        SyntaxKind.NumericLiteralExpression => literal.Token.Value switch
        {
            int value => [Number(Literal(value == 1 ? 0 : value + 1))],
            double value => [Number(Literal(value == 1 ? 0 : value + 1))],
            ulong value => [Number(Literal(value == 1 ? 0 : value + 1))],
            _ => [],
        },
        _ => [],
    };

    private static LiteralExpressionSyntax Number(SyntaxToken token) => LiteralExpression(SyntaxKind.NumericLiteralExpression, token);

    private static string? Extreme(string name) => name switch { "Max" => "Min", "Min" => "Max", _ => null };
}
