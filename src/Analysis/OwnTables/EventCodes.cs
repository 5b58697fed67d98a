using System.Globalization;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>What the values of the event column mean: nothing known, censored, or a cause of the end.</summary>
internal static class EventCodes
{
    /// <summary>The cause by which a censored row is known.</summary>
    public const string Censored = "0";

    /// <summary>The cause of each row, empty where its value is missing.</summary>
    /// <exception cref="DataException">A value has no meaning that is known; the message says how to give it one.</exception>
    public static string[] Read(SurvivalQuestion question, DataTable table)
    {
        var values = table.Texts(question.Event);
        var (events, censored) = (question.EventValues.Select(Spelled).ToHashSet(), question.CensoredValues.Select(Spelled).ToHashSet());
        if (events.Count > 0 || censored.Count > 0)
        {
            CheckNamed(question, [.. values.Select(Spelled)], events, censored);
            return [.. values.Select((v, row) => v.Length == 0 ? "" : Named(question, table, row, Spelled(v), events, censored))];
        }

        return question.HasCauses ? Causes(question, values) : Flags(question, table, values);
    }

    /// <summary>A value in one spelling: 0, 0.0, false and censored are one thing, and so are 2 and 2.0.</summary>
    public static string Spelled(string text) =>
        text.Equals("censored", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? Censored
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Invariant($"{(number == 0 ? 0 : number)}")
        : text;

    private static void CheckNamed(SurvivalQuestion question, string[] values, HashSet<string> events, HashSet<string> censored)
    {
        var found = values.Where(v => v.Length > 0).Distinct().Order(GroupOrder.Natural).ToArray();
        if (events.Append(Censored).Intersect(censored).FirstOrDefault(events.Contains) is { } both)
        {
            throw new DataException($"{question.File}: \"{both}\" is given for --event-value and for --censored; it can mean one of them");
        }

        foreach (var (option, value) in events.Select(v => ("--event-value", v)).Concat(censored.Select(v => ("--censored", v))))
        {
            if (!found.Contains(value))
            {
                throw new DataException($"{question.File}: no row of column {question.Event} has the value \"{value}\" of {option}; its values are {string.Join(", ", found.Take(20))}");
            }
        }
    }

    private static string Named(SurvivalQuestion question, DataTable table, int row, string value, HashSet<string> events, HashSet<string> censored)
    {
        if (censored.Contains(value) || (censored.Count == 0 && value == Censored && !events.Contains(Censored)))
        {
            return Censored;
        }

        // An event that is spelled 0 must not look like censoring.
        var cause = value == Censored ? "0 (event)" : value;
        return events.Count == 0 || events.Contains(value) || question.HasCauses ? cause
            : censored.Count == 0 ? Censored
            : throw new DataException($"{table.PlaceOf(row)}, column {question.Event}: \"{value}\" is neither a value of --event-value ({string.Join(", ", events)}) nor of --censored ({string.Join(", ", censored)}); name it in one of them, or say --competing");
    }

    private static string[] Causes(SurvivalQuestion question, string[] values)
    {
        string[] causes = [.. values.Select(Spelled)];
        var known = causes.Where(c => c.Length > 0).Distinct().Order(GroupOrder.Natural).ToArray();
        return known.Contains(Censored) || known.Any(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? causes
            : throw new DataException($"{question.File}: no value of column {question.Event} ({string.Join(", ", known.Take(20))}) says censored (0, false or censored), and each would count as an event. Say which means what: --event-value {Quoted(known[^1])} --censored {Quoted(known[0])}");
    }

    private static string[] Flags(SurvivalQuestion question, DataTable table, string[] values)
    {
        var known = values.Where(v => v.Length > 0).Distinct().Order(GroupOrder.Natural).ToArray();
        if (Array.FindIndex(values, v => v.Length > 0 && !(table.TryNumber(v, out var flag) && flag is 0 or 1)) is var odd and >= 0)
        {
            throw Odd(question, table, odd, values[odd], known);
        }

        return [.. values.Select(v => v.Length == 0 ? "" : table.TryNumber(v, out var flag) && flag == 1 ? "1" : Censored)];
    }

    private static DataException Odd(SurvivalQuestion question, DataTable table, int row, string value, string[] known)
    {
        var hint = known.All(k => k is "1" or "2")
            ? "where 1 means censored and 2 the event, as in data of R, say --event-value 2"
            : $"the values of the column are {string.Join(", ", known.Take(10))}: say which is the event, as in --event-value {Quoted(known[^1])}; where they name causes of the end that compete, also say --competing";
        return new($"{table.PlaceOf(row)}, column {question.Event}: \"{value}\" is neither 0 (censored) nor 1 (event), true nor false; {hint}");
    }

    private static string Quoted(string value) => value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        ? value
        : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
