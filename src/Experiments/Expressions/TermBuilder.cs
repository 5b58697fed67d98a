namespace LeadershipSim.Experiments.Expressions;

/// <summary>Puts terms together and checks that they fit: numbers with numbers, conditions with conditions, decisions with decisions.</summary>
internal static class TermBuilder
{
    /// <summary>A sum or difference.</summary>
    public static ITerm Sum(ExpressionToken sign, ITerm left, ITerm right)
    {
        var unit = CommonUnit(sign, left, right);
        return sign.Text == "+" ? Operation<Add>(left, right, unit, false) : Operation<Subtract>(left, right, unit, false);
    }

    /// <summary>A product or quotient.</summary>
    public static ITerm Product(ExpressionToken sign, ITerm left, ITerm right)
    {
        RequireNumbers(sign, left, right);
        var (a, b) = (left.Unit ?? MetricUnit.One, right.Unit ?? MetricUnit.One);
        var isLiteral = left.Unit is null && right.Unit is null;
        return sign.Text == "*"
            ? Operation<Multiply>(left, right, isLiteral ? null : left.Unit is null ? b : right.Unit is null ? a : a.Times(b), false)
            : Operation<Divide>(left, right, isLiteral ? null : right.Unit is null ? a : a.Per(b), false);
    }

    /// <summary>A power.</summary>
    public static ITerm Power(ExpressionToken sign, ITerm left, ITerm right)
    {
        RequireNumbers(sign, left, right);
        if (left.Unit is not { } unit || unit.Fits(MetricUnit.One))
        {
            return Operation<Raise>(left, right, left.Unit is null ? null : MetricUnit.One, false);
        }

        return right is Literal { Value: var power } && power == Math.Floor(power) && Math.Abs(power) <= 9
            ? Operation<Raise>(left, right, unit.Raised((int)power), false)
            : throw new ExpressionException(
                $"{At(sign)} raises {Describe(left)} to a power that is not a whole number; divide it by its unit's scale first", sign.At, null);
    }

    /// <summary>A comparison.</summary>
    public static ITerm Comparison(ExpressionToken sign, ITerm left, ITerm right)
    {
        CommonUnit(sign, left, right);
        return sign.Text switch
        {
            "<" => Operation<Less>(left, right, MetricUnit.One, true),
            "<=" => Operation<AtMost>(left, right, MetricUnit.One, true),
            ">" => Operation<Less>(right, left, MetricUnit.One, true),
            ">=" => Operation<AtMost>(right, left, MetricUnit.One, true),
            "==" => Operation<Same>(left, right, MetricUnit.One, true),
            _ => Operation<Different>(left, right, MetricUnit.One, true),
        };
    }

    /// <summary>Both or either of two conditions.</summary>
    public static ITerm Junction(ExpressionToken word, ITerm left, ITerm right)
    {
        RequireCondition(word, left);
        RequireCondition(word, right);
        return word.Text == "and" ? Operation<Both>(left, right, MetricUnit.One, true) : Operation<Either>(left, right, MetricUnit.One, true);
    }

    /// <summary>The contrary of a condition.</summary>
    public static ITerm Not(ExpressionToken word, ITerm term)
    {
        RequireCondition(word, term);
        return Function(x => 1 - x, term, MetricUnit.One, true);
    }

    /// <summary>The opposite of a number.</summary>
    public static ITerm Minus(ExpressionToken sign, ITerm term)
    {
        RequireNumbers(sign, term, term);
        return term is Literal { Value: var value } ? new Literal(-value) : Function(x => -x, term, term.Unit, false);
    }

    /// <summary>The smaller or the larger of two numbers.</summary>
    public static ITerm Extreme(ExpressionToken name, ITerm left, ITerm right)
    {
        var unit = CommonUnit(name, left, right);
        return name.Text == "min" ? Operation<Smaller>(left, right, unit, false) : Operation<Larger>(left, right, unit, false);
    }

