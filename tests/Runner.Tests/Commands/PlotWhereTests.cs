namespace LeadershipSim.Runner.Tests.Commands;

public sealed class PlotWhereTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Several_levels_of_a_factor_add_points_and_another_factor_takes_away()
    {
        var file = _folder.Write("e.yaml", """
            name: where
            question: Which points are drawn?
            expectation: None.
            baseline: {horizonTicks: 30}
            factors:
              policy: {levels: [hierarchy, hoarding, distributed]}
              organization.seats: {levels: [8, 12]}
            design: fullFactorial
            replicates: 2
            seed: 1
            """);
        var results = (await CommandLine.RunAsync("run", file, "-o", _folder.Root, "-q", "--set", "figures=[]")).Output.Trim();
        Task<CommandLine> Drawn(params string[] where) =>
            CommandLine.RunAsync(["plot", results, "--figure", "states", "--data", .. where.SelectMany(w => new[] { "--where", w })]);

        var both = await Drawn("policy = hoarding", "policy = distributed", "organization.seats = 12");
        Assert.True(both.ExitCode == 0, both.Error);
        Assert.Contains("hoarding", both.Output, StringComparison.Ordinal);
        Assert.Contains("distributed", both.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hierarchy", both.Output, StringComparison.Ordinal);

        var nothing = await Drawn("policy = council");
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("levels of policy: hierarchy, hoarding, distributed", nothing.Error, StringComparison.Ordinal);
    }
}
