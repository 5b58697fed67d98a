using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The verdict on each pair of arms under each event that may be taken for the end of leadership.</summary>
public static class Robustness
{
    // Of more arms, all are compared with the first alone: pairs would be too many to read.
    private const int MostArms = 13;

    /// <summary>The table.</summary>
    /// <param name="studies">A study of the same runs for each event.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    public static ResultTable Of(IReadOnlyList<OutlivingStudy> studies, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var arms = studies[0].Samples.Count;
        (int First, int Second)[] pairs =
        [
            .. from second in Enumerable.Range(0, arms <= MostArms ? arms : 1)
               from first in Enumerable.Range(second + 1, arms - second - 1)
               select (first, second),
        ];
        var verdicts = studies.AsParallel().AsOrdered()
            .Select(study => pairs.ToDictionary(p => p, p => VerdictOn(study, p.First, p.Second, settings))).ToArray();
        return ResultTable.Of(
            "robustness",
            "The verdict on each pair under each event that may end leadership",
            "Ticks lived after the event, while needed, of all programs: first compared with second. Director, founders and founders' shares are the same event under every policy; the founding core is not.",
            pairs,
            [
                new(TableColumn.Label("first", "first"), p => studies[0].Samples[p.First].Arm.Level),
                new(TableColumn.Label("second", "compared with"), p => studies[0].Samples[p.Second].Arm.Level),
                .. studies.Select((study, k) => new ColumnOf<(int First, int Second)>(
                    TableColumn.Words(NameOf(study), LeadershipEvents.Words(study.Settings.Leadership)), p => VerdictText.Of(verdicts[k][p]))),
            ]);
    }

    private static OutlivingVerdict VerdictOn(OutlivingStudy study, int first, int second, BootstrapSettings? settings) =>
        Verdicts.Of(ArmContrast.Of(study.Samples[first], study.Samples[second], study.Outlived, settings).Interval, study.MeaningfulTicks);

    private static string NameOf(OutlivingStudy study)
    {
        var name = study.Settings.Leadership.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
