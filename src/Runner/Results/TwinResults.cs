using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.Results;

/// <summary>The effect of a removal by twins of every world: rows, effects by arm and by design point, a figure.</summary>
/// <param name="Shock">The removal.</param>
/// <param name="Effects">Effects by arm.</param>
/// <param name="Pairs">A row a pair.</param>
/// <param name="Points">A row a design point.</param>
/// <param name="Found">The effects by arm.</param>
/// <param name="AfterTicks">Ticks after the removal at which programs are looked at.</param>
internal sealed record TwinResults(
    Shock Shock, ResultTable Effects, ResultTable Pairs, ResultTable Points, IReadOnlyList<InterventionEffect> Found, int AfterTicks)
{
    private const string Name = "twins";

    /// <summary>Judges the pairs.</summary>
    public static TwinResults Of(ExperimentSpec spec, ExperimentPlan plan, IReadOnlyList<TwinPair> pairs, Shock shock, int afterTicks)
    {
        var compared = OutlivingStudy.ComparedIn(spec);
        var points = pairs.GroupBy(p => p.Point.Index).Select(g => (g.First().Point, Effect: TwinEffect.Of(g, shock.Tick, afterTicks))).ToArray();
        var effects = InterventionEffect.Of(pairs, compared, shock.Tick, afterTicks);
        return new(
            shock,
            InterventionTable.Of(effects, compared, shock.Tick, afterTicks),
            RowsOf(spec, pairs),
            ResultTable.Of(
                "twins-by-point",
                "By design point",
                "Share alive: Agresti and Min (2005) for matched pairs; life: Student's interval of paired differences.",
                points,
                [
                    .. FactorColumns<(DesignPoint Point, TwinEffect Effect)>(spec, p => p.Point),
                    new(TableColumn.Count("pairs", "pairs", "pairs"), p => p.Effect.Pairs),
                    new(TableColumn.Count("endedBefore", "ended before", "pairs"), p => p.Effect.EndedBefore),
                    new(TableColumn.Count("nobodyRemoved", "nobody to remove", "pairs"), p => p.Effect.NobodyRemoved),
                    new(TableColumn.Count("failedThroughExit", "failed through exit", "pairs"), p => p.Effect.FailedThroughExit),
                    new(TableColumn.Count("savedByExit", "saved by exit", "pairs"), p => p.Effect.SavedByExit),
                    new(TableColumn.Difference("alive", Invariant($"P(alive {afterTicks} ticks later)"), "share", 2),
                        p => p.Effect.SurvivalEffect),
                    new(TableColumn.Difference("life", "life, ticks", "tick", 1), p => p.Effect.LifeEffect),
                ]),
            effects,
            afterTicks);
    }

    /// <summary>The effects for a terminal.</summary>
    public string AsText() =>
        Answer() + Environment.NewLine + Environment.NewLine
        + TableText.Of(Effects, TableForm.Text, TerminalWidth.Now) + Environment.NewLine + TableText.Of(Points, TableForm.Text, TerminalWidth.Now)
        + Invariant($"At tick {Shock.Tick} {Who}. A pair is one world with and without this removal: the same people, fates, reality and demand, the same bits before. In the world without it, leaders leave by their own fate.{Environment.NewLine}");

    /// <summary>The effects as one JSON document.</summary>
    public string AsJson() => JsonText.Of(new { Shock, Effects = TableJson.Document(Effects), Points = TableJson.Document(Points) }) + "\n";

    /// <summary>Writes rows, effects, JSON and figure into a folder.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var table in new[] { Pairs, Effects, Points })
        {
            files.Add(Path.Combine(folder, table.Name + ".csv"));
            using var text = new StreamWriter(files[^1]);
            CsvText.Write(table, text);
        }

        files.Add(Path.Combine(folder, "twins.json"));
        File.WriteAllText(files[^1], AsJson());
        return [.. files, .. FigureFiles.Write(InterventionFigure.Of(Effects), Path.Combine(folder, "figures"))];
    }

    // What the removal does, in a sentence; the table has every arm.
    private string Answer()
    {
        Interval? Of(InterventionEffect effect) => effect.Alive is { Lower: not double.NaN } found ? found : null;
        string[] Where(Func<Interval, bool> holds) => [.. Found.Where(e => Of(e) is { } interval && holds(interval)).Select(e => e.Arm.Label)];
        var (fewer, more) = (Where(i => i.Upper < 0), Where(i => i.Lower > 0));
        var (unclear, unknown) = (Where(i => i is { Lower: <= 0, Upper: >= 0 }), Found.Where(e => Of(e) is null).Select(e => e.Arm.Label).ToArray());
        string[] parts =
        [
            .. fewer.Length > 0 ? [$"fewer programs are alive {Later} under {Listed(fewer)}"] : Array.Empty<string>(),
            .. more.Length > 0 ? [$"more are alive {Later} under {Listed(more)}"] : Array.Empty<string>(),
            .. unclear.Length > 0 ? [$"no effect is shown under {Listed(unclear)}"] : Array.Empty<string>(),
            .. unknown.Length > 0 ? [$"the effect cannot be estimated under {Listed(unknown)}"] : Array.Empty<string>(),
        ];
        return Invariant($"When leaders are removed at tick {Shock.Tick}, {string.Join("; ", parts)}.");
    }

    private string Later => Invariant($"{AfterTicks} ticks later");

    private static string Listed(string[] arms) => arms is [var only] ? only
        : arms.Length > 4 ? Invariant($"{arms.Length} arms") : $"{string.Join(", ", arms[..^1])} and {arms[^1]}";

    private string Who => Shock.Remove switch
    {
        ShockTarget.Seat => Invariant($"whoever occupies seat {Shock.Seat} leaves"),
        ShockTarget.TopHolders => Invariant($"the top {Shock.Count} holders of authority leave"),
        ShockTarget.Director => "the director of the founding leaves",
        _ => "all who are left of the founding core leave",
    };

    private static ResultTable RowsOf(ExperimentSpec spec, IReadOnlyList<TwinPair> pairs) => ResultTable.Of(
        Name,
        "Pairs of twins",
        "One world with and without the removal.",
        pairs,
        [
            .. FactorColumns<TwinPair>(spec, p => p.Point),
            new(TableColumn.Label("replicate", "replicate"), p => p.Replicate),
            new(TableColumn.Words("foundSomebody", "found somebody"), p => p.FoundSomebody),
            new(TableColumn.Count("endTickWithout", "last tick without", "tick"), p => p.Without.Tick),
            new(TableColumn.Words("endCauseWithout", "cause without"), p => p.Without.Cause),
            new(TableColumn.Count("endTickWith", "last tick with", "tick"), p => p.With.Tick),
            new(TableColumn.Words("endCauseWith", "cause with"), p => p.With.Cause),
        ]);

    private static IEnumerable<ColumnOf<T>> FactorColumns<T>(ExperimentSpec spec, Func<T, DesignPoint> point) =>
        spec.Factors.Select((f, k) => new ColumnOf<T>(
            TableColumn.Label(f.Path, f.Path), row => point(row).Values[k].Value is { } value ? Spelled.Of(value) : null));
}
