using System.Globalization;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Exporting;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tests.Running;
using YamlDotNet.RepresentationModel;

namespace LeadershipSim.Experiments.Tests.Exporting;

/// <summary>
/// What RO-Crate 1.1 and Process Run Crate 0.5 demand (MUST) and recommend (SHOULD) of entities, read from the specifications and
/// compared with the rules of rocrate-validator (profiles ro-crate/1.1 and process-run-crate).
/// </summary>
public sealed class CrateMetadataTests
{
    private static readonly Author Somebody = new("Ada \"the: first\" Researcher", "0000-0002-1825-0097");

    [Fact]
    public void The_descriptor_names_the_specification_and_the_root() => Exported((crate, _) =>
    {
        Assert.Equal(["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"], crate.Context);
        var descriptor = crate["ro-crate-metadata.json"];
        Assert.Equal(("CreativeWork", "https://w3id.org/ro/crate/1.1", "./"),
            (Text(descriptor, "@type"), Target(descriptor, "conformsTo"), Target(descriptor, "about")));
    });

    [Fact]
    public void The_root_has_a_name_a_description_a_date_a_license_and_the_profile() => Exported((crate, folder) =>
    {
        var root = crate["./"];
        Assert.Equal("Dataset", Text(root, "@type"));
        Assert.Equal("Results of the experiment small: Which?", Text(root, "name"));
        Assert.Contains("60 simulated runs, root seed 1", Text(root, "description"), StringComparison.Ordinal);
        Assert.Equal(RunTable.ManifestOf(folder).Sessions[^1].Ended!.Value, Time(root, "datePublished"), TimeSpan.FromSeconds(1));
        Assert.Equal("https://spdx.org/licenses/CC-BY-4.0", Target(root, "license"));
        Assert.Equal("CreativeWork", Text(crate[Target(root, "license")], "@type"));
        Assert.Equal(("CreativeWork", "0.5"), (Text(crate[Target(root, "conformsTo")], "@type"), Text(crate[Target(root, "conformsTo")], "version")));
        Assert.Equal("https://w3id.org/ro/wfrun/process/0.5", Target(root, "conformsTo"));
    });

    [Fact]
    public void Every_reference_leads_to_an_entity_and_no_two_entities_have_one_id() => Exported((crate, _) =>
    {
        Assert.Equal(crate.Ids.Count, crate.Ids.Distinct().Count());
        var external = new[] { "https://w3id.org/ro/crate/1.1" };
        Assert.Empty(crate.References.Except(crate.Ids).Except(external));
    });

