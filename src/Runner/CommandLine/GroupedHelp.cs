using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Help: that of the root command lists its verbs by what they are for; that of a verb is the library's, in the same width.</summary>
internal sealed class GroupedHelp : SynchronousCommandLineAction
{
    /// <summary>Columns that help takes at most.</summary>
    public const int Width = 100;

    private readonly HelpAction _ofVerb;

    /// <summary>Help that leaves verbs to the library.</summary>
    public GroupedHelp(HelpAction ofVerb)
    {
        _ofVerb = ofVerb;
        _ofVerb.MaxWidth = Width;
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not LeaderSimCommand root)
        {
            // What the verb takes is no argument of what belongs to it: slurm status has no FILE.
            foreach (var argument in parseResult.CommandResult.Parent is CommandResult { Command: var verb } ? verb.Arguments : [])
            {
                argument.Hidden = true;
            }

            return _ofVerb.Invoke(parseResult);
        }

        parseResult.InvocationConfiguration.Output.Write(TextOf(root));
        return ExitCode.Complete;
    }

    private static string TextOf(LeaderSimCommand root)
    {
        var text = new StringBuilder();
        var indent = root.Groups.SelectMany(g => g.Verbs).Max(v => Usage(v).Length) + 4;
        foreach (var line in Wrapped(root.Description!, 0))
        {
            text.AppendLine(line);
        }

        text.AppendLine().AppendLine($"Usage: {ShellText.Program} VERB [options]").AppendLine($"       {ShellText.Program} VERB --help");
        foreach (var (heading, verbs) in root.Groups)
        {
            text.AppendLine().AppendLine($"{heading}:");
            foreach (var verb in verbs)
            {
                Append(text, Usage(verb), verb.Description ?? "", indent);
            }
        }

        text.AppendLine().AppendLine("Options:");
        foreach (var option in root.Options.Where(o => !o.Hidden))
        {
            Append(text, string.Join(", ", option.Aliases.Order().Append(option.Name)), option.Description ?? "", indent);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string description, int indent)
    {
        var first = $"  {name}".PadRight(indent);
        foreach (var line in Wrapped(description, indent))
        {
            text.Append(first).AppendLine(line);
            first = new string(' ', indent);
        }
    }

    private static string Usage(Command verb) => string.Join(' ', verb.Arguments.Select(Usage).Prepend(verb.Name));

    private static string Usage(Argument argument)
    {
        var name = argument.HelpName ?? argument.Name.ToUpperInvariant();
        return (argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
    }

    private static IEnumerable<string> Wrapped(string text, int indent)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
