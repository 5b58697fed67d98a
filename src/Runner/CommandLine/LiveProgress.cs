using LeadershipSim.Experiments.Running;
using Spectre.Console;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Progress as a bar on a terminal.</summary>
internal static class LiveProgress
{
    /// <summary>Whether standard error is a terminal that can redraw a line.</summary>
    public static bool IsPossible(TextWriter error) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Shows a bar during some work.</summary>
    /// <param name="usesColour">Whether in colours.</param>
    /// <param name="work">The work; it reports how far it has come.</param>
    /// <returns>What the work returns.</returns>
    public static T Show<T>(bool usesColour, Func<Action<RunProgress>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = usesColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("runs");
                return work(progress =>
                {
                    task.MaxValue = progress.Total;
                    task.Value = progress.Done + progress.Failed;
                    task.Description = Invariant($"runs {progress.Done}/{progress.Total} · {progress.Failed} failed · {progress.RunsPerSecond:0}/s");
                });
            });
    }
}
