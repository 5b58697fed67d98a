using System.Text;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class ExperimentReaderTests
{
    [Fact]
    public void A_valid_file_gives_the_experiment_it_says()
    {
        var spec = Valid(ExperimentText.Valid);
        Assert.Equal("small", spec.Name);
        Assert.Equal(0UL, spec.Seed);
        Assert.Equal(10, spec.Baseline.Organization.Seats);
        Assert.Equal(0.5, spec.Baseline.Channels.Remote);
        Assert.Equal(new Shock { Tick = 3, Remove = ShockTarget.TopHolders, Count = 2 }, Assert.Single(spec.Baseline.Shocks));
        Assert.Equal(["policy", "demand.decisionsPerSeat"], spec.Factors.Select(f => f.Path));
        Assert.Equal(["equal", "generous"], spec.Factors[0].Levels.Select(l => l.Value));
        Assert.Equal(0.2, Assert.IsType<Distributed>(spec.Factors[0].Levels[1].Setting).ShareRate);
    }

    [Theory]
    [InlineData("name: small", "name: Small!", "1:7", "a-z, 0-9 and -")]
    [InlineData("question: Which?", "questoin: Which?", "2:1", "did you mean \"question\"?")]
    [InlineData("question: Which?", "question:", "2:10", "the key \"question\" is missing")]
    [InlineData("question: Which?", "question: [a, b]", "2:11", "a list; allowed is a text")]
    [InlineData("{seats: 10, sites: 2}", "{seats: 0, sites: 2}", "5:25", "organization.seats is 0; allowed is a whole number from 1 to 10000000")]
    [InlineData("{seats: 10, sites: 2}", "{seats: 1.5, sites: 2}", "5:25", "\"1.5\"; allowed is a whole number")]
    [InlineData("{seats: 10, sites: 2}", "{seats: [10], sites: 2}", "5:25", "a list; allowed is a whole number from 1 to 10000000 (to vary it")]
    [InlineData("{seats: 10, sites: 2}", "{seats: 10, seats: 12}", "5:29", "duplicate key \"seats\"; it stands in line 5 already")]
    [InlineData("{seats: 10, sites: 2}", "{seat: 10}", "5:18", "did you mean \"seats\"?")]
    [InlineData("{seats: 10, sites: 2}", "12", "5:17", "organization is \"12\"; allowed is a mapping of seats, sites, beliefDimensions")]
    [InlineData("channels.remote: 0.5", "channels.remote: .nan", "6:20", "\".nan\"; allowed is a number from 0 to 1")]
    [InlineData("channels.remote: 0.5", "channels.remote: 0,5", "6:20", "\"0,5\"; allowed is a number from 0 to 1")]
    [InlineData("channels.remote: 0.5", "channels.remote: \"0.5\"", "6:20", "allowed is a number")]
    [InlineData("channels.remote: 0.5", "channels.remote: 1e999", "6:20", "allowed is a number from 0 to 1")]
    [InlineData("channels.remote: 0.5", "channels.remote: 1.01", "6:20", "channels.remote is 1.01; allowed is a number from 0 to 1")]
    [InlineData("channels.remote: 0.5", "chanels.remote: 0.5", "6:3", "did you mean \"channels\"?")]
    [InlineData("remove: topHolders", "remove: topHolder", "7:30", "did you mean \"topHolders\"?")]
    [InlineData("levels: [equal,", "levels: [equal, equal,", "9:28", "level equal of policy stands twice")]
    [InlineData("levels: [equal,", "levels: [equl,", "9:21", "did you mean \"equal\"?")]
    [InlineData("shareRate: 0.2", "sharRate: 0.2", "9:48", "did you mean \"shareRate\"?")]
    [InlineData("demand.decisionsPerSeat: {levels", "demand.decisionPerSeat: {levels", "10:3", "did you mean \"demand.decisionsPerSeat\"?")]
    [InlineData("demand.decisionsPerSeat: {levels", "decisionsPerSeat: {levels", "10:3", "did you mean \"demand.decisionsPerSeat\"?")]
    [InlineData("demand.decisionsPerSeat: {levels: [0.1, 0.2, 0.4]}", "demand.decisionsPerSeat: [0.1, 0.2]", "10:28", "one of levels: [...], range: {from, to, steps} and distribution")]
    [InlineData("demand.decisionsPerSeat: {levels: [0.1, 0.2, 0.4]}", "demand.decisionsPerSeat: {levels: []}", "10:37", "at least one level")]
    [InlineData("demand.decisionsPerSeat: {levels: [0.1, 0.2, 0.4]}", "policy.shareRate: {levels: [0.1]}", "10:3", "policy equal has no parameter")]
    [InlineData("demand.decisionsPerSeat: {levels: [0.1, 0.2, 0.4]}", "demand: {levels: [1]}", "10:3", "a group of parameters; name one of them, as in demand.decisionsPerSeat")]
    [InlineData("design: fullFactorial", "design: fullFactoral", "11:9", "did you mean \"fullFactorial\"?")]
    [InlineData("replicates: 5", "replicates: 0", "12:13", "from 1 to 100000000")]
    [InlineData("replicates: 5", "replicates: 50000000", "11:9", "6 design points × 50000000 replicates = 300000000 runs, and at most 100000000 are allowed. Take fewer levels, points or replicates, or allow more: --set execution.maxRuns=300000000")]
    [InlineData("seed: 0", "seed: -1", "13:7", "from 0 to 18446744073709551615")]
    [InlineData("seed: 0", "seed: 0\nseeding: comon", "14:10", "did you mean \"common\"?")]
    [InlineData("seed: 0", "seed: 0\nfigures: [survivl]", "14:11", "did you mean \"survival\"?")]
    [InlineData("seed: 0", "seed: 0\ntrust: {baseline: 0.1}", "14:1", "did you mean \"baseline.trust\"?")]
    public void A_defect_is_named_with_its_place_and_what_is_allowed(string good, string bad, string place, string message)
    {
        Assert.Contains(good, ExperimentText.Valid, StringComparison.Ordinal);
        var problems = Problems(ExperimentText.Valid.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains($":{place}: ", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_reported_at_once_in_the_order_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var text = ExperimentText.Valid.Replace("name: small", "name: S", StringComparison.Ordinal)
            .Replace("seats: 10", "seats: -1", StringComparison.Ordinal).Replace("seed: 0", "seed: x", StringComparison.Ordinal);
        var result = ExperimentReader.Read(folder.Write("bad.yaml", text));
        Assert.Null(result.Spec);
        Assert.Equal([1, 5, 13], result.Problems.Select(p => p.Line));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("# only a comment", "the file is empty")]
    [InlineData("- a\n- b", "found a list; an experiment file is a mapping")]
    [InlineData("a: [1, 2\nb: 3", "not closed")]
    [InlineData("a: 'x", "this is not YAML")]
    [InlineData("a: *nowhere", "there is no anchor &nowhere above")]
    [InlineData("a: 1\n---\nb: 2", "a second document starts here")]
    [InlineData("a:\n\t- 1", "this is not YAML")]
    [InlineData("a: !!int 3", "found the tag tag:yaml.org,2002:int; an experiment file has no tags")]
    [InlineData("a: !python/object x", "found the tag !python/object")]
    public void What_is_no_experiment_is_refused_in_one_sentence(string text, string message) =>
        Assert.Contains(message, Assert.Single(Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains("nested deeper", Assert.Single(Problems(new StringBuilder("a: ").Insert(3, "[", 5000).ToString())), StringComparison.Ordinal);

    [Fact]
    public void Aliases_that_stand_for_more_than_a_machine_holds_are_refused()
    {
        // Ten aliases of ten aliases of ...: 10^9 values in nine lines.
        var lines = Enumerable.Range(1, 9).Select(k => $"a{k}: &a{k} [{string.Join(", ", Enumerable.Repeat($"*a{k - 1}", 10))}]");
        Assert.Contains("more than 5000000 values", Assert.Single(Problems("a0: &a0 x\n" + string.Join('\n', lines))), StringComparison.Ordinal);
    }

    [Fact]
    public void Quoted_keys_and_aliases_are_read()
    {
        var spec = Valid(ExperimentText.Valid.Replace("{seats: 10, sites: 2}", "{\"seats\": 10, 'sites': 2}", StringComparison.Ordinal)
            .Replace("channels.remote: 0.5", "channels.remote: &share 0.5\n  channels.local: *share", StringComparison.Ordinal));
        Assert.Equal((2, 0.5), (spec.Baseline.Organization.Sites, spec.Baseline.Channels.Local));
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_binary_file_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("study.yaml", ExperimentText.Valid);
        Assert.Contains("did you mean \"study.yaml\"?", Assert.Single(ExperimentReader.Read(Path.Combine(folder.Path, "studi.yaml")).Problems).ToString(), StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Single(ExperimentReader.Read(folder.Path).Problems).Message, StringComparison.Ordinal);
        var binary = Path.Combine(folder.Path, "binary.yaml");
        File.WriteAllBytes(binary, [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF]);
        Assert.Contains("not a text file", Assert.Single(ExperimentReader.Read(binary).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_reach_the_baseline_and_the_experiment()
    {
        var spec = Valid(ExperimentText.Valid, "channels.remote=0.9", "replicates=7", "network={kind: smallWorld, degree: 4}");
        Assert.Equal(0.9, spec.Baseline.Channels.Remote);
        Assert.Equal(7, spec.Replicates);
        Assert.Equal(new Simulation.Networks.SmallWorldNetwork { Degree = 4 }, spec.Baseline.Network);
    }

    [Theory]
    [InlineData("channels.remot=0.9", "did you mean \"remote\"?")]
    [InlineData("channels.remote", "is not an override; allowed is path=value")]
    [InlineData("channels.remote=9", "allowed is a number from 0 to 1")]
    public void A_wrong_override_is_named(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var problem = Assert.Single(ExperimentReader.Read(folder.Write("a.yaml", ExperimentText.Valid), [text]).Problems).ToString();
        Assert.StartsWith($"--set {text}: ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Extended_files_lie_below_and_a_circle_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("presets/weak.yaml", "baseline:\n  channels: {remote: 0.2, local: 0.7}\n  policy: {kind: hierarchy, restoreRate: 0.3}");
        var file = folder.Write("a.yaml", "extends: presets/weak.yaml\n" + ExperimentText.Valid);
        var spec = ExperimentReader.Read(file).Spec!;
        Assert.Equal((0.5, 0.7), (spec.Baseline.Channels.Remote, spec.Baseline.Channels.Local));
        Assert.Equal(new Hierarchy { RestoreRate = 0.3 }, spec.Baseline.Policy);

        folder.Write("presets/weak.yaml", "extends: ../a.yaml");
        Assert.Contains(ExperimentReader.Read(file).Problems, p => p.Message.Contains("in a circle", StringComparison.Ordinal));
        folder.Write("presets/weak.yaml", "baseline: {chanels: {remote: 0.2}}");
        Assert.Contains(ExperimentReader.Read(file).Problems, p => p.File.EndsWith("weak.yaml", StringComparison.Ordinal) && p.Suggestion == "channels");
    }

    [Fact]
    public void A_factor_that_is_spelled_another_way_replaces_the_extended_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("below.yaml", "factors: {turnover.hazardPerTick: {range: {from: 0.001, to: 0.01, steps: 4}}}");
        const string Spelled = "factors:\n  turnover.hazardPerTick: {levels: [0.002, 0.02]}\n";
        var file = folder.Write("a.yaml", "extends: below.yaml\n" + ExperimentText.Valid.Replace("factors:\n", Spelled, StringComparison.Ordinal));
        var read = ExperimentReader.Read(file);
        Assert.Empty(read.Problems);
        Assert.Equal(2, read.Spec!.Factors.Single(f => f.Path == "turnover.hazardPerTick").Levels.Count);
    }

    [Fact]
    public void A_range_is_spread_evenly_or_on_a_log_scale()
    {
        var levels = "levels: [0.1, 0.2, 0.4]";
        var even = Valid(ExperimentText.Valid.Replace(levels, "range: {from: 0, to: 1, steps: 5}", StringComparison.Ordinal));
        Assert.Equal([0.0, 0.25, 0.5, 0.75, 1.0], even.Factors[1].Levels.Select(l => (double)l.Value));
        var log = Valid(ExperimentText.Valid.Replace(levels, "range: {from: 0.01, to: 1, steps: 3, scale: log}", StringComparison.Ordinal));
        Assert.Equal([0.01, 0.1, 1.0], log.Factors[1].Levels.Select(l => Math.Round((double)l.Value, 12)));
    }

    // Those of extensions name what the program itself does not have; .ci/run runs them.
    [Fact]
    public void The_experiments_that_come_with_the_program_are_valid() =>
        Assert.All(
            RepositoryRoot.Files("experiments", "*.yaml")
                .Where(f => !f.Contains("scenarios/", StringComparison.Ordinal) && !f.Contains("extensions/", StringComparison.Ordinal))
                .Where(f => !f.EndsWith("fairness.yaml", StringComparison.Ordinal)),
            file => Assert.Empty(ExperimentReader.Read(Path.Combine(RepositoryRoot.Path, file)).Problems));

    private static ExperimentSpec Valid(string text, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        var result = ExperimentReader.Read(folder.Write("a.yaml", text), overrides);
        Assert.Empty(result.Problems);
        return result.Spec!;
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        using var folder = new TemporaryFolder();
        var result = ExperimentReader.Read(folder.Write("a.yaml", text));
        Assert.Null(result.Spec);
        return [.. result.Problems.Select(p => p.ToString())];
    }
}
