using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("results/a-b_1.yaml", "results/a-b_1.yaml")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's $HOME \"x\"", "'it'\\''s $HOME \"x\"'")]
    [InlineData("", "''")]
    public void A_word_is_read_back_by_a_shell(string word, string expected) => Assert.Equal(expected, Quoted.ForShell(word));
}
