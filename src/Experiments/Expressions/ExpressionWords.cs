namespace LeadershipSim.Experiments.Expressions;

/// <summary>The words of expressions.</summary>
public static class ExpressionWords
{
    /// <summary>Words that mean something in every expression: operators, functions and aggregates, and the tick.</summary>
    public static IReadOnlyList<string> Reserved { get; } =
        [.. ExpressionParser.Operators, .. ExpressionParser.FunctionNames, "tick", "for", "ticks", "over", "time", "of", "when"];

    /// <summary>The words of an expression.</summary>
    /// <exception cref="ExpressionException">A character has no place in expressions.</exception>
    public static IEnumerable<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ExpressionLexer.Read(text).Where(t => t.Kind == TokenKind.Word).Select(t => t.Text);
    }

    /// <summary>The expression with definitions in place of names, in parentheses.</summary>
    /// <exception cref="ExpressionException">A character has no place in expressions.</exception>
    public static string Expand(string text, IReadOnlyDictionary<string, string> definitions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(definitions);
        foreach (var token in ExpressionLexer.Read(text).Reverse().Where(t => t.Kind == TokenKind.Word && definitions.ContainsKey(t.Text)))
        {
            text = $"{text[..token.At]}({definitions[token.Text]}){text[(token.At + token.Text.Length)..]}";
        }

        return text;
    }
}
