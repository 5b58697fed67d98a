using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The verdict on each pair of arms under each event that may be taken for the end of leadership.</summary>
public static class Robustness
{
    // Of more arms, all are compared with the first alone: pairs would be too many to read.
    private const int MostArms = 13;

    /// <summary>The table.</summary>
    /// <param name="studies">A study of the same runs for each event; one is looked at after the other, and none is kept.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    public static ResultTable Of(IEnumerable<OutlivingStudy> studies, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(studies);
        IReadOnlyList<string> arms = [];
        (int First, int Second)[] pairs = [];
        var found = new List<(LeadershipEvent Event, Dictionary<(int First, int Second), OutlivingVerdict> Verdicts)>();
        foreach (var study in studies)
        {
            (arms, pairs) = (study.Arms, PairsOf(study.Samples.Count));
            found.Add((study.Settings.Leadership, VerdictsOf(study, pairs, settings ?? new())));
        }

        return ResultTable.Of(
            "robustness",
            "The verdict on each pair under each event that may end leadership",
            "Ticks lived after the event, while needed, of all programs: first compared with second. Director, founders and founders' shares are the same event under every policy; the founding core is not.",
            pairs,
            [
                new(TableColumn.Label("first", "first"), p => arms[p.First]),
                new(TableColumn.Label("second", "compared with"), p => arms[p.Second]),
                .. found.Select(f => new ColumnOf<(int First, int Second)>(
                    TableColumn.Words(NameOf(f.Event), LeadershipEvents.Words(f.Event)), p => VerdictText.Of(f.Verdicts[p]))),
            ]);
    }

    private static (int First, int Second)[] PairsOf(int arms) =>
    [
        .. from second in Enumerable.Range(0, arms <= MostArms ? arms : 1)
           from first in Enumerable.Range(second + 1, arms - second - 1)
           select (first, second),
    ];

    private static Dictionary<(int First, int Second), OutlivingVerdict> VerdictsOf(
        OutlivingStudy study, (int First, int Second)[] pairs, BootstrapSettings settings)
    {
        ClusterTotals[] totals = [.. study.Samples.Select(s => s.Totals(study.Outlived))];
        var found = new PairedDifference[pairs.Length];
        Parallel.For(0, pairs.Length, k => found[k] = ClusterContrast.Of(totals[pairs[k].First], totals[pairs[k].Second], settings));
        return pairs.Zip(found).ToDictionary(x => x.First, x => Verdicts.Of(ArmContrast.IntervalOf(x.Second), study.MeaningfulTicks));
    }

    private static string NameOf(LeadershipEvent leadership)
    {
        var name = leadership.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
