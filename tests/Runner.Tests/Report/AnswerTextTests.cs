using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.Report;

namespace LeadershipSim.Runner.Tests.Report;

public class AnswerTextTests
{
    private const int Horizon = 520;

    [Fact]
    public void Yes_when_every_interval_lies_above_one_half() =>
        Assert.StartsWith("Yes: under every policy compared", First(("a", 0, 0.9), ("b", 0, 0.8)), StringComparison.Ordinal);

    [Fact]
    public void No_when_every_interval_lies_below_one_half() =>
        Assert.StartsWith("No: under no policy compared", First(("a", 0, 0.1), ("b", 0, 0.2)), StringComparison.Ordinal);

    [Fact]
    public void It_depends_when_policies_differ()
    {
        var answer = First(("a", 0, 0.9), ("b", 0, 0.1), ("c", 0, 0.5));

        Assert.StartsWith("It depends on the policy.", answer, StringComparison.Ordinal);
        // 90 of 100: Wilson's interval is .826 to .945 (Newcombe 1998, method 3).
        Assert.Contains("more likely than not under a 0.90 (0.83–0.94, n = 100)", answer, StringComparison.Ordinal);
        Assert.Contains("less likely than not under b 0.10 (0.06–0.17, n = 100)", answer, StringComparison.Ordinal);
        Assert.Contains("open (the interval contains one half) under c", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_are_named_when_they_turn_the_answer()
    {
        var answer = string.Join(" ", AnswerText.Of(Study(("a", 0.3, 0.1), ("a", 0.9, 0.95))));

        Assert.Contains("Conditions turn the answer under a from 0.95", answer, StringComparison.Ordinal);
        Assert.Contains("at channels.remote = 0.9 down to 0.10", answer, StringComparison.Ordinal);
    }

    /// <summary>Points that were drawn at random: 15 of 21 survive, 6 do not. Their best and worst say nothing, and nothing was compared.</summary>
    [Fact]
    public void Many_points_are_counted_instead_of_naming_the_luckiest()
    {
        var study = Study([.. Enumerable.Range(0, 21).Select(k => ("all runs", k / 100.0, k < 15 ? 0.9 : 0.1))]) with { ComparedPath = "" };
        var answer = string.Join(" ", AnswerText.Of(study));

        Assert.StartsWith("Yes: over all runs together, a program is more likely than not to be alive 52 ticks", answer, StringComparison.Ordinal);
        Assert.Contains("Of 21 design points, 15 say yes, 6 no, and 0 leave it open.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Conditions turn", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("under every", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_claimed_when_no_leadership_left()
    {
        var group = new RunGroup("a", [], [.. Enumerable.Range(0, 5).Select(r => new ProgramRun(r, 90, true, null, null, Horizon))]);
        var summary = OutlivingSummary.Of(group, 52, 260);
        var study = new OutlivingStudy { ComparedPath = "policy", OtherPaths = [], HorizonTicks = Horizon, ByPolicy = [summary], ByPoint = [summary],
            Cautions = [], PointCautions = [] };

        Assert.StartsWith("These runs cannot say", AnswerText.Of(study)[0], StringComparison.Ordinal);
    }

    private static string First(params (string Policy, double Remote, double Share)[] groups) => AnswerText.Of(Study(groups))[0];

    private static OutlivingStudy Study(params (string Policy, double Remote, double Share)[] groups)
    {
        var byPoint = groups.Select(g => Summary(g.Policy, [("channels.remote", FormattableString.Invariant($"{g.Remote}"))], Runs(g.Share))).ToArray();
        return new OutlivingStudy
        {
            ComparedPath = "policy",
            OtherPaths = groups.Select(g => g.Remote).Distinct().Count() > 1 ? ["channels.remote"] : [],
            HorizonTicks = Horizon,
            ByPolicy = [.. byPoint.GroupBy(s => s.Group.Policy).Select(g => Summary(g.Key, [], [.. g.SelectMany(s => s.Group.Runs)]))],
            ByPoint = byPoint,
            Cautions = [],
            PointCautions = [],
        };
    }

    private static OutlivingSummary Summary(string policy, IReadOnlyList<(string, string)> conditions, ProgramRun[] runs) =>
        OutlivingSummary.Of(new RunGroup(policy, conditions, runs), landmarkTicks: 52, restrictedMeanTicks: 260);

    // The leadership leaves at tick 100; a share of the programs reaches the horizon, the others fail at tick 110.
    private static ProgramRun[] Runs(double share) =>
        [.. Enumerable.Range(0, 100)
            .Select(r => r < Math.Round(100 * share) ? new ProgramRun(r, Horizon, false, 100, null, Horizon)
            : new ProgramRun(r, 110, true, 100, null, Horizon))];
}
