using System.Globalization;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Sensitivity;
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
internal sealed record TwinResults(Shock Shock, ResultTable Effects, ResultTable Pairs, ResultTable Points)
{
    private const string Name = "twins";

    /// <summary>Judges the pairs.</summary>
    public static TwinResults Of(ExperimentSpec spec, ExperimentPlan plan, IReadOnlyList<TwinPair> pairs, Shock shock, int afterTicks)
    {
        var compared = OutlivingStudy.ComparedIn(spec);
        var points = pairs.GroupBy(p => p.Point.Index).Select(g => (g.First().Point, Effect: TwinEffect.Of(g, shock.Tick, afterTicks))).ToArray();
        return new(
            shock,
            InterventionTable.Of(InterventionEffect.Of(pairs, compared, shock.Tick, afterTicks), compared, shock.Tick, afterTicks),
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
                    new(TableColumn.Difference("alive", string.Create(CultureInfo.InvariantCulture, $"P(alive {afterTicks} ticks later)"), "share", 2),
                        p => p.Effect.SurvivalEffect),
                    new(TableColumn.Difference("life", "life, ticks", "tick", 1), p => p.Effect.LifeEffect),
                ]));
    }

    /// <summary>The effects for a terminal.</summary>
    public string AsText() =>
        TableText.Of(Effects, TableForm.Text, TerminalWidth.Now) + Environment.NewLine + TableText.Of(Points, TableForm.Text, TerminalWidth.Now)
        + Text($"At tick {Shock.Tick} {Who}. A pair is one world with and without this removal: the same people, fates, reality and demand, the same bits before. In the world without it, leaders leave by their own fate.{Environment.NewLine}");

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
        return [.. files, .. FigureFiles.Write(Figure(), Path.Combine(folder, "figures"))];
    }

    private string Who => Shock.Remove switch
    {
        ShockTarget.Seat => Text($"whoever occupies seat {Shock.Seat} leaves"),
        ShockTarget.TopHolders => Text($"the top {Shock.Count} holders of authority leave"),
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

    private IntervalBarsFigure Figure()
    {
        var alive = Effects.Columns.Select((c, i) => (c, i)).Single(c => c.c.Name == "alive").i;
        return new IntervalBarsFigure
        {
            Name = "intervention",
            ValueLabel = Effects.Columns[alive].Heading + ", with minus without the removal",
            Series = ["difference"],
            Rows =
            [
                .. Effects.Rows.Select(row => ((string)row[0]!, (IReadOnlyList<IndexEstimate?>)
                    [row[alive] is Analysis.Inference.Interval found ? new IndexEstimate(found.Estimate, found.Lower, found.Upper) : null])),
            ],
            Caption = $"{Effects.Title}: {Effects.Columns[alive].Heading}, with minus without the removal. {Effects.Method}",
            AltText = $"{Effects.Title}, as bars with intervals by arm.",
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
