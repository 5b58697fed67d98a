using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class ExperimentSchemaTests
{
    private const string File = "experiments/leadersim.schema.json";

    [Fact]
    public void The_committed_schema_is_the_one_that_follows_from_the_parameters() =>
        Assert.True(
            RepositoryRoot.Read(File) == ExperimentSchema.Generate(),
            $"{File} is out of date; write it again: dotnet run --project src/Runner -- schema > {File}");

    [Fact]
    public async Task It_accepts_what_the_reader_accepts()
    {
        using var folder = new TemporaryFolder();
        var spec = ExperimentReader.Read(folder.Write("a.yaml", ExperimentText.Valid)).Spec!;
        Assert.Empty(await SchemaValidator.ProblemsAsync(new ExperimentPlan(spec).ResolvedJson));
    }

    [Theory]
    [InlineData("""{"nam": "a"}""")]
    [InlineData("""{"baseline": {"channels": {"remote": 1.5}}}""")]
    [InlineData("""{"baseline": {"channels": {"remot": 0.5}}}""")]
    [InlineData("""{"baseline": {"policy": {"kind": "distributd"}}}""")]
    [InlineData("""{"baseline": {"viability": {"rule": "performanc"}}}""")]
    [InlineData("""{"factors": {"channels.remote": [0.1]}}""")]
    [InlineData("""{"factors": {"channels.remote": {"levels": [2]}}}""")]
    [InlineData("""{"design": "fullFactoral"}""")]
    [InlineData("""{"design": {"kind": "latinHypercub"}}""")]
    [InlineData("""{"design": {"kind": "latinHypercube", "point": 10}}""")]
    [InlineData("""{"factors": {"channels.remote": {"levels": [0.1], "range": {"from": 0, "to": 1}}}}""")]
    [InlineData("""{"factors": {"channels.remote": {"weights": [1]}}}""")]
    [InlineData("""{"factors": {"channels.remote": {"distribution": {"kind": "uniforn"}}}}""")]
    [InlineData("""{"constraints": "a < b"}""")]
    public async Task It_refuses_what_the_reader_refuses(string json) => Assert.NotEmpty(await SchemaValidator.ProblemsAsync(json));
}
