using System.CommandLine;
using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.Tests.Documents;

/// <summary>
/// What documents and help say of the command line is there: verbs, options, and the words that name them. tests/Documents runs the commands.
/// </summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly RootCommand Root = Program.Root();

    public static TheoryData<string> Documents =>
    [
        .. new[] { ".", "src", "experiments", "benchmarks", ".github" }
            .SelectMany(folder => folder == "."
                ? Directory.EnumerateFiles(RepositoryRoot.Path, "*.md").Select(file => Path.GetFileName(file))
                : RepositoryRoot.Files(folder, "*.md")),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_verbs_and_their_options_exist(string document) => Assert.Empty(CommandsIn(RepositoryRoot.Read(document)).Select(Problem).OfType<string>());

    [Theory]
    [InlineData("leadersim rnu FILE", "there is no verb rnu")]
    [InlineData("run FILE --sharp 3/10", "run has no option --sharp")]
    [InlineData("leadersim slurm status DIR --submit", "status has no option --submit")]
    [InlineData("leadersim slurm resubmit DIR --time 2h", null)]
    [InlineData("dotnet run -c Release --project src/Runner -- run FILE --seed 1", null)]
    [InlineData("some words of prose", null)]
    public void A_command_that_is_wrong_is_found(string command, string? problem) => Assert.Equal(problem, Problem(command));

    // Spans of code, and the lines of fenced blocks. A line in a block may be explained behind three spaces.
    private static IEnumerable<string> CommandsIn(string text) => Fence().Matches(text).SelectMany(m => m.Groups[1].Value.Split('\n'))
        .Concat(Span().Matches(Fence().Replace(text, "")).Select(m => m.Groups[1].Value.ReplaceLineEndings(" ")))
        .Select(line => line.Split("   ")[0].Trim());

    private static string? Problem(string command)
    {
        var words = Word().Matches(command).Select(m => m.Value).ToArray();
        if (words is ["dotnet", "run", ..])
        {
            words = words.Contains("src/Runner") ? ["leadersim", .. words.SkipWhile(w => w != "--").Skip(1)] : [];
        }

        var isCalled = words is ["leadersim", ..];
        words = isCalled ? words[1..] : words;
        if (words.Length == 0 || words[0].StartsWith('-'))
        {
            return null;
        }

        Command? verb = Root.Subcommands.FirstOrDefault(v => v.Name == words[0]);
        if (verb is null)
        {
            return isCalled && Name().IsMatch(words[0]) ? $"there is no verb {words[0]}" : null;
        }

        var options = words.Skip(1).Where(w => Option().IsMatch(w)).Select(w => w.Split('=')[0]).ToArray();
        verb = words.Length > 1 && verb.Subcommands.FirstOrDefault(v => v.Name == words[1]) is { } sub ? sub : verb;
        return options.FirstOrDefault(o => !verb.Options.Concat(Root.Options).Any(known => known.Name == o || known.Aliases.Contains(o))) is { } odd
            ? $"{verb.Name} has no option {odd}"
            : null;
    }

    [GeneratedRegex("^ *```(?:sh|bash)?\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?:[^\s'""]|'[^']*'|""[^""]*"")+")]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z]+$")]
    private static partial Regex Name();

    [GeneratedRegex("^--?[a-z][a-z-]*(=|$)")]
    private static partial Regex Option();
}
