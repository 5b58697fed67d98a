using System.Text.Json.Nodes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Studio.Drafts;

namespace LeadershipSim.Studio.Library;

/// <summary>A parameter as the page offers it, read from the model's own declaration.</summary>
/// <param name="Path">Path in experiment files.</param>
/// <param name="Group">First part of the path.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Allowed">What is allowed, in words.</param>
/// <param name="Kind">number, whole, flag, choice or text.</param>
/// <param name="Min">Least value of a number.</param>
/// <param name="Max">Greatest value of a number.</param>
/// <param name="Choices">What can be chosen, with a sentence on each.</param>
/// <param name="Value">Its value.</param>
/// <param name="Origin">Its value where the draft starts from; null where it has none there.</param>
/// <param name="Standard">Its default in the model.</param>
/// <param name="IsLive">Whether it can change while a program lives.</param>
internal sealed record ParameterEntry(
    string Path,
    string Group,
    string Meaning,
    string Unit,
    string Symbol,
    string Allowed,
    string Kind,
    double? Min,
    double? Max,
    IReadOnlyList<Choice> Choices,
    JsonNode? Value,
    JsonNode? Origin,
    JsonNode? Standard,
    bool IsLive)
{
    private static readonly string[] FromFiles = ["network", "organization"];

    /// <summary>The parameters of a scenario that can be changed on the page: all but lists and files.</summary>
    public static IReadOnlyList<ParameterEntry> Of(Scenario scenario, Scenario origin)
    {
        var before = ParameterCatalog.Of(origin).ToDictionary(p => p.Path, p => p.Value);
        var standards = new Scenario { Policy = StandardOf(scenario.Policy), Network = StandardOf(scenario.Network) };
        var standard = ParameterCatalog.Of(standards).ToDictionary(p => p.Path, p => p.Value);
        var isFromFile = scenario.Network is FileNetwork;
        CatalogEntry<INetworkModel>[] networks = [.. NetworkCatalog.All.Where(n => n.Default is not FileNetwork)];
        var initial = new Scenario();
        return
        [
            KindOf("policy", "How authority is held, shared and inherited", PolicyCatalog.All, scenario.Policy, origin.Policy, initial.Policy, isLive: true),
            .. isFromFile ? Array.Empty<ParameterEntry>()
                : [KindOf("network", "Who is tied to whom", networks, scenario.Network, origin.Network, initial.Network, isLive: false)],
            .. from parameter in ParameterCatalog.Of(scenario)
               where !parameter.Path.Contains('[', StringComparison.Ordinal) && !(isFromFile && FromFiles.Contains(parameter.Path.Split('.')[0]))
               select Of(parameter, before.GetValueOrDefault(parameter.Path), standard.GetValueOrDefault(parameter.Path)),
        ];
    }

    private static ParameterEntry Of(Parameter parameter, object? origin, object? standard)
    {
        var type = parameter.Property.PropertyType;
        var group = parameter.Path.Split('.')[0];
        return new(
            parameter.Path,
            group,
            parameter.Declaration.Meaning,
            parameter.Declaration.Unit,
            parameter.Declaration.Symbol,
            parameter.Allowed,
            type == typeof(int) ? "whole" : type == typeof(double) ? "number" : type == typeof(bool) ? "flag" : type.IsEnum ? "choice" : "text",
            parameter.IsNumeric ? parameter.Declaration.Min : null,
            parameter.IsNumeric ? parameter.Declaration.Max : null,
            type.IsEnum ? [.. Enum.GetValues(type).Cast<object>().Select(v => new Choice((string)ScenarioTree.Scalar(v)!, ""))] : [],
            ScenarioTree.Scalar(parameter.Value),
            origin is null ? null : ScenarioTree.Scalar(origin),
            standard is null ? null : ScenarioTree.Scalar(standard),
            parameter.IsLive);
    }

    private static ParameterEntry KindOf<T>(string path, string meaning, IReadOnlyList<CatalogEntry<T>> kinds, T value, T origin, T standard, bool isLive)
        where T : class
    {
        string NameOf(T part) => kinds.FirstOrDefault(k => k.Default.GetType() == part.GetType())?.Kind ?? "file";
        return new(
            path, path, meaning, "", "", "", "choice", null, null, [.. kinds.Select(k => new Choice(k.Kind, k.Summary))],
            JsonValue.Create(NameOf(value)), JsonValue.Create(NameOf(origin)), JsonValue.Create(NameOf(standard)), isLive);
    }

    private static ILeadershipPolicy StandardOf(ILeadershipPolicy policy) => PolicyCatalog.All.First(p => p.Default.GetType() == policy.GetType()).Default;

    private static INetworkModel StandardOf(INetworkModel network) => NetworkCatalog.All.First(n => n.Default.GetType() == network.GetType()).Default;
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
internal sealed record Choice(string Name, string Summary);
