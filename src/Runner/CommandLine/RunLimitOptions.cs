using System.CommandLine;
using System.CommandLine.Parsing;
using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Options that say which runs to do, and when to stop early.</summary>
internal sealed class RunLimitOptions
{
    private readonly Option<RunShare?> _share = ShareOption.Create();
    private readonly Option<bool> _failFast = new("--fail-fast") { Description = "Stop at the first run that fails" };
    private readonly Option<FailureLimit?> _maxFailures = Parsed("--max-failures", "N|P%", "Most runs that may fail, as a number or a percentage of the plan; one more stops the sweep", FailureLimit.Parse, "a whole number from 0, or a percentage such as 5%");
    private readonly Option<bool> _retryFailed = new("--retry-failed") { Description = "Run again what failed in an earlier session" };
    private readonly Option<string?> _time = new("--time-limit") { Description = "Stop after this time, as in 55m or 1h30m; the same command resumes", HelpName = "TIME" };

    private readonly Option<int?> _requeueCode = SharedOptions.RequeueCode();

    private readonly Option<string?> _scratch = new("--scratch") { Description = "Work in this local folder (such as $SLURM_TMPDIR), and move the runs to the results when the session ends or is asked to stop", HelpName = "DIR" };

    public RunLimitOptions()
    {
        _time.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && TimeLimit.Parse(text) is null)
            {
                result.AddError($"--time-limit is {text}; allowed is a time up to 45d, as in 90s, 55m, 1h30m or 2d");
            }
        });
    }

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_share, _failFast, _maxFailures, _retryFailed, _time, _requeueCode, _scratch];

    /// <summary>What the command line says.</summary>
    public RunLimits Read(ParseResult parsed) => new()
    {
        Share = parsed.GetValue(_share),
        FailFast = parsed.GetValue(_failFast),
        MaxFailures = parsed.GetValue(_maxFailures),
        RetryFailed = parsed.GetValue(_retryFailed),
        Time = parsed.GetValue(_time) is { } text ? TimeLimit.Parse(text) : null,
        Scratch = parsed.GetValue(_scratch),
        IncompleteCode = parsed.GetValue(_requeueCode) ?? ExitCode.Incomplete,
    };

    private static Option<T?> Parsed<T>(string name, string helpName, string description, Func<string, T?> parse, string allowed)
        where T : class => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => parse(result.Tokens[0].Value) ?? Refuse<T>(result, $"{name} is {result.Tokens[0].Value}; allowed is {allowed}"),
        };

    private static T? Refuse<T>(ArgumentResult result, string message)
        where T : class
    {
        result.AddError(message);
        return null;
    }
}
