using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>
/// Results as a research object: RO-Crate 1.1 after the profile Process Run Crate 0.5, one action for each session that worked on them.
/// </summary>
/// <remarks>Leo et al. 2024, Recording provenance of workflow runs with RO-Crate, doi:10.1371/journal.pone.0309210.</remarks>
internal sealed class CrateMetadata
{
    public const string FileName = "ro-crate-metadata.json";

    private const string Specification = "https://w3id.org/ro/crate/1.1";
    private const string Profile = "https://w3id.org/ro/wfrun/process/0.5";
    private const string Terms = "https://w3id.org/ro/terms/workflow-run/context";
    private const string Shards = "shards/";

    private readonly ResultsDescription _results;
    private readonly IReadOnlyList<ExportedFile> _files;

    private CrateMetadata(ResultsDescription results, IReadOnlyList<ExportedFile> files) => (_results, _files) = (results, files);

    /// <summary>The metadata of results.</summary>
    /// <param name="results">What is said of them.</param>
    /// <param name="files">All files of the export but the metadata itself.</param>
    public static JsonObject Of(ResultsDescription results, IReadOnlyList<ExportedFile> files) => new CrateMetadata(results, files).ToJson();

    private JsonObject ToJson()
    {
        // The shards hold once more, for verification, what the tables hold; listing hundreds of them would tell a reader nothing.
        var listed = _files.Where(f => !f.Path.StartsWith(Shards, StringComparison.Ordinal)).ToList();
        var hasShards = listed.Count < _files.Count;
        var people = _results.Options.Authors.Append(_results.Options.Operator).OfType<Author>().DistinctBy(AddressOf);
        string?[] versions = [.. _results.Manifest.Sessions.Select(VersionOf).Distinct()];
        return new()
        {
            ["@context"] = new JsonArray($"{Specification}/context", Terms),
            ["@graph"] = new JsonArray(
            [
                new JsonObject { ["@id"] = FileName, ["@type"] = "CreativeWork", ["conformsTo"] = Reference(Specification), ["about"] = Reference("./") },
                Root([.. listed.Select(f => f.Address), .. hasShards ? [Shards] : Array.Empty<string>()]),
                new JsonObject { ["@id"] = Profile, ["@type"] = "CreativeWork", ["name"] = "Process Run Crate", ["version"] = "0.5" },
                License(_results.Options.License, "The license of these results"),
                .. _results.Options.License == _results.Software.License ? Array.Empty<JsonNode>() : [License(_results.Software.License, "The license of the software")],
                .. people.Select(Person),
                .. versions.Select(Software),
                .. _results.Manifest.Sessions.Select(Action),
                .. listed.Select(File),
                .. hasShards ? [Dataset(Shards, "The runs in the shards that sessions committed, with the hash of each; leadersim verify reads them")] : Array.Empty<JsonNode>(),
            ]),
        };
    }

    private JsonObject Root(IEnumerable<string> parts) => new()
    {
        ["@id"] = "./",
        ["@type"] = "Dataset",
        ["name"] = _results.Title,
        ["description"] = _results.Summary,
        ["identifier"] = _results.Manifest.ExperimentId,
        ["datePublished"] = TimeOf(_results.Finished),
        ["license"] = Reference(ResultsDescription.AddressOf(_results.Options.License)),
        ["author"] = References(_results.Options.Authors.Select(AddressOf)),
        ["conformsTo"] = Reference(Profile),
        ["mentions"] = References(Enumerable.Range(0, _results.Manifest.Sessions.Count).Select(ActionAt)),
        ["hasPart"] = References(parts),
    };

    private JsonObject Action(Session session, int index)
    {
        var action = new JsonObject
        {
            ["@id"] = ActionAt(index),
            ["@type"] = "CreateAction",
            ["name"] = $"leadersim {string.Join(' ', session.Arguments)}".TrimEnd(),
            ["description"] = Invariant($"{session.RunsDone} runs on {session.Workers} workers, {session.Cores} cores; {session.System}, {session.Machine}; {session.Runtime}"),
            ["startTime"] = TimeOf(session.Started),
            ["instrument"] = Reference(SoftwareAt(VersionOf(session))),
            ["object"] = References(_files.Where(f => IsInput(f.Path)).Select(f => f.Address)),
            ["result"] = References(_files.Where(f => !IsInput(f.Path) && (ResultTables.Names.Contains(f.Path) || _results.Manifest.Hashes.ContainsKey(f.Path)))
                .Select(f => f.Address)),
            ["actionStatus"] = $"http://schema.org/{(session.Ended is null ? "Failed" : "Completed")}ActionStatus",
        };
        if (session.Ended is { } ended)
        {
            action["endTime"] = TimeOf(ended);
        }
        else
        {
            action["error"] = "The session ended without a record, as when it is killed; what it committed is kept.";
        }

        if (_results.Options.Operator is { } person)
        {
            action["agent"] = Reference(AddressOf(person));
        }

        return action;
    }

    private static bool IsInput(string path) =>
        path.StartsWith("experiment.", StringComparison.Ordinal) || path.StartsWith("inputs/", StringComparison.Ordinal);

    private JsonObject Software(string? version)
    {
        var software = new JsonObject
        {
            ["@id"] = SoftwareAt(version),
            ["@type"] = "SoftwareApplication",
            ["name"] = _results.Software.Title,
            ["softwareVersion"] = version ?? "unknown",
            ["license"] = Reference(ResultsDescription.AddressOf(_results.Software.License)),
        };
        if (_results.Software.Url is { } url)
        {
            software["url"] = url;
        }

        return software;
    }

    private static JsonObject File(ExportedFile file) => new()
    {
        ["@id"] = file.Address,
        ["@type"] = "File",
        ["name"] = file.Path,
        ["contentSize"] = Invariant($"{file.Size}"),
        ["encodingFormat"] = file.MediaType,
        ["sha256"] = file.Sha256,
    };

    private static JsonObject Dataset(string address, string description) =>
        new() { ["@id"] = address, ["@type"] = "Dataset", ["name"] = address, ["description"] = description };

    private static JsonObject License(string license, string description) =>
        new() { ["@id"] = ResultsDescription.AddressOf(license), ["@type"] = "CreativeWork", ["name"] = license, ["description"] = description };

    private static JsonObject Person(Author author) => new() { ["@id"] = AddressOf(author), ["@type"] = "Person", ["name"] = author.Name };

    private static string AddressOf(Author author) => author.Orcid ?? $"#person-{Uri.EscapeDataString(author.Name)}";

    private static string ActionAt(int index) => Invariant($"#session-{index + 1}");

    private static string SoftwareAt(string? version) => $"#leadersim-{Uri.EscapeDataString(version ?? "unknown")}";

    private static string? VersionOf(Session session) => session.ToolVersion;

    private static string TimeOf(DateTimeOffset time) => Invariant($"{time.ToUniversalTime():yyyy-MM-ddTHH:mm:sszzz}");

    private static JsonObject Reference(string address) => new() { ["@id"] = address };

    private static JsonArray References(IEnumerable<string> addresses) => [.. addresses.Select(Reference)];
}
