using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public sealed class GroupedHelpTests
{
    [Fact]
    public async Task The_verbs_stand_by_what_they_are_for()
    {
        var help = (await Commands.CommandLine.RunAsync("--help")).Output;
        string[] headings = ["Experiments:", "Results:", "Your own tables:", "Model:", "Watching:", "Shell:"];
        int[] places = [.. headings.Select(h => help.IndexOf(h, StringComparison.Ordinal))];
        Assert.All(places, place => Assert.True(place >= 0));
        Assert.Equal(places.Order(), places);
        Assert.Contains("  dock [CASE]...", help, StringComparison.Ordinal);
        Assert.Contains("--quiet", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_is_listed_once()
    {
        var root = Assert.IsType<LeaderSimCommand>(Program.Root());
        Assert.Equal(root.Subcommands.Where(v => !v.Hidden).Select(v => v.Name).Order(), root.Groups.SelectMany(g => g.Verbs).Select(v => v.Name).Order());
    }

    [Fact]
    public async Task Help_fits_a_terminal_of_a_hundred_columns()
    {
        Assert.All((await Commands.CommandLine.RunAsync("--help")).Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, GroupedHelp.Width));
        foreach (var verb in Program.Root().Subcommands)
        {
            Assert.All(
                (await Commands.CommandLine.RunAsync(verb.Name, "--help")).Output.Split('\n'),
                line => Assert.InRange(line.TrimEnd('\r').Length, 0, GroupedHelp.Width));
        }
    }

    [Fact]
    public async Task An_unknown_verb_is_a_mistake_even_with_help()
    {
        var run = await Commands.CommandLine.RunAsync("analyse", "--help");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("unknown verb analyse; did you mean analyze?", run.Error, StringComparison.Ordinal);
    }
}
