using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Shows how far runs are: as a bar on a terminal, as plain lines in a log, or not at all.</summary>
/// <param name="Error">Where to.</param>
/// <param name="Verbosity">How much.</param>
/// <param name="UsesColour">Whether a bar has colours.</param>
internal sealed record SweepProgress(TextWriter Error, Verbosity Verbosity, bool UsesColour)
{
    /// <summary>Shows it during runs.</summary>
    /// <param name="work">The runs; its argument is null when nothing is shown.</param>
    public T Show<T>(Func<Action<RunProgress>?, T> work)
    {
        if (Verbosity == Verbosity.Quiet)
        {
            return work(null);
        }

        // A bar would be torn by other lines.
        return Verbosity == Verbosity.Normal && LiveProgress.IsPossible(Error)
            ? LiveProgress.Show(UsesColour, work)
            : work(new PlainProgress(Error, TimeProvider.System, isRare: BatchTask.Current is not null).Report);
    }
}
