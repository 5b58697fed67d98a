using LeadershipSim.Runner.Describing;

namespace LeadershipSim.Runner.Tests.Describing;

public sealed class OddDocumentTests
{
    private const string File = "src/Simulation/ODD.md";

    [Fact]
    public void The_committed_description_has_the_tables_of_the_code() =>
        Assert.True(
            RepositoryRoot.Read(File) == OddDocument.Text(),
            $"{File} is out of date; write it again: dotnet run -c Release --project src/Runner -- odd > odd.md, then move odd.md to {File}");
}
