using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>Evenly spaced levels, and overrides of factors.</summary>
public sealed class SpreadReaderTests : IDisposable
{
    private const string Nine = "{levels: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]}";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{range: {from: 0.1, to: 0.9, steps: 9}}")]
    [InlineData("{range: {from: 0.1, to: 0.9, step: 0.1}}")]
    public void Levels_are_those_that_people_write(string range)
    {
        var (listed, spread) = (Plan("channels.remote", Nine), Plan("channels.remote", range));
        Assert.Equal(listed.ExperimentId, spread.ExperimentId);
        Assert.Equal(listed.Points.Select(p => p.Id), spread.Points.Select(p => p.Id));
    }

    // Every decimal range with up to three digits that has as many levels as hundredths: spelled as text, k/100.
    [Fact]
    public void Every_hundredth_is_the_number_of_its_text()
    {
        var values = EvenSpread.Linear(0, 1, 101).ToList();
        Assert.All(Enumerable.Range(0, 101), k => Assert.Equal(k / 100.0, values[k]));
        Assert.Equal(1.0 / 3, EvenSpread.Linear(0, 1, 4).ElementAt(1));
    }

    [Theory]
    [InlineData("channels.remote", "{range: {from: 0.1, to: 0.9, step: 0.3}}", "step 0.3 does not end there; near are step: 0.4 (3 levels) and step: 0.266667 (4 levels)")]
    [InlineData("channels.remote", "{range: {from: 0.1, to: 0.9, step: 0.1, steps: 9}}", "steps is the number of levels, both ends included")]
    [InlineData("channels.remote", "{range: {from: 0.1, to: 0.9, step: 0}}", "or step the width between two of them, above 0")]
    [InlineData("organization.seats", "{range: {from: 10, to: 12, steps: 5}}", "there are 3 whole numbers: ask for fewer steps, at most 3")]
    public void What_cannot_be_spread_is_named_with_what_is_possible(string path, string range, string message) =>
        Assert.Contains(message, string.Join('\n', Read(path, range).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("channels.remote=0.5")]
    [InlineData("factors.channels.remote={levels: [0.5]}")]
    [InlineData("factors.channels.remote.levels=[0.5]")]
    public void Overrides_reach_factors(string change)
    {
        var spec = Read("channels.remote", "{range: {from: 0.1, to: 0.9, steps: 9}}", change).Spec!;
        Assert.Equal([0.5], spec.Factors.Single().Levels.Select(l => (double)l.Value));
    }

    [Fact]
    public void An_override_changes_a_part_of_a_range()
    {
        var spec = Read("channels.remote", "{range: {from: 0.1, to: 0.9, steps: 9}}", "factors.channels.remote.range.steps=5").Spec!;
        Assert.Equal(5, spec.Factors.Single().Levels.Count);
    }

    private ExperimentPlan Plan(string path, string factor) => new(Read(path, factor).Spec!);

    private ReadResult Read(string path, string factor, params string[] overrides) => ExperimentReader.Read(
        _folder.Write("a.yaml", $"name: a\nquestion: q\nexpectation: e\nfactors:\n  {path}: {factor}\ndesign: fullFactorial\nreplicates: 1\nseed: 1\n"), overrides);
}
