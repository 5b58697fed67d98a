using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// How the conditions of a study are laid out: one factor across, one down, further factors page by page. A design whose points are no
/// grid, or are too many to be read, has none.
/// </summary>
/// <param name="AcrossPath">The factor that varies across.</param>
/// <param name="Across">Its levels.</param>
/// <param name="DownPath">The factor that varies down; empty when there is one factor.</param>
/// <param name="Down">Its levels; a single empty one when there is one factor.</param>
/// <param name="Fixed">What the page holds fixed.</param>
internal sealed record ConditionGrid(
    string AcrossPath, IReadOnlyList<string> Across, string DownPath, IReadOnlyList<string> Down, IReadOnlyList<(string Path, string Value)> Fixed)
{
    /// <summary>Most panels of a page.</summary>
    public const int MostPanels = 30;

    private const int MostPages = 4;
    private const int MostAcross = 6;

    // A constraint may take points out of a grid; of less than half of it a picture says little.
    private const double LeastFilled = 0.5;

    /// <summary>Whether one factor varies, so that panels wrap.</summary>
    public bool IsRow => DownPath.Length == 0;

    /// <summary>The pages; none where points are no grid or do not fit.</summary>
    /// <param name="study">The study.</param>
    /// <param name="rowsPerCondition">How many panels one condition needs: 1, or the number of arms where every arm has its own.</param>
    public static IReadOnlyList<ConditionGrid> Of(OutlivingStudy study, int rowsPerCondition = 1)
    {
        if (!IsFactorial(study))
        {
            return [];
        }

        (string Path, string[] Levels)[] factors = [.. study.OtherPaths.Select(p => (Path: p, Levels: LevelsOf(study, p))).Where(f => f.Levels.Length > 1)];
        if (factors.Length == 0 || study.OtherPaths.Count == 0)
        {
            return [];
        }

        // The factor with more levels goes down: pages are taller than wide.
        var two = factors.Take(2).OrderBy(f => f.Levels.Length).ToArray();
        var (across, down) = two.Length == 2 ? (two[0], two[1]) : (two[0], ("", [""]));
        var pages = Combinations(factors.Skip(2)).ToArray();
        var panels = across.Levels.Length * down.Item2.Length * rowsPerCondition;
        var isWide = two.Length == 2 && across.Levels.Length > MostAcross;
        return panels > MostPanels || pages.Length > MostPages || isWide ? []
            : [.. pages.Select(p => new ConditionGrid(across.Path, across.Levels, down.Item1, down.Item2, p))];
    }

    /// <summary>Whether the design points are a grid of levels.</summary>
    public static bool IsFactorial(OutlivingStudy study)
    {
        var cells = study.OtherPaths.Aggregate(1L, (product, path) => Math.Min(1_000_000, product * LevelsOf(study, path).Length));
        return study.Points.Count > study.ByArm.Count && study.Environments >= LeastFilled * cells;
    }

    /// <summary>Levels of a factor in the order of the design; numbers ascend.</summary>
    public static string[] LevelsOf(OutlivingStudy study, string path)
    {
        string[] levels = [.. study.Points.SelectMany(p => p.Group.Conditions.Where(c => c.Path == path).Select(c => c.Value)).Distinct()];
        var areNumbers = levels.All(l => LevelLabels.Number(l) is not null || l == FactorValue.Absent);
        return areNumbers ? [.. levels.OrderBy(l => LevelLabels.Number(l) ?? double.NegativeInfinity)] : levels;
    }

    /// <summary>The panels, row by row.</summary>
    public IEnumerable<(string Across, string Down)> Cells => from down in Down from across in Across select (across, down);

    /// <summary>Whether a summary belongs into a panel.</summary>
    public bool Holds(OutlivingSummary summary, string across, string down) => summary.Group.Conditions.All(c =>
        c.Path == AcrossPath ? c.Value == across
        : c.Path == DownPath ? c.Value == down
        : Fixed.All(f => f.Path != c.Path || f.Value == c.Value));

    /// <summary>The heads of the grid.</summary>
    public StripHeads Heads(FactorWords words)
    {
        var (across, down) = (LevelLabels.Of(Across), LevelLabels.Of(Down));
        return new(words.Of(AcrossPath), [.. Across.Select(a => across[a])], IsRow ? "" : words.Of(DownPath), IsRow ? [] : [.. Down.Select(d => down[d])]);
    }

    /// <summary>What the page holds fixed, in words; empty when that is nothing.</summary>
    public string FixedText => Fixed.Count == 0 ? "" : $" At {string.Join(", ", Fixed.Select(f => $"{f.Path} = {LevelLabels.Of([f.Value])[f.Value]}"))}.";

    private static IEnumerable<IReadOnlyList<(string, string)>> Combinations(IEnumerable<(string Path, string[] Levels)> factors) => factors.Aggregate(
        (IEnumerable<IReadOnlyList<(string, string)>>)[[]],
        (pages, factor) => pages.SelectMany(page => factor.Levels.Select(level => (IReadOnlyList<(string, string)>)[.. page, (factor.Path, level)])));
}
