using YamlDotNet.RepresentationModel;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>How this software is cited, as the repository's CITATION.cff says.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Authors">Its authors.</param>
/// <param name="License">SPDX identifier of its license.</param>
/// <param name="Url">Where it is found; null where the file does not say.</param>
/// <param name="Keywords">Its keywords.</param>
internal sealed record SoftwareCitation(string Title, IReadOnlyList<string> Authors, string License, string? Url, IReadOnlyList<string> Keywords)
{
    private const string Resource = "CITATION.cff";

    /// <summary>Reads the file that this program carries.</summary>
    public static SoftwareCitation Read()
    {
        using var reader = new StreamReader(typeof(SoftwareCitation).Assembly.GetManifestResourceStream(Resource)!);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return new(
            Text(root, "title")!,
            [.. ((YamlSequenceNode)root["authors"]).Cast<YamlMappingNode>()
                .Select(a => Text(a, "name") ?? $"{Text(a, "given-names")} {Text(a, "family-names")}")],
            Text(root, "license")!,
            Text(root, "repository-code") ?? Text(root, "url"),
            [.. ((YamlSequenceNode)root["keywords"]).Select(k => k.ToString())]);
    }

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
