namespace LeadershipSim.Experiments.Expressions;

/// <summary>An operation on two numbers; a type each, so that loops over seats contain it without a call.</summary>
internal interface IOperator
{
    /// <summary>Its result.</summary>
    static abstract double Apply(double a, double b);
}

internal readonly struct Add : IOperator
{
    public static double Apply(double a, double b) => a + b;
}

internal readonly struct Subtract : IOperator
{
    public static double Apply(double a, double b) => a - b;
}

internal readonly struct Multiply : IOperator
{
    public static double Apply(double a, double b) => a * b;
}

internal readonly struct Divide : IOperator
{
    public static double Apply(double a, double b) => a / b;
}

internal readonly struct Raise : IOperator
{
    public static double Apply(double a, double b) => Math.Pow(a, b);
}

internal readonly struct Less : IOperator
{
    public static double Apply(double a, double b) => a < b ? 1 : 0;
}

internal readonly struct AtMost : IOperator
{
    public static double Apply(double a, double b) => a <= b ? 1 : 0;
}

internal readonly struct Same : IOperator
{
    public static double Apply(double a, double b) => a == b ? 1 : 0;
}

internal readonly struct Different : IOperator
{
    public static double Apply(double a, double b) => a != b ? 1 : 0;
}

internal readonly struct Both : IOperator
{
    public static double Apply(double a, double b) => a * b;
}

internal readonly struct Either : IOperator
{
    public static double Apply(double a, double b) => Math.Max(a, b);
}

internal readonly struct Smaller : IOperator
{
    public static double Apply(double a, double b) => Math.Min(a, b);
}

internal readonly struct Larger : IOperator
{
    public static double Apply(double a, double b) => Math.Max(a, b);
}
