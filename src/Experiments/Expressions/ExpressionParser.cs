using System.Globalization;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Expressions;

/// <summary>Reads an expression by recursive descent, the loosest operator first: or, and, not, comparison, sum, product, sign, power.</summary>
internal sealed class ExpressionParser
{
    // Deeper expressions are a mistake, and would overflow the stack.
    private const int MostDepth = 64;

    private static readonly string[] Functions = ["abs", "sqrt", "log", "exp"];
    private static readonly Dictionary<string, AggregateKind> Aggregates =
        Enum.GetValues<AggregateKind>().ToDictionary(k => char.ToLowerInvariant(k.ToString()[0]) + k.ToString()[1..]);

    /// <summary>Words that join parts.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["and", "or", "not", "where"];


    private readonly IReadOnlyList<SeriesMetric> _metrics;
    private readonly IReadOnlyList<ExpressionToken> _tokens;
    private int _next;
    private int _depth;

    private ExpressionParser(string text, IReadOnlyList<SeriesMetric> metrics) => (_metrics, _tokens) = (metrics, ExpressionLexer.Read(text));

    private ExpressionToken Now => _tokens[_next];

    /// <summary>Names of functions and aggregates.</summary>
    public static IEnumerable<string> FunctionNames => Aggregates.Keys.Concat(Functions);

    /// <summary>The term that a text spells.</summary>
    /// <exception cref="ExpressionException">It spells none.</exception>
    public static ITerm Parse(string text, IReadOnlyList<SeriesMetric> metrics)
    {
        var parser = new ExpressionParser(text, metrics);
        var term = parser.Or();
        return parser.Now.Kind == TokenKind.End ? term : throw parser.Unexpected("an operator or the end");
    }

    private ITerm Or()
    {
        if (++_depth > MostDepth)
        {
            throw new ExpressionException(
                $"character {Now.At + 1} lies in more than {MostDepth} parentheses; split the expression into several metrics", Now.At, null);
        }

        var term = And();
        while (Takes("or", out var word))
        {
            term = TermBuilder.Junction(word, term, And());
        }

        _depth--;
        return term;
    }

    private ITerm And()
    {
        var term = Not();
        while (Takes("and", out var word))
        {
            term = TermBuilder.Junction(word, term, Not());
        }

        return term;
    }

    private ITerm Not()
    {
        var isNegated = false;
        ExpressionToken first = default;
        while (Takes("not", out var word))
        {
            (isNegated, first) = (!isNegated, word);
        }

        var term = Comparison();
        return isNegated ? TermBuilder.Not(first, term) : term;
    }

    private ITerm Comparison()
    {
        var term = Sum();
        if (Now is { Kind: TokenKind.Sign, Text: "<" or "<=" or ">" or ">=" or "==" or "!=" })
        {
            var sign = Take();
            term = TermBuilder.Comparison(sign, term, Sum());
        }

        return term;
    }

    private ITerm Sum()
    {
        var term = Product();
        while (Now is { Kind: TokenKind.Sign, Text: "+" or "-" })
        {
            var sign = Take();
            term = TermBuilder.Sum(sign, term, Product());
        }

        return term;
    }

    private ITerm Product()
    {
        var term = Signed();
        while (Now is { Kind: TokenKind.Sign, Text: "*" or "/" })
        {
            var sign = Take();
            term = TermBuilder.Product(sign, term, Signed());
        }

        return term;
    }

    private ITerm Signed()
    {
        var isNegative = false;
        ExpressionToken first = default;
        while (Takes("-", out var sign))
        {
            (isNegative, first) = (!isNegative, sign);
        }

        var term = Power();
        return isNegative ? TermBuilder.Minus(first, term) : term;
    }

    private ITerm Power()
    {
        var term = Atom();
        return Takes("^", out var sign) ? TermBuilder.Power(sign, term, Takes("-", out var minus) ? TermBuilder.Minus(minus, Atom()) : Atom()) : term;
    }

    private ITerm Atom()
    {
        switch (Now)
        {
            case { Kind: TokenKind.Number }:
                return Number(Take());
            case { Kind: TokenKind.Sign, Text: "(" }:
                Take();
                var inner = Or();
                Expect(")");
                return inner;
            case { Kind: TokenKind.Word } when !Operators.Contains(Now.Text):
                var name = Take();
                return Takes("(", out _) ? Call(name) : Named(name);
            default:
                throw Unexpected("a number, a name or a parenthesis");
        }
    }

    private static Literal Number(ExpressionToken token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new Literal(value)
            : throw new ExpressionException($"character {token.At + 1}: {token.Quoted} is not a number", token.At, null);

    private ITerm Named(ExpressionToken name)
    {
        if (SeatQuantityCatalog.All.FirstOrDefault(q => q.Name == name.Text) is { } quantity)
        {
            return new QuantityTerm(quantity);
        }

        if (_metrics.FirstOrDefault(m => m.Name == name.Text) is { } metric)
        {
            return new MetricTerm(metric);
        }

        if (name.Text == "tick")
        {
            return new PresentTick();
        }

        if (FunctionNames.Contains(name.Text))
        {
            throw new ExpressionException(
                $"character {name.At + 1}: {name.Quoted} is a function; give it an argument in parentheses", name.At, $"{name.Text}(authority)");
        }

        var known = SeatQuantityCatalog.All.Select(q => q.Name).Concat(_metrics.Select(m => m.Name)).Append("tick").ToList();
        throw new ExpressionException(
            $"character {name.At + 1}: {name.Quoted} is not a quantity; allowed are {string.Join(", ", known)}",
            name.At,
            Spelling.Nearest(name.Text, known));
    }

    private ITerm Call(ExpressionToken name)
    {
        var isFunction = Functions.Contains(name.Text);
        if (!isFunction && !Aggregates.ContainsKey(name.Text))
        {
            throw new ExpressionException(
                $"character {name.At + 1}: {name.Quoted} is not a function; allowed are {string.Join(", ", FunctionNames)}",
                name.At,
                Spelling.Nearest(name.Text, FunctionNames));
        }

        var argument = Or();
        if (name.Text is "min" or "max" && Takes(",", out _))
        {
            var other = Or();
            Expect(")");
            return TermBuilder.Extreme(name, argument, other);
        }

        var where = !isFunction && Takes("where", out _) ? Or() : null;
        Expect(")");
        return isFunction ? TermBuilder.Function(name, argument) : TermBuilder.Aggregate(name, Aggregates[name.Text], argument, where);
    }

    private ExpressionToken Take() => _tokens[_next++];

    private bool Takes(string text, out ExpressionToken token)
    {
        token = Now;
        if (token.Kind is TokenKind.End or TokenKind.Number || token.Text != text)
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Takes(text, out _))
        {
            throw Unexpected($"\"{text}\"");
        }
    }

    private ExpressionException Unexpected(string allowed) => new($"character {Now.At + 1} is {Now.Quoted}; allowed is {allowed}", Now.At, null);
}
