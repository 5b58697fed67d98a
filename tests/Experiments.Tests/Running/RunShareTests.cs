using CsCheck;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Tests.Running;

public sealed class RunShareTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Fact]
    public void Shares_follow_one_another_make_the_plan_and_differ_by_one_run_at_most() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[1, 300]).Sample((runs, of) =>
        {
            var shares = Enumerable.Range(1, of).Select(k => new RunShare(k, of).RangeOf(runs)).ToList();
            return shares[0].First == 0
                && shares.Zip(shares.Skip(1)).All(pair => pair.First.First + pair.First.Count == pair.Second.First)
                && shares.Sum(s => s.Count) == runs
                && shares.Max(s => s.Count) - shares.Min(s => s.Count) <= 1;
        });

    [Theory]
    [InlineData("3/10", true)]
    [InlineData("1/1", true)]
    [InlineData("0/10", false)]
    [InlineData("11/10", false)]
    [InlineData("-1/10", false)]
    [InlineData("3", false)]
    [InlineData("3/", false)]
    [InlineData("3/1000001", false)]
    public void A_share_is_read_as_people_write_it(string text, bool isOne) => Assert.Equal(isOne ? text : null, RunShare.Parse(text)?.ToString());

    [Theory]
    [InlineData(2, "")]
    [InlineData(7, "")]
    [InlineData(70, "")]
    [InlineData(3, "changes: [{tick: 10, set: {policy: equal}}, {when: \"vitality < 0.9 for 2 ticks\", set: {demand.decisionsPerSeat: 0.4}}]")]
    [InlineData(4, "stop: {when: \"tick > 30 and vitality < 0.9\", cause: late}\nmetrics: {top: \"max over time of vitality\"}")]
    [Trait("Speed", "Slow")]
    public void Shares_run_apart_and_merged_give_the_bytes_of_the_whole(int of, string more)
    {
        var plan = SmallStudy.Plan(1, more);
        using var folder = new TemporaryFolder();
        var (whole, merged) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "merged"));
        SmallStudy.Run(whole, plan);
        var parts = Enumerable.Range(1, of).Select(k => Path.Combine(folder.Path, $"part{k}")).ToList();
        foreach (var (part, k) in parts.Select((p, k) => (p, k)))
        {
            var result = SmallStudy.Run(part, plan, new SweepOptions { Share = new RunShare(k + 1, of), Workers = 1 });
            Assert.True(result.IsComplete);
            Assert.Equal(result.Total, result.RanNow);
            Assert.Equal((result.Total, ExperimentStatus.Incomplete), (RunTable.ManifestOf(part).RunsDone, RunTable.ManifestOf(part).Status));
            Assert.Equal(0, SmallStudy.Run(part, plan, new SweepOptions { Share = new RunShare(k + 1, of) }).RanNow);
        }

        using (var store = SmallStudy.Open(merged, plan))
        {
            var result = StoreMerge.Merge(plan, store, parts, new SweepOptions());
            Assert.Equal((60, 60, true), (result.Done, result.RanNow, result.IsComplete));
        }

        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(merged));
    }

    [Fact]
    public void A_share_in_a_folder_that_holds_more_keeps_what_is_there()
    {
        using var folder = new TemporaryFolder();
        var whole = Path.Combine(folder.Path, "whole");
        SmallStudy.Run(whole, _plan);
        SmallStudy.Run(folder.Path, _plan, new SweepOptions { Share = new RunShare(1, 4) });
        var second = SmallStudy.Run(folder.Path, _plan, new SweepOptions { Share = new RunShare(2, 4) });
        Assert.Equal((15, 15, 15), (second.Total, second.Done, second.RanNow));
        Assert.Equal(30, StoreStatus.Of(folder.Path, _plan).Done);
        Assert.Equal(30, SmallStudy.Run(folder.Path, _plan).RanNow);
        Assert.Equal(SmallStudy.Tables(whole), SmallStudy.Tables(folder.Path));
    }

    [Fact]
    public void Failures_that_are_tried_again_do_not_count_against_the_number_that_may_fail()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan, new SweepOptions { CreateEngine = () => _ => throw new InvalidOperationException("no") });
        var result = SmallStudy.Run(folder.Path, _plan, new SweepOptions { RetryFailed = true, MaxFailures = 0 });
        Assert.Equal((60, 0, true, false), (result.Done, result.Failed, result.IsComplete, result.StoppedByFailures));
    }

    [Fact]
    public void A_manifest_says_running_from_the_start_of_a_session_to_its_end()
    {
        using var folder = new TemporaryFolder();
        var seen = new List<ExperimentStatus>();
        SmallStudy.Run(folder.Path, _plan, new SweepOptions { Progress = _ => seen.Add(RunTable.ManifestOf(folder.Path).Status) });
        Assert.All(seen, s => Assert.Equal(ExperimentStatus.Running, s));
        Assert.Equal(ExperimentStatus.Complete, RunTable.ManifestOf(folder.Path).Status);
        Assert.Contains("\"status\": \"complete\"", File.ReadAllText(Path.Combine(folder.Path, "manifest.json")), StringComparison.Ordinal);
    }
}
