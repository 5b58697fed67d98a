using System.CommandLine;
using LeadershipSim.Runner.Extensions;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The root command. It carries what the program was extended with, so that every verb finds it in what was parsed.</summary>
internal sealed class LeaderSimCommand(Extension extension)
    : RootCommand("Simulates leadership distribution in learning organizations: does a program outlive its leadership?")
{
    /// <summary>What the program was extended with.</summary>
    public static Extension ExtensionOf(ParseResult parsed) => parsed.RootCommandResult.Command is LeaderSimCommand root ? root.Extension : Extension.None;

    /// <summary>The verbs by what they are for.</summary>
    public required IReadOnlyList<(string Heading, Command[] Verbs)> Groups
    {
        get;
        init
        {
            field = value;
            foreach (var verb in value.SelectMany(g => g.Verbs))
            {
                Subcommands.Add(verb);
            }
        }
    }

    private Extension Extension { get; } = extension;
}
