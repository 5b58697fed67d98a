using System.Globalization;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Runner.Report;

/// <summary>
/// Answers, from the results and in words, whether programs outlive their leadership: yes, no, or under which policies and conditions.
/// A group outlives when the whole interval of its share alive lies above one half, it does not when the interval lies below; else it
/// is open.
/// </summary>
internal static class AnswerText
{
    private const double Half = 0.5;
    private const int MostConditions = 20;
    private const string HowToRead = "In brackets: 95 % intervals (Wilson) and the number of runs that could be watched so long.";

    /// <summary>The sentences, the shortest answer first.</summary>
    public static IReadOnlyList<string> Of(OutlivingStudy study)
    {
        study = Labelled(study);
        var known = study.ByPolicy.Where(s => s.Outlives.Trials > 0).OrderByDescending(s => s.Outlives.Estimate).ToArray();
        if (known.Length == 0)
        {
            return
            [
                "These runs cannot say: in none of them did the founding leadership leave early enough before the horizon to see what came after.",
                .. Unknown(study),
            ];
        }

        return [study.ComparedPath.Length == 0 ? VerdictOnAll(known[0]) : Verdict(known, Word(study)), .. Extremes(known), .. Conditions(study, known), .. Before(study), .. Unknown(study), HowToRead];
    }

    /// <summary>A share with its interval and its runs: <c>0.63 (0.59–0.67, n = 587)</c>.</summary>
    public static string Share(Proportion share) => share is { Estimate: { } estimate, Lower: { } lower, Upper: { } upper }
        ? string.Create(CultureInfo.InvariantCulture, $"{estimate:0.00} ({lower:0.00}–{upper:0.00}, n = {share.Trials})")
        : "unknown";

    // Where nothing is compared, the answer is about all runs taken together and no more.
    private static string VerdictOnAll(OutlivingSummary all) =>
        Outlives(all) ? $"Yes: over all runs together, a program is more likely than not to {Claim(all)} ({Share(all.Outlives)})."
        : DoesNot(all) ? $"No: over all runs together, a program is less likely than not to {Claim(all)} ({Share(all.Outlives)})."
        : $"These runs leave it open: the interval of the share that would {Claim(all)} contains one half ({Share(all.Outlives)}).";

    private static string Claim(OutlivingSummary summary) =>
        string.Create(CultureInfo.InvariantCulture, $"be alive {summary.LandmarkTicks} ticks after its founding leadership has left");

    private static string Verdict(OutlivingSummary[] known, string word)
    {
        var claim = Claim(known[0]);
        var (yes, no, open) = (known.Where(Outlives).ToArray(), known.Where(DoesNot).ToArray(), known.Where(s => !Outlives(s) && !DoesNot(s)).ToArray());
        if (yes.Length == known.Length)
        {
            return $"Yes: under every {word} compared, a program is more likely than not to {claim} ({List(yes)}).";
        }

        if (no.Length == known.Length)
        {
            return $"No: under no {word} compared is a program more likely than not to {claim} ({List(no)}).";
        }

        if (open.Length == known.Length)
        {
            return $"These runs leave it open: every interval of the share that would {claim} contains one half ({List(open)}).";
        }

        string[] parts =
        [
            .. Part(yes, "more likely than not under"),
            .. Part(no, "less likely than not under"),
            .. Part(open, "open (the interval contains one half) under"),
        ];
        return $"It depends on the {word}. To {claim} is {string.Join("; ", parts)}.";
    }

    // The name of a policy stands for itself; the level of a parameter says little without its path.
    private static OutlivingStudy Labelled(OutlivingStudy study)
    {
        if (study.ComparedPath is OutlivingStudy.PolicyPath or "")
        {
            return study;
        }

        OutlivingSummary Label(OutlivingSummary summary) =>
            summary with { Group = summary.Group with { Policy = $"{study.ComparedPath} = {summary.Group.Policy}" } };
        return study with { ByPolicy = [.. study.ByPolicy.Select(Label)], ByPoint = [.. study.ByPoint.Select(Label)] };
    }

