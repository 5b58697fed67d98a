using System.Globalization;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Runner.Report;

/// <summary>
/// Words the answer of a study in a few sentences: what becomes of all programs, which arms differ, and whether conditions change that.
/// It judges nothing itself: verdicts come from the study. Arms between which no difference is shown are not ranked.
/// </summary>
internal static class AnswerText
{
    // Of more arms, the sentence counts; the table names.
    private const int MostNamed = 4;

    /// <summary>The sentences, the shortest answer first.</summary>
    public static IReadOnlyList<string> Of(OutlivingStudy study)
    {
        if (study.Samples.Count == 0)
        {
            return ["These runs cannot say: none of them is done."];
        }

        var runs = study.Samples.Sum(s => s.Runs.Count);
        if (study.Samples.All(s => s.Mean(study.Outlived)?.Estimate is not > 0))
        {
            return
            [
                Text($"These runs cannot say whether programs outlive their leadership: in none of {runs} did it leave by tick {study.HorizonTicks} while the program lived."),
                .. Removal(study),
            ];
        }

        return study.AgainstLeading.Count == 0 ? [Alone(study), .. Removal(study)]
            : study.Removal is null ? [Leading(study), Need(study), .. Conditions(study)]
            : [Leading(study), .. Removal(study)];
    }

    // Of the arm that leads, or of the first: the table has the others.
    private static IEnumerable<string> Removal(OutlivingStudy study)
    {
        if (study.Removal is not { } removal)
        {
            yield break;
        }

        var leader = study.AgainstLeading.Count > 0 ? study.AgainstLeading[0].Second : null;
        var effect = removal.Effects.FirstOrDefault(e => e.Arm == leader) ?? removal.Effects[0];
        var (tick, after) = (removal.Intervention.Removal.Tick, removal.Intervention.AfterTicks);
        var under = effect.Arm == Arm.Whole ? "" : $" under {effect.Arm.Label}";
        yield return effect.Alive is { } alive
            ? Text($"Removing leaders at tick {tick} changes the share alive {after} ticks later by {Signed(alive.Estimate)} [{Signed(alive.Lower)}, {Signed(alive.Upper)}]{under}.")
            : Text($"What removing leaders at tick {tick} does{under} is not defined: under some condition no program was alive with leaders to remove.");
    }

    private static string Signed(double share) => share.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    // Nothing is compared: the answer is about all runs taken together and no more.
    private static string Alone(OutlivingStudy study)
    {
        var all = study.Samples.Count == 1 ? study.Samples[0] : null;
        if (all is null)
        {
            return Text($"{study.Samples.Count} levels of {study.ComparedPath} are too many to compare two by two; the tables and sensitivity analyses say how programs fare along them.");
        }

        return Text($"Over all {all.Runs.Count} programs, {Ticks(all, study.Outlived)} of {study.HorizonTicks} ticks are lived after leadership has left; for {Ticks(all, Unmet(study))} the need goes unmet.");
    }

    private static string Leading(OutlivingStudy study)
    {
        var leader = study.AgainstLeading[0].Second;
        var verdicts = study.AgainstLeading.ToLookup(c => Verdicts.Of(c.Interval, study.MeaningfulTicks), c => c.First);
        var sample = study.Samples.First(s => s.Arm == leader);
        Arm[] equals = [.. verdicts[OutlivingVerdict.NoDifferenceShown].Concat(verdicts[OutlivingVerdict.Better])];
        var first = equals.Length == 0
            ? Text($"Programs live longest after their leadership leaves under {leader.Label}: {Ticks(sample, study.Outlived)} of {study.HorizonTicks} ticks.")
            : equals.Length == study.AgainstLeading.Count
                ? Text($"No difference is shown between the {study.Samples.Count} {Levels(study)} in ticks lived after leadership leaves, {Ticks(sample, study.Outlived)} of {study.HorizonTicks} under {leader.Label}.")
                : Text($"Programs live longest after their leadership leaves under {leader.Label}, {Ticks(sample, study.Outlived)} of {study.HorizonTicks} ticks, with no difference shown to {List(equals)}.");
        return first + Worse([.. verdicts[OutlivingVerdict.Worse]]) + Unknown([.. verdicts[OutlivingVerdict.NotEstimable]]);
    }

    private static string Worse(Arm[] arms) => arms.Length == 0 ? "" : $" Worse: {List(arms)}.";

    private static string Unknown(Arm[] arms) => arms.Length == 0 ? "" : $" Not estimable: {List(arms)}.";

    private static string Need(OutlivingStudy study)
    {
        var sample = study.Samples.First(s => s.Arm == study.AgainstLeading[0].Second);
        return Text($"Under {sample.Arm.Label} the need goes unmet for {Ticks(sample, Unmet(study))} ticks.");
    }

    // The leading arm against the reference, condition by condition; where it is the reference, the others against it.
    private static IEnumerable<string> Conditions(OutlivingStudy study)
    {
        if (study.Environments < 2 || study.Reference is null)
        {
            yield break;
        }

        var leader = study.AgainstLeading[0].Second;
        var other = leader == study.Reference ? study.AgainstLeading[0].First : leader;
        var verdicts = ConditionVerdict.Of(study.Points, study.Reference, study.MeaningfulTicks)
            .Where(v => v.Arm == other).CountBy(v => v.Verdict).ToDictionary();
        int Count(OutlivingVerdict verdict) => verdicts.GetValueOrDefault(verdict);
        if (verdicts.Count > 0)
        {
            string[] parts =
            [
                .. new[] { OutlivingVerdict.Better, OutlivingVerdict.Worse, OutlivingVerdict.NoDifferenceShown, OutlivingVerdict.NotEstimable }
                    .Where(v => Count(v) > 0).Select(v => Text($"{VerdictText.Of(v)} in {Count(v)}")),
            ];
            yield return Text($"Of {verdicts.Values.Sum()} {(study.Samples[0].ClustersAreEnvironments ? "environments" : "conditions")}, {other.Label} compared with {study.Reference.Label} is {string.Join(", ", parts)}.");
        }
    }

    private static Quantity Unmet(OutlivingStudy study) => study.Quantities.First(q => q.Name == Quantity.Unmet);

    private static string Ticks(ArmSample sample, Quantity quantity) => sample.Mean(quantity) is { } mean
        ? double.IsFinite(mean.Lower) ? Text($"{mean.Estimate:0} [{mean.Lower:0}, {mean.Upper:0}]") : Text($"{mean.Estimate:0}")
        : "unknown";

    private static string Levels(OutlivingStudy study) => study.ComparedPath == Arm.PolicyPath ? "policies" : $"levels of {study.ComparedPath}";

    private static string List(Arm[] arms) => arms.Length > MostNamed
        ? Text($"{arms.Length} others")
        : arms.Length == 1 ? arms[0].Label : $"{string.Join(", ", arms[..^1].Select(a => a.Label))} and {arms[^1].Label}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
