using System.Text.RegularExpressions;
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
    [InlineData("channels.remote", "{range: {from: 0.1, to: 0.9, step: 0.3}}", "step 0.3 does not end there; near are to: 0.7, to: 1, steps: 3 instead of step (0.4 apart), steps: 4 instead of step (0.266667 apart)")]
    [InlineData("channels.remote", "{range: {from: 0.1, to: 0.9, step: 0.1, steps: 9}}", "steps is the number of levels, both ends included")]
    [InlineData("channels.remote", "{range: {from: 0.1, to: 0.9, step: 0}}", "or step the width between two of them, above 0")]
    [InlineData("channels.remote", "{range: {from: 0.5, to: 0.9, step: 0.7}}", "does not end there; near are steps: 2 instead of step (0.4 apart), steps: 3 instead of step (0.2 apart)")]
    [InlineData("channels.remote", "{range: {from: 0, to: 1, step: 0.0000001}}", "makes more than 1000000 levels; take a wider one")]
    [InlineData("organization.seats", "{range: {from: 10, to: 15, step: 2.5}}", "step 2.5 is not a whole number; near are step: 2 and step: 3")]
    [InlineData("organization.seats", "{range: {from: 10, to: 15, step: 2}}", "does not end there; near are to: 14, to: 16, steps: 3 instead of step (2.5 apart), steps: 4 instead of step (1.666667 apart)")]
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

    [Theory]
    [InlineData("channels.remote", "{from: 0.1, to: 0.9, step: 0.3}")]
    [InlineData("turnover.hazardPerTick", "{from: 0.01, to: 0.06, step: 0.02}")]
    [InlineData("organization.seats", "{from: 10, to: 15, step: 2}")]
    public void Every_choice_that_is_offered_works(string path, string range)
    {
        var message = Read(path, $"{{range: {range}}}").Problems.Single().Message;
        var offered = Regex.Matches(message[message.IndexOf("near are", StringComparison.Ordinal)..], @"(to|steps): [\d.]+").Select(m => m.Value).ToList();
        Assert.True(offered.Count >= 3, message);
        Assert.All(offered, choice =>
        {
            var changed = choice[0] == 't' ? Regex.Replace(range, @"to: [\d.]+", choice) : Regex.Replace(range, @"step: [\d.]+", choice);
            Assert.Empty(Read(path, $"{{range: {changed}}}").Problems);
        });
    }

    [Theory]
    [InlineData("{from: 0.001, to: 1, steps: 4, scale: log}", "[0.001, 0.01, 0.1, 1]")]
    [InlineData("{from: 0.01, to: 0.64, steps: 4, scale: log}", "[0.01, 0.04, 0.16, 0.64]")]
    [InlineData("{from: 0.125, to: 1, steps: 4, scale: log}", "[0.125, 0.25, 0.5, 1]")]
    public void Logarithmic_levels_are_decimal_where_they_have_a_short_spelling(string range, string levels) =>
        Assert.Equal(
            Plan("channels.remote", $"{{levels: {levels}}}").Points.Select(p => p.Id),
            Plan("channels.remote", $"{{range: {range}}}").Points.Select(p => p.Id));

    [Theory]
    [InlineData("{levels: [\"0.5\"]}", "channels.remote is \"0.5\" in quotes, which makes it a text; write 0.5 without them")]
    [InlineData("{levels: []}", "levels of channels.remote are an empty list; allowed is a list of at least one level")]
    [InlineData("{levels: [00.5]}", "channels.remote is \"00.5\" with a leading zero, which some programs read as octal; write 0.5")]
    public void What_is_wrong_with_a_level_is_named(string factor, string message) =>
        Assert.Contains(message, string.Join('\n', Read("channels.remote", factor).Problems), StringComparison.Ordinal);

    private ExperimentPlan Plan(string path, string factor) => new(Read(path, factor).Spec!);

    private ReadResult Read(string path, string factor, params string[] overrides) => ExperimentReader.Read(
        _folder.Write("a.yaml", $"name: a\nquestion: q\nexpectation: e\nfactors:\n  {path}: {factor}\ndesign: fullFactorial\nreplicates: 1\nseed: 1\n"), overrides);
}
