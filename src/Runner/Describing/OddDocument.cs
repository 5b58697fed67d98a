using System.Text;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.Describing;

/// <summary>The model description, its tables written from the code.</summary>
internal static partial class OddDocument
{
    /// <summary>The document.</summary>
    /// <param name="model">What it describes; null: what comes with the program.</param>
    public static string Text(ModelCatalog? model = null)
    {
        model ??= ModelCatalog.Standard;
        using var stream = typeof(OddDocument).Assembly.GetManifestResourceStream("ODD.md")!;
        using var reader = new StreamReader(stream);
        return Table().Replace(reader.ReadToEnd(),
            match => $"<!-- begin {match.Groups["name"].Value} -->\n{TableOf(match.Groups["name"].Value, model)}<!-- end {match.Groups["name"].Value} -->");
    }

    private static string TableOf(string name, ModelCatalog model) => name switch
    {
        "parameters" => Parameters(ParameterCatalog.Of(OneOfEach).Where(p => !IsOfKind(p)), Sensitivities()),
        "schedule" => Schedule(),
        "outputs" => Rows("output | unit | range | meaning", model.Outputs.Select(o => $"`{o.Name}` | {o.Unit} | {o.Range} | {o.Meaning}")),
        "metrics" => Rows("metric | unit | range | meaning", model.Metrics.Select(m => $"`{m.Name}` | {m.Unit} | {m.Range} | {m.Meaning}")),
        "networks" => Kinds(model.Networks, "network"),
        "policies" => Kinds(model.Policies, "policy"),
        _ => throw new InvalidOperationException($"the model description names an unknown table {name}"),
    };

    // Lists are empty by default; an item each shows what items are made of.
    private static Scenario OneOfEach => new() { Shocks = [new()], Channels = new() { Outages = [new()] }, Need = new() { Levels = [new()] } };

    // Parameters of a kind stand with the kinds.
    private static bool IsOfKind(Parameter parameter) =>
        parameter.Path.StartsWith("policy.", StringComparison.Ordinal) || parameter.Path.StartsWith("network.", StringComparison.Ordinal);

    private static string Schedule() =>
        Rows("phase | process | rule",
            TickSchedule.Phases.Select((phase, k) => Invariant($"{k + 1} | {phase.Name} | {RuleOf(phase)}")));

    // The code's documentation starts with the number of the phase, which has a column of its own.
    private static string RuleOf(Type phase) =>
        TypeSummary.Of(phase) is var text && text.StartsWith("Phase ", StringComparison.Ordinal)
            ? text[(text.IndexOf(". ", StringComparison.Ordinal) + 2)..] : text;

    // The documentation of an extension's code is not beside the program.
    private static string SummaryOf(object part, string summary) =>
        part.GetType().Assembly == typeof(Scenario).Assembly ? TypeSummary.Of(part.GetType()) : summary + ".";

    private static string Kinds<T>(IEnumerable<CatalogEntry<T>> kinds, string path)
        where T : class
    {
        var text = new StringBuilder();
        foreach (var kind in kinds)
        {
            text.Append(Invariant($"- **`{kind.Kind}`** {SummaryOf(kind.Default, kind.Summary)}\n"));
        }

        return text.Append('\n').Append(Parameters(kinds.SelectMany(k => ParameterCatalog.OfRecord(k.Default, $"{path} {k.Kind}: ")))).ToString();
    }

    private static string Parameters(IEnumerable<Parameter> parameters, IReadOnlyDictionary<string, string>? sensitivities = null) =>
        Rows(
            "parameter | symbol | meaning | unit | allowed | default | source" + (sensitivities is null ? "" : " | sensitivity"),
            parameters.Select(
                p => $"`{p.Path.Replace("[0]", "[]", StringComparison.Ordinal)}` | {p.Declaration.Symbol} | {p.Declaration.Meaning} | "
                    + $"{p.Declaration.Unit} | {p.Allowed} | {ParameterRow.ValueText(p.Value)} | {p.Declaration.Source}"
                    + (sensitivities is null ? "" : $" | {sensitivities.GetValueOrDefault(p.Path, "")}")));

    // What the study's screening found, by parameter.
    private static Dictionary<string, string> Sensitivities()
    {
        using var reader = new StreamReader(typeof(OddDocument).Assembly.GetManifestResourceStream("sensitivity.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))
            .ToDictionary(r => r[0], r => $"{r[1]} ({r[3]} {r[2]})");
    }

    private static string Rows(string header, IEnumerable<string> rows)
    {
        var columns = header.Split('|').Length;
        return $"| {header} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns))}\n{string.Concat(rows.Select(r => $"| {r} |\n"))}";
    }

    [GeneratedRegex("<!-- begin (?<name>\\w+) -->.*?<!-- end \\k<name> -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
