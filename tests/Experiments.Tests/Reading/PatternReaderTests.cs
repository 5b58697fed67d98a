using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class PatternReaderTests
{
    private const string Valid = """
        name: small
        question: Which?
        expectation: This one.
        factors: {policy: {levels: [council, hierarchy]}}
        design: fullFactorial
        replicates: 3
        seed: 5
        intervention: {remove: director, atTick: 5}
        pattern:
          claim: Most live.
          source: Somebody 2001
          mapping: As it is.
          role: validate
          statistic: {of: twinEndTick, less: endTick, among: {output: failed, atMost: 0}, at: {policy: council}, against: {policy: hierarchy}}
          target: {value: 0.5, tolerance: 0.1}
        """;

    [Fact]
    public void A_pattern_is_read_with_all_it_says()
    {
        var pattern = Read(Valid).Spec!.Pattern!;

        Assert.Equal(("Most live.", "Somebody 2001", "As it is.", PatternRole.Validate), (pattern.Claim, pattern.Source, pattern.Mapping, pattern.Role));
        var (of, less, among) = (pattern.Statistic.Of, pattern.Statistic.Less!, pattern.Statistic.Among!.Value.Output);
        Assert.Equal(("twinEndTick", "endTick", "failed"), (of.Name, less.Name, among.Name));
        Assert.Equal(("council", "hierarchy"), (pattern.Statistic.At["policy"], pattern.Statistic.Against["policy"]));
        Assert.Equal((0.4, 0.6), (pattern.Target.Lower, pattern.Target.Upper));
    }

    [Theory]
    [InlineData("role: validate", "role: validat", "did you mean \"validate\"?")]
    [InlineData("  claim: Most live.\n", "", "the key \"claim\" is missing")]
    [InlineData("of: twinEndTick", "of: twinEnd", "which no run has")]
    [InlineData("{policy: council}", "{policy: councl}", "did you mean \"council\"?")]
    [InlineData("value: 0.5, tolerance: 0.1", "value: 0.5", "allowed is value with tolerance, or atLeast or atMost")]
    [InlineData("value: 0.5, tolerance: 0.1", "value: 0.5, tolerance: 0.1, atMost: 2", "allowed is value with tolerance, or atLeast or atMost")]
    [InlineData("intervention: {remove: director, atTick: 5}\n", "", "names \"twinEndTick\", which no run has")]
    public void What_is_wrong_is_said_with_its_place(string good, string bad, string message)
    {
        var result = Read(Valid.Replace("\r", "", StringComparison.Ordinal).Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(result.Spec);
        Assert.Contains(result.Problems, p => p.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static ReadResult Read(string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.yaml");
        File.WriteAllText(file, text);
        return ExperimentReader.Read(file);
    }
}
