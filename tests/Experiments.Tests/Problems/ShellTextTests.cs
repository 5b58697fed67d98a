using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Tests.Problems;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("results/a-b_1.yaml", "results/a-b_1.yaml")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's $HOME \"x\"", "'it'\\''s $HOME \"x\"'")]
    [InlineData("größe", "'größe'")]
    [InlineData("", "''")]
    public void A_word_is_read_back_by_a_shell(string word, string expected) => Assert.Equal(expected, ShellText.Quote(word));

    [Theory]
    [InlineData(null, "leadersim")]
    [InlineData("/study/mine.cs", "dotnet run mine.cs --")]
    [InlineData("/study/my code.cs", "dotnet run 'my code.cs' --")]
    public void A_program_of_one_file_is_called_by_its_file(string? file, string expected) =>
        Assert.Equal(expected, ShellText.ProgramOf(file, "/study"));

    [Fact]
    public void A_command_is_the_program_and_its_words() =>
        Assert.Equal("leadersim run 'my file.yaml' --set policy=equal", ShellText.Command("run", "my file.yaml", "--set", "policy=equal"));
}