    private static string Word(OutlivingStudy study) => study.ComparedPath switch { OutlivingStudy.PolicyPath => "policy", "" => "setting", var path => $"level of {path}" };

    private static IEnumerable<string> Part(OutlivingSummary[] group, string words) => group.Length == 0 ? [] : [$"{words} {List(group)}"];

    private static IEnumerable<string> Extremes(OutlivingSummary[] known)
    {
        if (known.Length < 2)
        {
            yield break;
        }

        var (most, least) = (known[0], known[^1]);
        var apart = most.Outlives.Lower > least.Outlives.Upper ? "their intervals lie apart" : "their intervals overlap";
        yield return $"Programs outlive their leadership most often under {most.Group.Policy}, {Share(most.Outlives)}, and least often under {least.Group.Policy}, {Share(least.Outlives)}; {apart}.";
    }

    private static IEnumerable<string> Conditions(OutlivingStudy study, OutlivingSummary[] known)
    {
        if (study.OtherPaths.Count == 0)
        {
            return [];
        }

        (string Policy, OutlivingSummary[] Points)[] groups =
        [
            .. known.Select(s => (s.Group.Policy, study.ByPoint.Where(p => p.Group.Policy == s.Group.Policy && p.Outlives.Trials > 0).OrderByDescending(p => p.Outlives.Estimate).ToArray())),
        ];
        return groups.Any(g => g.Points.Length > MostConditions) ? groups.Select(g => Tally(g.Policy, g.Points, isCompared: study.ComparedPath.Length > 0)) : [Turns(study, groups)];
    }

    // The best and the worst of many design points are what chance made them.
    private static string Tally(string policy, OutlivingSummary[] points, bool isCompared)
    {
        var (yes, no) = (points.Count(Outlives), points.Count(DoesNot));
        return string.Create(CultureInfo.InvariantCulture, $"Of {points.Length} design points{(isCompared ? $" under {policy}" : "")}, {yes} say yes, {no} no, and {points.Length - yes - no} leave it open.");
    }

    // Where the verdict on one policy differs between conditions, the conditions decide.
    private static string Turns(OutlivingStudy study, (string Policy, OutlivingSummary[] Points)[] groups)
    {
        string[] decided =
        [
            .. groups.Where(g => g.Points.Any(Outlives) && g.Points.Any(DoesNot)).Select(g =>
                $"under {g.Policy} from {Share(g.Points[0].Outlives)} at {g.Points[0].Group.ConditionText} down to {Share(g.Points[^1].Outlives)} at {g.Points[^1].Group.ConditionText}"),
        ];
        return decided.Length == 0
            ? $"For no {Word(study)} does {string.Join(" or ", study.OtherPaths)} turn the answer from yes to no within the levels tried."
            : $"Conditions turn the answer {string.Join("; ", decided)}.";
    }

    private static IEnumerable<string> Before(OutlivingStudy study)
    {
        var early = study.ByPolicy.Where(s => s.FailsBeforeExit.Estimate >= 0.1).ToArray();
        if (early.Length > 0)
        {
            yield return "Not counted above, because they never saw their leadership leave: the programs that failed before it, a share of "
                + string.Join(", ", early.Select(s => $"{Share(s.FailsBeforeExit)} under {s.Group.Policy}")) + ".";
        }
    }

    private static IEnumerable<string> Unknown(OutlivingStudy study)
    {
        var unknown = study.ByPolicy.Where(s => s.Outlives.Trials == 0).Select(s => s.Group.Policy).ToArray();
        if (unknown.Length > 0)
        {
            yield return $"Nothing can be said about {string.Join(", ", unknown)}: no leadership left there early enough to watch what followed.";
        }
    }

    private static bool Outlives(OutlivingSummary summary) => summary.Outlives.Lower > Half;

    private static bool DoesNot(OutlivingSummary summary) => summary.Outlives.Upper < Half;

    private static string List(IEnumerable<OutlivingSummary> summaries) => string.Join(", ", summaries.Select(s => $"{s.Group.Policy} {Share(s.Outlives)}"));
}
