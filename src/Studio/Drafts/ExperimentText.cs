using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Studio.Drafts;

/// <summary>What an experiment says of itself.</summary>
/// <param name="Name">Name.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Expectation">What was expected.</param>
/// <param name="Seed">Root seed.</param>
/// <param name="Replicates">Replicates.</param>
/// <param name="Seeding">Whether arms share their random numbers.</param>
internal sealed record ExperimentHead(string Name, string Question, string Expectation, ulong Seed, int Replicates, Seeding Seeding);

/// <summary>A factor of two levels, A and B.</summary>
/// <param name="Path">Its path.</param>
/// <param name="A">Level of world A.</param>
/// <param name="B">Level of world B.</param>
internal sealed record ArmFactor(string Path, JsonNode A, JsonNode B);

/// <summary>An experiment as a file that <c>leadersim run</c> reads, with the files that it reads in turn.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Text">Its text.</param>
/// <param name="Inputs">Other files, by their path from the experiment's folder.</param>
internal sealed partial record ExperimentText(string Name, string Text, IReadOnlyDictionary<string, string> Inputs)
{
    private const int LineWidth = 100;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The experiment of a scenario.</summary>
    /// <param name="head">What it says of itself.</param>
    /// <param name="scenario">The scenario; what is at its default is left out.</param>
    /// <param name="factor">What differs between two worlds; null for one.</param>
    public static ExperimentText Of(ExperimentHead head, Scenario scenario, ArmFactor? factor)
    {
        var tree = ScenarioTree.Of(scenario, out var inputs);
        var text = new StringBuilder();
        text.Append(Invariant($"name: {NameOf(head.Name)}\nquestion: {Quoted(head.Question)}\nexpectation: {Quoted(head.Expectation)}\n"));
        text.Append(tree.Count == 0 ? "baseline: {}\n" : "baseline:\n");
        foreach (var (key, value) in tree)
        {
            text.Append(Invariant($"  {key}: {Flow(value)}\n"));
        }

        if (scenario.Changes.Count > 0 && factor?.Path != ArmDifference.Changes)
        {
            text.Append(Invariant($"changes:\n{string.Concat(ScenarioTree.OfChanges(scenario).Select(c => $"  - {Flow(c)}\n"))}"));
        }

        if (scenario.Stop.Count > 0)
        {
            text.Append(Invariant($"stop:\n{string.Concat(ScenarioTree.OfStop(scenario).Select(r => $"  - {Flow(r)}\n"))}"));
        }

        text.Append(factor is null ? "factors: {}\n" : $"factors:\n  {factor.Path}:\n    levels:\n      - {Flow(factor.A)}\n      - {Flow(factor.B)}\n");
        var seeding = head.Seeding == Seeding.Common ? "common" : "independent";
        text.Append(Invariant($"design: fullFactorial\nreplicates: {head.Replicates}\nseed: {head.Seed}\nseeding: {seeding}\n"));
        return new(NameOf(head.Name), text.ToString(), inputs);
    }

    /// <summary>Writes the file and those it reads.</summary>
    /// <returns>Path of the experiment's file.</returns>
    public string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Inputs)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        var path = Path.Combine(folder, "experiment.yaml");
        File.WriteAllText(path, Text);
        return path;
    }

    /// <summary>A name that may stand in paths.</summary>
    public static string NameOf(string text)
    {
        var name = Unusual().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return name.Length == 0 ? "studio" : name[..Math.Min(name.Length, 60)].Trim('-');
    }

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text) => JsonValue.Create(text).ToJsonString(Readable);

    // JSON is YAML, but keys and words without quotes are easier to read.
    private static string Flow(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                return "{" + string.Join(", ", map.Select(e => $"{e.Key}: {Flow(e.Value)}")) + "}";
            case JsonArray list:
                var items = list.Select(Flow).ToArray();
                return items.Sum(i => i.Length + 2) <= LineWidth ? $"[{string.Join(", ", items)}]" : $"[\n    {string.Join(",\n    ", items)}]";
            case JsonValue value when value.TryGetValue<string>(out var text):
                return PlainWord().IsMatch(text) ? text : Quoted(text);
            default:
                return node?.ToJsonString() ?? "null";
        }
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unusual();

    // Words that YAML or a reader could take for something else stay in quotes.
    [GeneratedRegex("^(?!(true|false|null|yes|no|on|off)$)[A-Za-z][A-Za-z0-9-]*$")]
    private static partial Regex PlainWord();
}
