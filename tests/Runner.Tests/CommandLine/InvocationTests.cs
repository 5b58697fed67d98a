using System.CommandLine;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public class InvocationTests
{
    [Fact]
    public async Task An_unexpected_error_exits_1_in_one_line_and_asks_to_be_reported()
    {
        using var error = new StringWriter();

        var code = await Invocation.RunAsync(Throwing(new InvalidOperationException("made to fail")), ["throw"], TextWriter.Null, error);

        Assert.Equal(ExitCode.InternalError, code);
        Assert.StartsWith("internal error: InvalidOperationException: made to fail", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Please report", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_was_cancelled_exits_130()
    {
        var code = await Invocation.RunAsync(Throwing(new OperationCanceledException()), ["throw"], TextWriter.Null, TextWriter.Null);

        Assert.Equal(ExitCode.Interrupted, code);
    }

    private static RootCommand Throwing(Exception exception)
    {
        var command = new Command("throw");
        Func<ParseResult, int> action = _ => throw exception;
        command.SetAction(action);
        return new RootCommand { command };
    }
}