    /// <summary>A function of numbers.</summary>
    public static ITerm Function(ExpressionToken name, ITerm argument)
    {
        RequireNumbers(name, argument, argument);
        if (name.Text == "abs")
        {
            return Function(Math.Abs, argument, argument.Unit, false);
        }

        if (argument.Unit is { } unit && !unit.Fits(MetricUnit.One))
        {
            throw new ExpressionException(
                $"{At(name)} is a function of numbers without a unit and finds {Describe(argument)}; divide by another quantity in {unit} first", name.At, null);
        }

        return Function(
            name.Text switch { "sqrt" => Math.Sqrt, "log" => Math.Log, _ => Math.Exp },
            argument,
            argument.Unit is null ? null : MetricUnit.One,
            false);
    }

    /// <summary>An aggregate over occupied seats.</summary>
    public static ITerm Aggregate(ExpressionToken name, AggregateKind kind, ITerm argument, ITerm? where)
    {
        if (where is not null)
        {
            RequireCondition(name, where);
        }

        if (kind is AggregateKind.Count or AggregateKind.Share)
        {
            RequireCondition(name, argument);
        }
        else
        {
            RequireNumbers(name, argument, argument);
        }

        if (argument is IOrganizationTerm && where is null or IOrganizationTerm)
        {
            var kinds = kind is AggregateKind.Count or AggregateKind.Share ? "a condition on seats, as in count(authority > 0.1)" : "a quantity of seats, as in sum(authority)";
            throw new ExpressionException(
                $"{At(name)} needs {kinds}; what stands in it has one value for the whole organization", name.At, null);
        }

        var unit = kind switch
        {
            AggregateKind.Count or AggregateKind.Effective => MetricUnit.Of("agents"),
            AggregateKind.Share => MetricUnit.Of("share"),
            AggregateKind.Gini => MetricUnit.One,
            _ => argument.Unit ?? MetricUnit.One,
        };
        return new Aggregate(kind, AtSeats(argument), where is null ? null : AtSeats(where), unit);
    }

    private static ISeatTerm AtSeats(ITerm term) => term as ISeatTerm ?? new Everywhere((IOrganizationTerm)term);

    private static ITerm Function(Func<double, double> function, ITerm argument, MetricUnit? unit, bool isCondition) => argument is IOrganizationTerm one
        ? new OrganizationFunction(function, one, unit, isCondition)
        : new SeatFunction(function, (ISeatTerm)argument, unit, isCondition);

    private static ITerm Operation<TOperator>(ITerm left, ITerm right, MetricUnit? unit, bool isCondition)
        where TOperator : IOperator =>
        left is IOrganizationTerm a && right is IOrganizationTerm b
            ? new OrganizationOperation<TOperator>(a, b, unit, isCondition)
            : new SeatOperation<TOperator>(AtSeats(left), AtSeats(right), unit, isCondition);

    private static MetricUnit? CommonUnit(ExpressionToken sign, ITerm left, ITerm right)
    {
        RequireNumbers(sign, left, right);
        if (left.Unit is not { } a || right.Unit is not { } b)
        {
            return left.Unit ?? right.Unit;
        }

        return a.Fits(b)
            ? a.Plus(b)
            : throw new ExpressionException(
                $"{At(sign)} brings together {Describe(left)} and {Describe(right)}; allowed are two values of one unit", sign.At, null);
    }

    private static void RequireNumbers(ExpressionToken sign, ITerm left, ITerm right)
    {
        if (left.IsCondition || right.IsCondition)
        {
            throw new ExpressionException(
                $"{At(sign)} needs numbers and finds a condition; count(…) or share(…) make a number of a condition on seats", sign.At, null);
        }
    }

    private static void RequireCondition(ExpressionToken word, ITerm term)
    {
        if (!term.IsCondition)
        {
            throw new ExpressionException($"{At(word)} needs a condition, as in authority > 0.1, and finds {Describe(term)}", word.At, null);
        }
    }

    private static string Describe(ITerm term) => term.IsCondition ? "a condition" : term.Unit is { } unit ? $"a value in {unit}" : "a number";

    private static string At(ExpressionToken token) => $"character {token.At + 1}: {token.Quoted}";
}
