using System.CommandLine;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Options of all verbs about messages on standard error: how many, and whether in colour.</summary>
internal static class Messages
{
    private const string Quiet = "--quiet";
    private const string Colour = "--color";
    private const string Auto = "auto";
    private const string Always = "always";
    private const string Never = "never";

    /// <summary>The options, for the root command: every verb has them.</summary>
    public static IReadOnlyList<Option> Options()
    {
        var colour = new Option<string>(Colour) { Description = "Colours of progress on a terminal; auto: unless NO_COLOR is set or TERM is dumb", HelpName = "WHEN", DefaultValueFactory = _ => Auto, Recursive = true };
        colour.AcceptOnlyFromAmong(Auto, Always, Never);
        return [new Option<bool>(Quiet, "-q") { Description = "Write only errors and warnings", Recursive = true }, colour];
    }

    /// <summary>Whether only errors and warnings are wanted.</summary>
    public static bool IsQuiet(ParseResult parsed) => Has(parsed, Quiet) && parsed.GetValue<bool>(Quiet);

    /// <summary>The writer of messages that are neither data nor errors nor warnings.</summary>
    public static TextWriter Of(ParseResult parsed) => IsQuiet(parsed) ? TextWriter.Null : parsed.InvocationConfiguration.Error;

    /// <summary>Whether progress on a terminal is to have colours.</summary>
    public static bool UseColour(ParseResult parsed) =>
        IsColourWanted(Has(parsed, Colour) ? parsed.GetValue<string>(Colour)! : Auto, Environment.GetEnvironmentVariable);

    /// <summary>Whether colours are wanted: the option wins over NO_COLOR (https://no-color.org) and TERM.</summary>
    /// <param name="choice">What the option says.</param>
    /// <param name="variable">Looks up a variable of the environment.</param>
    internal static bool IsColourWanted(string choice, Func<string, string?> variable) => choice switch
    {
        Always => true,
        Never => false,
        _ => string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb",
    };

    // A verb can also be asked without the root command that has the options.
    private static bool Has(ParseResult parsed, string option) => parsed.RootCommandResult.Command.Options.Any(o => o.Name == option);
}
