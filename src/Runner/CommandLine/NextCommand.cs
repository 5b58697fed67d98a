using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The command that a user will want next, as it can be pasted into a shell.</summary>
internal static class NextCommand
{
    /// <summary>A verb and its argument, with the values by which the command before it replaced those of the file.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="argument">Its file or folder.</param>
    /// <param name="overrides">Values of --set.</param>
    /// <param name="seed">Value of --seed; null: the file's.</param>
    public static string Of(string verb, string argument, IEnumerable<string>? overrides = null, ulong? seed = null)
    {
        string[] seeds = seed is { } root ? ["--seed", Invariant($"{root}")] : [];
        return Of([verb, argument, .. (overrides ?? []).SelectMany(o => new[] { "--set", o }), .. seeds]);
    }

    /// <summary>A command line.</summary>
    public static string Of(IEnumerable<string> arguments) => "next: " + ShellText.Command(arguments);
}
