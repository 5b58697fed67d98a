namespace LeadershipSim.Experiments.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Signs = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","];

    /// <summary>The tokens, the end last.</summary>
    /// <exception cref="ExpressionException">A character has no place in expressions.</exception>
    public static IReadOnlyList<ExpressionToken> Read(string text)
    {
        List<ExpressionToken> tokens = [];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at += token.Text.Length;
        }

        tokens.Add(new(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static ExpressionToken Next(string text, int at)
    {
        if (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return new(TokenKind.Number, text[at..EndOfNumber(text, at)], at);
        }

        if (char.IsLetter(text[at]))
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            return new(TokenKind.Word, text[at..end], at);
        }

        return Signs.FirstOrDefault(s => text.AsSpan(at).StartsWith(s, StringComparison.Ordinal)) is { } sign
            ? new(TokenKind.Sign, sign, at)
            : throw new ExpressionException(
                $"character {at + 1} is \"{text[at]}\"; allowed are numbers, names, {string.Join(" ", Signs)}, and, or, not, where", at, text[at] == '=' ? "==" : null);
    }

    private static int EndOfNumber(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + 1 + (end + 1 < text.Length && text[end + 1] is '+' or '-' ? 1 : 0);
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                end = digits;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
            }
        }

        return end;
    }
}
