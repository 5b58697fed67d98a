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
                Invariant($"These runs cannot say whether programs outlive their leadership: in none of {runs} did it leave by tick {study.HorizonTicks} while the program lived."),
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
            ? Invariant($"Removing leaders at tick {tick} changes the share alive {after} ticks later by {Signed(alive.Estimate)} (95 % interval {Signed(alive.Lower)} to {Signed(alive.Upper)}){under}.")
            : Invariant($"What removing leaders at tick {tick} does{under} is not defined: under some condition no program was alive with leaders to remove.");
    }

    private static string Signed(double share) => Invariant($"{share:+0.00;−0.00;0.00}");

    // Nothing is compared: the answer is about all runs taken together and no more.
    private static string Alone(OutlivingStudy study)
    {
        var all = study.Samples.Count == 1 ? study.Samples[0] : null;
        if (all is null)
        {
            return Invariant($"{study.Samples.Count} levels of {study.ComparedPath} are too many to compare two by two; the tables and sensitivity analyses say how programs fare along them.");
        }

        return Invariant($"Over all {all.Runs.Count} programs, {Ticks(all, study.Outlived)} of {study.HorizonTicks} ticks{Of95(all, study.Outlived)} are lived after leadership has left; in {Ticks(all, Unmet(study))} ticks{Limits(all, Unmet(study))} the need goes unmet.");
    }

    private static string Leading(OutlivingStudy study)
    {
        var leader = study.AgainstLeading[0].Second;
        var verdicts = study.AgainstLeading.ToLookup(c => Verdicts.Of(c.Interval, study.MeaningfulTicks), c => c.First);
        var sample = study.Samples.First(s => s.Arm == leader);
        Arm[] equals = [.. verdicts[OutlivingVerdict.NoDifferenceShown].Concat(verdicts[OutlivingVerdict.Better])];
        if (equals.Length == study.AgainstLeading.Count)
        {
            // None is ahead, so none is named.
            return $"No difference is shown between the {study.Samples.Count} {Levels(study)}: after their leadership leaves, programs live "
                + Invariant($"{Range(study, study.Outlived)} of {study.HorizonTicks} ticks.");
        }

        return Invariant($"Under {leader.Label}, programs live longest after their leadership leaves: {Ticks(sample, study.Outlived)} of {study.HorizonTicks} ticks{Of95(sample, study.Outlived)}.")
            + Under("No difference from that is shown under", equals)
            + Under("They live shorter under", [.. verdicts[OutlivingVerdict.Worse]])
            + Under("Nothing can be said of", [.. verdicts[OutlivingVerdict.NotEstimable]]);
    }

    private static string Under(string words, Arm[] arms) => arms.Length == 0 ? "" : $" {words} {List(arms)}.";

    private static string Need(OutlivingStudy study)
    {
        if (study.AgainstLeading.All(c => Verdicts.Of(c.Interval, study.MeaningfulTicks) is OutlivingVerdict.NoDifferenceShown or OutlivingVerdict.Better))
        {
            return $"The need goes unmet for {InTicks(Range(study, Unmet(study)))}.";
        }

        var sample = study.Samples.First(s => s.Arm == study.AgainstLeading[0].Second);
        return Invariant($"Under {sample.Arm.Label}, the need goes unmet for {InTicks(Ticks(sample, Unmet(study)))}{Limits(sample, Unmet(study))}.");
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
        (OutlivingVerdict Verdict, string Words)[] parts =
        [
            .. new (OutlivingVerdict, string)[]
            {
                (OutlivingVerdict.Better, "live longer in"),
                (OutlivingVerdict.Worse, "live shorter in"),
                (OutlivingVerdict.NoDifferenceShown, "show no difference in"),
                (OutlivingVerdict.NotEstimable, "cannot be compared in"),
            }.Where(p => verdicts.ContainsKey(p.Item1)),
        ];
        if (parts.Length > 0)
        {
            string[] counted = [.. parts.Select(p => Invariant($"{p.Words} {verdicts[p.Verdict]}"))];
            var all = verdicts.Values.Sum();
            var environments = study.Samples[0].ClustersAreEnvironments ? "environments" : "conditions";
            yield return Invariant($"Of {all} {environments}, programs under {other.Label} {Listed(counted)}, compared with {study.Reference.Label}.");
        }
    }

    private static Quantity Unmet(OutlivingStudy study) => study.Quantities.First(q => q.Name == Quantity.Unmet);

    private static string Ticks(ArmSample sample, Quantity quantity) => sample.Mean(quantity) is { } mean ? Invariant($"{mean.Estimate:0}") : "an unknown number of";

    // The least and the greatest mean of the arms; one number where they read alike.
    private static string Range(OutlivingStudy study, Quantity quantity)
    {
        double[] means = [.. study.Samples.Select(s => s.Mean(quantity)?.Estimate).OfType<double>()];
        var (least, most) = (Invariant($"{means.Min():0}"), Invariant($"{means.Max():0}"));
        return least == most ? most : $"{least} to {most}";
    }

    private static string InTicks(string number) => number == "1" ? "1 tick" : $"{number} ticks";

    private static string Of95(ArmSample sample, Quantity quantity) => sample.Mean(quantity) is { Lower: not double.NaN } mean
        ? Invariant($" (95 % interval {mean.Lower:0} to {mean.Upper:0})") : "";

    private static string Limits(ArmSample sample, Quantity quantity) => sample.Mean(quantity) is { Lower: not double.NaN } mean
        ? Invariant($" ({mean.Lower:0} to {mean.Upper:0})") : "";

    private static string Levels(OutlivingStudy study) => study.ComparedPath == Arm.PolicyPath ? "policies" : $"levels of {study.ComparedPath}";

    private static string List(Arm[] arms) => arms.Length > MostNamed ? Invariant($"{arms.Length} others") : Listed([.. arms.Select(a => a.Label)]);

    private static string Listed(string[] parts) => parts is [var only] ? only : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}
