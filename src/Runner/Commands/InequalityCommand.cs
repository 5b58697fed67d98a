using System.CommandLine;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim inequality FILE --value COLUMN</c>: how unequally a quantity is held, in a researcher's own table.</summary>
internal static class InequalityCommand
{
    private static readonly (string Name, Func<InequalityMeasures, double?> Of)[] Indices =
    [
        ("Gini", m => m.Gini), ("Gini, n/(n−1)", m => m.GiniCorrected), ("Herfindahl–Hirschman", m => m.Herfindahl),
        ("Herfindahl, 0 to 1", m => m.HerfindahlNormalized),
        ("effective number of holders", m => m.EffectiveNumber), ("Shannon entropy, nat", m => m.Shannon), ("Shannon, 0 to 1", m => m.ShannonNormalized),
        ("Theil T", m => m.Theil), ("Theil, 0 to 1", m => m.TheilNormalized), ("mean log deviation", m => m.MeanLogDeviation),
        ("largest share", m => m.TopShare),
    ];

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Table: CSV with names in the first line, or Parquet", HelpName = "FILE" };
        var value = new Option<string>("--value") { Description = "Column of the amounts, one row for each holder: numbers from 0 on", HelpName = "COLUMN", Required = true };
        var group = new Option<string?>("--group") { Description = "Column of groups; each is measured separately", HelpName = "COLUMN" };
        var (format, json) = (new TableOptions(), SharedOptions.Json());
        var command = new Command("inequality", "Measure Gini, Herfindahl, entropy and other indices of a quantity in a table") { file, value, group, json };
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var groups = Measure(DataTable.Read(parsed.GetRequiredValue(file), format.Of(parsed)), parsed.GetRequiredValue(value), parsed.GetValue(group));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json)
                ? JsonText.Of(new { Inequality = groups.Select(g => new { g.Group, g.Measures }) }) + Environment.NewLine
                : TextTable.OnTerminal(TableOf(groups)));
        });
        return command;
    }

    private static (string Group, InequalityMeasures Measures)[] Measure(DataTable table, string column, string? group)
    {
        var values = table.Numbers(column);
        for (var row = 0; row < values.Length; row++)
        {
            if (!(values[row] >= 0))
            {
                throw new DataException(double.IsNaN(values[row])
                    ? $"{table.PlaceOf(row)}, column {column}: the value is missing; {values.Count(double.IsNaN)} of {values.Length} values are missing. Leave these rows out if the amounts are not known; write 0 only for those who hold nothing"
                    : Invariant($"{table.PlaceOf(row)}, column {column}: there is {values[row]}; allowed are numbers from 0 on"));
            }
        }

        var groups = group is null ? null : table.Texts(group);
        return
        [
            .. Enumerable.Range(0, values.Length)
                .GroupBy(row => groups?[row] ?? "all")
                .OrderBy(g => g.Key, GroupOrder.Natural)
                .Select(g => (g.Key, Measured(table, column, [.. g.Select(row => values[row])]))),
        ];
    }

    private static InequalityMeasures Measured(DataTable table, string column, double[] values) => double.IsFinite(values.Sum() * values.Length)
        ? InequalityMeasures.Of(values)
        : throw new DataException($"{table.PlaceOf(0)}, column {column}: the sum of the values is beyond what numbers can hold; give them in a larger unit, on which no measure depends");

    private static ResultTable TableOf(
        (string Group, InequalityMeasures Measures)[] groups) => ResultTable.Of<(string Name, Func<InequalityMeasures, double?> Of)>(
        "inequality", "Inequality", "", [("holders", m => m.Count), ("total", m => m.Total), .. Indices],
        [
            new(TableColumn.Label("measure", ""), i => i.Name),
            .. groups.Select(
                g => new ColumnOf<(string Name, Func<InequalityMeasures, double?> Of)>(
                    TableColumn.Measure(g.Group, g.Group, digits: 6), i => i.Of(g.Measures))),
        ]);
}