    [Fact]
    public void Parts_are_files_that_are_there_with_their_size_hash_and_type() => Exported((crate, folder) =>
    {
        var parts = Targets(crate["./"], "hasPart");
        Assert.Contains("figures/a%20curve.svg", parts);
        Assert.Contains("CITATION.cff", parts);
        Assert.Contains("codemeta.json", parts);
        Assert.DoesNotContain("ro-crate-metadata.json", parts);
        Assert.Equal("Dataset", Text(crate["shards/"], "@type"));
        foreach (var part in parts.Except(["shards/"]))
        {
            var (entity, file) = (crate[part], Path.Combine(folder, Uri.UnescapeDataString(part)));
            Assert.Equal("File", Text(entity, "@type"));
            Assert.Equal(new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture), Text(entity, "contentSize"));
            Assert.Equal(ShardFile.HashOf(file), Text(entity, "sha256"));
        }

        Assert.Equal("application/vnd.apache.parquet", Text(crate["runs.parquet"], "encodingFormat"));
        Assert.Equal("image/svg+xml", Text(crate["figures/a%20curve.svg"], "encodingFormat"));
    });

    [Fact]
    public void Each_session_is_an_action_with_its_instrument_times_agent_objects_and_results() => Exported((crate, folder) =>
    {
        var actions = Targets(crate["./"], "mentions").Select(id => crate[id]).ToList();
        Assert.Equal(2, actions.Count);
        foreach (var (action, session) in actions.Zip(RunTable.ManifestOf(folder).Sessions))
        {
            Assert.Equal("CreateAction", Text(action, "@type"));
            Assert.Equal("leadersim run small.yaml", Text(action, "name"));
            Assert.NotEmpty(Text(action, "description"));
            Assert.Equal(session.Started, Time(action, "startTime"), TimeSpan.FromSeconds(1));
            Assert.Equal(session.Ended!.Value, Time(action, "endTime"), TimeSpan.FromSeconds(1));
            Assert.Equal("http://schema.org/CompletedActionStatus", Text(action, "actionStatus"));
            Assert.False(action.ContainsKey("error"));
            Assert.Equal(["experiment.resolved.json"], Targets(action, "object"));
            Assert.Equal(["columns.json", "points.parquet", "runs.csv", "runs.parquet"], Targets(action, "result"));
            Assert.Equal(("Person", Somebody.Name), (Text(crate[Target(action, "agent")], "@type"), Text(crate[Target(action, "agent")], "name")));
            var software = crate[Target(action, "instrument")];
            Assert.Equal(("SoftwareApplication", session.ToolVersion), (Text(software, "@type"), Text(software, "softwareVersion")));
            Assert.False(software.ContainsKey("version"));
        }
    });

    [Fact]
    public void A_session_that_was_killed_is_an_action_that_failed() => Exported(
        (crate, _) =>
        {
            var action = crate["#session-1"];
            Assert.Equal("http://schema.org/FailedActionStatus", Text(action, "actionStatus"));
            Assert.Contains("killed", Text(action, "error"), StringComparison.Ordinal);
            Assert.False(action.ContainsKey("endTime"));
            Assert.Equal("http://schema.org/CompletedActionStatus", Text(crate["#session-2"], "actionStatus"));
        },
        manifest => manifest with { Sessions = [manifest.Sessions[0] with { Ended = null }, manifest.Sessions[1]] });

    [Fact]
    public void The_citation_names_the_results_their_authors_and_the_software() => Exported((_, folder) =>
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(folder, "CITATION.cff"))));
        var root = yaml.Documents[0].RootNode;
        Assert.Equal(("1.2.0", "dataset", "CC-BY-4.0"), (root["cff-version"].ToString(), root["type"].ToString(), root["license"].ToString()));
        Assert.Equal((Somebody.Name, Somebody.Orcid), (root["authors"][0]["name"].ToString(), root["authors"][0]["orcid"].ToString()));
        Assert.Equal(SmallStudy.Plan().ExperimentId, root["identifiers"][0]["value"].ToString());
        Assert.Contains($"title: \"{root["references"][0]["title"]}\"", RepositoryRoot.Read("CITATION.cff"), StringComparison.Ordinal);
    });

    [Fact]
    public void The_software_is_described_with_its_version_license_and_packages() => Exported((_, folder) =>
    {
        var manifest = RunTable.ManifestOf(folder);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "codemeta.json")))!.AsObject();
        Assert.Equal(("https://w3id.org/codemeta/3.0", "SoftwareSourceCode"), (Text(json, "@context"), Text(json, "type")));
        Assert.Contains($"version: {Text(json, "version")}\n", RepositoryRoot.Read("CITATION.cff"), StringComparison.Ordinal);
        Assert.Equal("https://spdx.org/licenses/MIT", Text(json, "license"));
        Assert.Equal(manifest.Packages, json["softwareRequirements"]!.AsArray().Select(p => p!.GetValue<string>()));
    });

    private static void Exported(Action<Crate, string> check, Func<RunManifest, RunManifest>? change = null)
    {
        using var folder = new TemporaryFolder();
        var (results, export) = (Path.Combine(folder.Path, "results"), Path.Combine(folder.Path, "export"));
        var options = new SweepOptions { Arguments = ["run", "small.yaml"] };
        SmallStudy.Run(results, SmallStudy.Plan(), options);
        SmallStudy.Run(results, SmallStudy.Plan(), options);
        folder.Write("results/figures/a curve.svg", "<svg/>");
        if (change is not null)
        {
            change(RunTable.ManifestOf(results)).Write(results);
        }

        ResearchObject.Of(results, new ExportOptions("CC-BY-4.0", [Somebody]) { Operator = Somebody }).WriteFolder(export);
        check(new Crate(JsonNode.Parse(File.ReadAllText(Path.Combine(export, "ro-crate-metadata.json")))!), export);
    }

    private static string Text(JsonObject entity, string key) => entity[key]!.GetValue<string>();

    private static string Target(JsonObject entity, string key) => entity[key]!["@id"]!.GetValue<string>();

    private static List<string> Targets(JsonObject entity, string key) => [.. entity[key]!.AsArray().Select(t => t!["@id"]!.GetValue<string>())];

    // The form that the validator's rules allow: seconds, and an offset in digits.
    private static DateTimeOffset Time(JsonObject entity, string key) =>
        DateTimeOffset.ParseExact(Text(entity, key), "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private sealed class Crate(JsonNode json)
    {
        private readonly JsonObject[] _entities = [.. json["@graph"]!.AsArray().Select(e => e!.AsObject())];

        public IEnumerable<string> Context => json["@context"]!.AsArray().Select(c => c!.GetValue<string>());

        public List<string> Ids => [.. _entities.Select(e => Text(e, "@id"))];

        public IEnumerable<string> References =>
            from entity in _entities
            from value in entity.Select(p => p.Value)
            from reference in value is JsonArray list ? list.AsEnumerable() : new[] { value }
            where reference is JsonObject
            select Text(reference.AsObject(), "@id");

        public JsonObject this[string id] => Assert.Single(_entities, e => Text(e, "@id") == id);
    }
}
