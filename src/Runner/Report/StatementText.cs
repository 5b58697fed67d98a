using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Report;

/// <summary>Words what an experiment expected before there were results, and every later change of it.</summary>
internal static class StatementText
{
    /// <summary>The heading of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="isFirst">Whether it is the first that was recorded.</param>
    public static string Heading(Statement statement, bool isFirst) => isFirst
        ? statement.RunsBefore == 0 ? "Expected, before results existed" : Invariant($"Expected, first recorded on {On(statement)}, after {statement.RunsBefore} runs existed")
        : Invariant($"Changed on {On(statement)}, after {statement.RunsBefore} runs existed");

    /// <summary>The changes as a note for a terminal, with both texts; null: nothing was changed.</summary>
    public static string? Note(IReadOnlyList<Statement> statements)
    {
        if (statements.Count < 2)
        {
            return null;
        }

        // Where the first text was taken up again, the one in between is what differs.
        var last = statements[^1];
        var isBack = IsSame(statements[0], last);
        var other = isBack ? statements[^2] : statements[0];
        var what = other.Question == last.Question ? "expectation" : other.Expectation == last.Expectation ? "question" : "question and expectation";
        var (earlier, now) = isBack ? ("before:", "now:   ") : ("first:", "now:  ");
        return Invariant($"note: the {what} changed {(isBack ? "back " : "")}on {On(last)}, after {last.RunsBefore} runs existed; manifest and report keep all.{Environment.NewLine}")
            + $"  {earlier} {Both(other, last)}{Environment.NewLine}  {now} {Both(last, other)}";
    }

    private static bool IsSame(Statement one, Statement other) => one.Question == other.Question && one.Expectation == other.Expectation;

    private static string Both(Statement statement, Statement other) => string.Join(' ', new[]
    {
        statement.Question == other.Question ? "" : statement.Question,
        statement.Expectation == other.Expectation ? "" : statement.Expectation,
    }.Where(t => t.Length > 0));

    private static string On(Statement statement) => Invariant($"{statement.Recorded.ToUniversalTime():yyyy-MM-dd HH:mm 'UTC'}");
}
