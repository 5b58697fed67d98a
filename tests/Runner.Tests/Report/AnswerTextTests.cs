using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.Report;

namespace LeadershipSim.Runner.Tests.Report;

public class AnswerTextTests
{
    private const int Horizon = 520;

    [Fact]
    public void The_first_sentence_names_the_leading_arm_those_it_is_not_better_than_and_those_that_are_worse()
    {
        var answer = Answer(("a", "", 400), ("b", "", 395), ("c", "", 100));

        Assert.Matches(
            "^Under a, programs live longest after their leadership leaves: 402 of 520 ticks \\(95 % interval [0-9]+ to [0-9]+\\)\\. "
            + "No difference from that is shown under b\\. They live shorter under c\\.$",
            answer[0]);
        Assert.Matches("^Under a, the need goes unmet for [0-9]+ ticks", answer[1]);
    }

    [Fact]
    public void Ties_are_not_ranked()
    {
        var answer = Answer(("a", "", 300), ("b", "", 300), ("c", "", 300));

        Assert.Equal("No difference is shown between the 3 policies: after their leadership leaves, programs live 302 of 520 ticks.", answer[0]);
        Assert.DoesNotContain("longest", string.Join(' ', answer), StringComparison.Ordinal);
        Assert.DoesNotContain("least", string.Join(' ', answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_of_conditions_add_up_to_all()
    {
        var answer = string.Join(' ', Answer(("a", "1", 100), ("b", "1", 300), ("a", "2", 300), ("b", "2", 100), ("a", "3", 200), ("b", "3", 350)));

        Assert.Contains("Of 3 conditions, programs under b live longer in 2 and live shorter in 1, compared with a.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_claimed_when_no_leadership_left()
    {
        var runs = Enumerable.Range(0, 5).Select(r => new ProgramRun(r, 90, true, null, null, Horizon)).ToArray();

        Assert.StartsWith("These runs cannot say whether programs outlive their leadership", AnswerText.Of(Study([(Group("a", "", runs), 1.0)]))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_is_short_however_much_was_compared()
    {
        var points = Enumerable.Range(0, 13).SelectMany(arm =>
            Enumerable.Range(0, 6).Select(condition => ($"policy{arm}", $"{condition}", (30 * arm) + condition + 10))).ToArray();
        var words = string.Join(' ', Answer(points)).Split(' ').Length;

        Assert.True(words <= 60, $"{words} words");
    }

    private static IReadOnlyList<string> Answer(params (string Arm, string Condition, int Ticks)[] points) =>
        AnswerText.Of(Study([.. points.Select(p => (Group(p.Arm, p.Condition, Runs(p.Ticks)), 1.0))]).ComparedWith(points[0].Arm));

    private static OutlivingStudy Study(IReadOnlyList<(RunGroup Group, double Weight)> points) => OutlivingStudy.Of(
        StudyPoints.Of(points, isSample: false),
        new OutlivingStudy
        {
            ComparedPath = "policy",
            OtherPaths = points.Any(p => p.Group.Conditions.Count > 0) ? ["x"] : [],
            HorizonTicks = Horizon,
        });

    private static RunGroup Group(string arm, string condition, ProgramRun[] runs) =>
        new(new("policy", arm), condition.Length == 0 ? [] : [("x", condition)], runs);

    // The leadership leaves at tick 21; programs fail so many ticks later, give or take a few.
    private static ProgramRun[] Runs(int ticks) =>
        [.. Enumerable.Range(0, 40).Select(r => new ProgramRun(r, 20 + ticks + (r % 5), true, 21, null, Horizon))];
}
