using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Storing;

/// <summary>Folders of each released format stay readable: here those of version 0.1.</summary>
public sealed class OlderResultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _old;

    public OlderResultsTests() => _old = OlderResults.Copy(ReferenceFile.PathOf("results-0.1/old"), Path.Combine(_folder.Path, "old"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_table_of_runs_is_read_by_the_names_of_its_columns()
    {
        var table = RunTable.Read(_old);
        Assert.Equal((120, 1), (table.Count, table.Manifest.FormatVersion));
        Assert.Equal([61, 208], table.Numbers("endTick").Take(2));
        Assert.Equal(["hoarding", "0.3", "true", "44"], new[] { "policy", "channels.remote", "failed", "coreExitTicks" }.Select(c => table.Texts(c)[0]));
        Assert.Equal("[44]", StoredRow.Of(table, 0).CoreExitTicks);
        Assert.Contains("vitality", table.Outputs);
        Assert.DoesNotContain("channels.remote", table.Outputs);
        Assert.Equal(("tick", ColumnType.Integer), table.Columns.Where(c => c.Name == "endTick").Select(c => (c.Unit, c.Type)).Single());
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_missed_by_those_who_ask_for_it_alone()
    {
        await OlderResults.RemoveColumnAsync(_old, "truckFactor");
        var table = RunTable.Read(_old);
        Assert.Equal(61, table.Numbers("endTick")[0]);
        Assert.False(table.Has("truckFactor"));
        var error = Assert.Throws<StoreException>(() => table.Numbers("truckFactor"));
        Assert.Equal(StoreProblem.ColumnMissing, error.Problem);
        Assert.Contains("has no column truckFactor", error.Message, StringComparison.Ordinal);
        Assert.Contains("written by version 0.1.0", error.Message, StringComparison.Ordinal);
        Assert.Contains($"leadersim run {_old}/experiment.resolved.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("delete", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(OutputCatalog.All.Index().Single(o => o.Item.Name == "truckFactor").Index, StoredRow.Of(table, 0).Absent);
    }

    [Fact]
    public async Task Two_versions_are_compared_by_what_both_report()
    {
        var other = OlderResults.Copy(_old, Path.Combine(_folder.Path, "other"));
        await OlderResults.RemoveColumnAsync(other, "truckFactor");
        var found = ExperimentComparison.Of(_old, other);
        Assert.Equal((120, 0), (found.RunsInBoth, found.RunsDiffering));
        Assert.Equal(["truckFactor"], found.OutputsOfOne);
        Assert.DoesNotContain("truckFactor", found.Outputs.Select(o => o.Output));
    }

    [Fact]
    public void The_archived_experiment_has_the_ids_of_its_runs()
    {
        var read = ExperimentReader.ReadArchived(Path.Combine(_old, "experiment.resolved.json"));
        Assert.Empty(read.Problems);
        var plan = new ExperimentPlan(read.Spec!, RunTable.ManifestOf(_old).ModelRevision);
        Assert.Equal(120, plan.Count);
        Assert.Equal(RunTable.Read(_old).Count, plan.Count);
    }

    [Fact]
    public async Task It_is_verified_as_far_as_this_version_can()
    {
        var plan = new ExperimentPlan(ExperimentReader.ReadArchived(Path.Combine(_old, "experiment.resolved.json")).Spec!, 2);
        Assert.Empty(Verification.Of(plan, _old, new VerificationOptions { Sample = 20 }).Faults);
        await OlderResults.RemoveColumnAsync(_old, "truckFactor");
        Assert.Empty(Verification.Of(plan, _old, new VerificationOptions { Sample = 0 }).Faults);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public void Runs_of_other_rules_are_not_run_again_and_the_version_to_use_is_named(int revision)
    {
        OlderResults.ChangeManifest(_old, m => m["modelRevision"] = revision);
        var plan = new ExperimentPlan(ExperimentReader.ReadArchived(Path.Combine(_old, "experiment.resolved.json")).Spec!, revision);
        var replay = Assert.Throws<StoreException>(() => Replay.Run(plan, RunTable.Read(_old), 0));
        Assert.Equal(StoreProblem.OtherRevision, replay.Problem);
        Assert.Contains($"model revision {revision}, as version 0.1.0", replay.Message, StringComparison.Ordinal);
        Assert.Contains($"revision {ModelRevision.Current}", replay.Message, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => Reproduction.Of(_old, _old));
        var verification = Verification.Of(plan, _old, new VerificationOptions());
        Assert.Equal((0, 120), (verification.RunsReplayed, verification.RunsPresent));
        Assert.Contains("version 0.1.0", verification.Note, StringComparison.Ordinal);
        Assert.Empty(verification.Faults);
    }

    [Fact]
    public void A_later_version_is_read_as_far_as_it_is_understood()
    {
        OlderResults.ChangeManifest(_old, m => (m["formatVersion"], m["hours"]) = (9, 3));
        var file = Path.Combine(_old, "experiment.resolved.json");
        File.WriteAllText(file, File.ReadAllText(file)
            .Replace("\"seed\": 11", "\"seed\": 11, \"audience\": \"all\"", StringComparison.Ordinal)
            .Replace("\"analyses\": [", "\"analyses\": [\"divination\", ", StringComparison.Ordinal));
        var read = ExperimentReader.ReadArchived(file);
        Assert.Empty(read.Problems);
        Assert.Equal(["audience", "analyses: divination"], read.PassedOver);
        Assert.DoesNotContain("divination", read.Spec!.Analyses);
        Assert.NotEmpty(ExperimentReader.Read(file).Problems);
        var table = RunTable.Read(WithoutHash(_old));
        Assert.Contains("written by a later version", table.Manifest.Note, StringComparison.Ordinal);
        Assert.Equal(61, table.Numbers("endTick")[0]);
    }

    private static string WithoutHash(string folder)
    {
        OlderResults.ChangeManifest(folder, m => m["hashes"]!.AsObject().Remove("runs.parquet"));
        return folder;
    }
}
