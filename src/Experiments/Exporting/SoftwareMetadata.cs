using System.Text.Json.Nodes;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>The software that results were made with, as CodeMeta 3.0 describes software.</summary>
internal static class SoftwareMetadata
{
    public const string FileName = "codemeta.json";

    public static JsonObject Of(ResultsDescription results)
    {
        var json = new JsonObject
        {
            ["@context"] = "https://w3id.org/codemeta/3.0",
            ["type"] = "SoftwareSourceCode",
            ["name"] = results.Software.Title,
            ["version"] = results.SoftwareVersion,
            ["author"] = new JsonArray([.. results.Software.Authors.Select(a => new JsonObject { ["type"] = "Organization", ["name"] = a })]),
            ["license"] = ResultsDescription.AddressOf(results.Software.License),
            ["keywords"] = Texts(results.Software.Keywords),
            ["programmingLanguage"] = "C#",
            ["runtimePlatform"] = Texts(results.Manifest.Sessions.Select(s => s.Runtime).Distinct()),
            ["operatingSystem"] = Texts(results.Manifest.Sessions.Select(s => s.System).Distinct()),
            ["softwareRequirements"] = Texts(results.Manifest.Packages),
        };
        if (results.Commit is { } commit)
        {
            json["identifier"] = commit;
        }

        if (results.Software.Url is { } url)
        {
            json["codeRepository"] = url;
        }

        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => JsonValue.Create(t))];
}
