using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>
/// Several experiments in one command: all are run under one progress, then each is analyzed. One that cannot be run does not keep others from it.
/// </summary>
internal static class RunBatch
{
    // What is worse stands first.
    private static readonly int[] BySeverity =
        [ExitCode.InternalError, ExitCode.Invalid, ExitCode.ResultsUnusable, ExitCode.Incomplete, ExitCode.SomeRunsFailed, ExitCode.PrecisionNotReached];

    /// <summary>Runs them.</summary>
    /// <returns>The worst of their exit codes.</returns>
    public static int Run(IReadOnlyList<RunSession> sessions, CancellationToken cancellation)
    {
        var first = sessions[0];
        foreach (var session in sessions)
        {
            session.Announce();
        }

        using var limited = first.Limited(cancellation);
        var codes = new int?[sessions.Count];
        var results = first.Progress.Show(report =>
        {
            var total = new TotalProgress([.. sessions.Select(s => s.Input.Plan.Count)], report);
            return sessions.Select((session, k) => limited.IsCancellationRequested ? null : Tried(() => session.Sweep(total.Of(k), limited.Token), k)).ToList();
        });
        for (var k = 0; k < sessions.Count; k++)
        {
            if (codes[k] is null)
            {
                codes[k] = results[k] is { } result
                    ? Tried(() => (int?)sessions[k].Conclude(result, limited.IsCancellationRequested && !cancellation.IsCancellationRequested), k) ?? codes[k]
                    : first.Limits.IncompleteCode;
            }
        }

        string[] left =
        [
            .. from k in Enumerable.Range(0, sessions.Count)
               where results[k] is null && codes[k] == first.Limits.IncompleteCode
               select sessions[k].Input.Title,
        ];
        if (left.Length > 0)
        {
            first.Configuration.Error.WriteLine($"not begun: {string.Join(", ", left)}; the same command runs them");
        }

        return BySeverity.Append(ExitCode.Complete).Concat(codes.OfType<int>()).First(code => codes.Contains(code));

        T? Tried<T>(Func<T> work, int k)
        {
            try
            {
                return work();
            }
            catch (Exception error)
            {
                (codes[k], var message) = FailureExplanation.Of(error);
                sessions[k].Configuration.Error.WriteLine($"{sessions[k].Input.Title}: {message}");
                return default;
            }
        }
    }
}
