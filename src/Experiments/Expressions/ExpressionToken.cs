namespace LeadershipSim.Experiments.Expressions;

/// <summary>What a piece of an expression is.</summary>
internal enum TokenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A name or one of the words where, and, or, not.</summary>
    Word,

    /// <summary>An operator, a parenthesis or a comma.</summary>
    Sign,

    /// <summary>The end.</summary>
    End,
}

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty at the end.</param>
/// <param name="At">Where it begins, from 0.</param>
internal readonly record struct ExpressionToken(TokenKind Kind, string Text, int At)
{
    /// <summary>The token as a message quotes it.</summary>
    public string Quoted => Kind == TokenKind.End ? "the end" : $"\"{Text}\"";
}
