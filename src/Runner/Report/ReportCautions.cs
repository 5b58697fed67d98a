using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Runner.Report;

/// <summary>Where cautions stand: those that change how everything is read under the answer, all others beside the numbers they are about.</summary>
/// <param name="First">Under the answer.</param>
/// <param name="ByTable">Beside a table, by its name.</param>
/// <param name="Rest">About a table that the report does not have.</param>
internal sealed record ReportCautions(IReadOnlyList<string> First, ILookup<string, string> ByTable, IReadOnlyList<string> Rest)
{
    private const string Programs = "programs";
    private const string Differences = "differences";
    private const string Contrasts = "contrasts";
    private const string ResidualLife = "residual-life";

    /// <summary>None.</summary>
    public static ReportCautions None { get; } = new([], Array.Empty<string>().ToLookup(c => c), []);

    /// <summary>Number of cautions.</summary>
    public int Count => First.Count + ByTable.Sum(t => t.Count()) + Rest.Count;

    /// <summary>Sorts the cautions of a study and of sensitivity analyses.</summary>
    /// <param name="study">Those of the study.</param>
    /// <param name="sensitivity">Those of sensitivity analyses.</param>
    /// <param name="tables">Names of the tables of the report, those of sensitivity analyses first.</param>
    /// <param name="sensitivityTable">The table that those of sensitivity analyses stand beside; null: no such table.</param>
    public static ReportCautions Of(
        IEnumerable<Caution> study, IEnumerable<Caution> sensitivity, IReadOnlyCollection<string> tables, string? sensitivityTable = null)
    {
        var placed = sensitivity.Select(c => (Table: sensitivityTable ?? "", c.Message)).Concat(study.Select(c => (Table: TableOf(c), c.Message))).ToArray();
        return new(
            [.. placed.Where(c => c.Table.Length == 0).Select(c => c.Message)],
            placed.Where(c => tables.Contains(c.Table)).ToLookup(c => c.Table, c => c.Message),
            [.. placed.Where(c => c.Table.Length > 0 && !tables.Contains(c.Table)).Select(c => c.Message)]);
    }

    // Empty: it changes how everything is read.
    private static string TableOf(Caution caution) => caution.Kind switch
    {
        CautionKind.MissingRuns or CautionKind.UnequalConditions or CautionKind.OtherVersion or CautionKind.PrecisionNotReached
            or CautionKind.RepeatedPoints or CautionKind.ImmortalTime => "",
        CautionKind.SharedSeeds => caution.Subject switch { "" => Differences, SharedWorlds.Subject => Programs, _ => Contrasts },
        CautionKind.FewRuns when caution.Subject == "paired comparison" => Contrasts,
        _ => ResidualLife,
    };
}
