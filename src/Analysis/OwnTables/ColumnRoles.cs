using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>The parts that columns have in a question.</summary>
internal static class ColumnRoles
{
    /// <summary>Refuses columns that would explain themselves: times and events are what is explained, and can have no other part.</summary>
    /// <exception cref="DataException">A column has two parts, or a model is not valid.</exception>
    public static void Check(SurvivalQuestion question)
    {
        (string Option, string? Column)[] outcomes =
        [
            ("--time", question.Time), ("--event", question.Event), ("--entry", question.Entry), ("--exit", question.Exit),
        ];
        var models = new[] { ("--cox", question.Cox), ("--fine-gray", question.FineGray), ("--discrete", question.Discrete) };
        var explaining = models.Where(m => m.Item2 is not null)
            .SelectMany(m => ModelFormula.Parse(m.Item2!, m.Item1).Columns.Select(c => (Option: m.Item1, Column: (string?)c)));
        (string Option, string? Column)[] roles = [.. outcomes, ("--group", question.Group), ("--strata", question.Strata), .. explaining];
        foreach (var (option, column) in outcomes.Where(o => o.Column is not null))
        {
            if (roles.FirstOrDefault(r => r.Column == column && r.Option != option) is { Option: { } other })
            {
                throw new DataException($"{question.File}: column {column} is given for {option} and for {other}; it can have one of these parts");
            }
        }
    }
}
