using System.Globalization;
using System.Security.Cryptography;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Experiments.Tests.Running;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using Parquet;

namespace LeadershipSim.Experiments.Tests.Storing;

public sealed class RunStoreTests
{
    private readonly ExperimentPlan _plan = SmallStudy.Plan();

    [Theory]
    [InlineData("truncated table")]
    [InlineData("changed byte")]
    [InlineData("no receipt")]
    [InlineData("broken receipt")]
    [InlineData("no table")]
    public void A_damaged_shard_is_run_again_and_the_reason_is_told(string damage)
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var tables = SmallStudy.Tables(folder.Path);
        var shard = Path.Combine(folder.Path, "shards", "s=00003");
        var (table, receipt) = (Path.Combine(shard, "runs.parquet"), Path.Combine(shard, "shard.json"));
        var bytes = File.ReadAllBytes(table);
        switch (damage)
        {
            case "truncated table":
                File.WriteAllBytes(table, bytes[..^20]);
                break;
            case "changed byte":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(table, bytes);
                break;
            case "no receipt":
                File.Delete(receipt);
                break;
            case "broken receipt":
                File.WriteAllText(receipt, "{\"runs\": ");
                break;
            default:
                File.Delete(table);
                break;
        }

        var reports = new List<string>();
        Assert.Equal(SmallStudy.ShardSize, SmallStudy.Run(folder.Path, _plan, new SweepOptions { Report = reports.Add }).RanNow);
        Assert.Contains("s=00003 is not used, its runs are run again", Assert.Single(reports), StringComparison.Ordinal);
        Assert.Equal(tables, SmallStudy.Tables(folder.Path));
    }

    [Fact]
    public void A_folder_of_another_experiment_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var before = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes);
        var error = Assert.Throws<StoreException>(() => SmallStudy.Open(folder.Path, SmallStudy.Plan(seed: 2)));
        Assert.Equal(StoreProblem.OtherExperiment, error.Problem);
        Assert.Equal(before, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes));
    }

    [Fact]
    public void Two_at_once_in_one_folder_are_refused_and_the_second_can_come_later()
    {
        using var folder = new TemporaryFolder();
        using (SmallStudy.Open(folder.Path, _plan))
        {
            var error = Assert.Throws<StoreException>(() => SmallStudy.Open(folder.Path, _plan));
            Assert.Equal(StoreProblem.Locked, error.Problem);
            Assert.Contains($"({Environment.MachineName}:{Environment.ProcessId})", error.Message, StringComparison.Ordinal);
        }

        SmallStudy.Open(folder.Path, _plan).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_before_anything_runs()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("occupied", "");
        Assert.Equal(StoreProblem.NotWritable, Assert.Throws<StoreException>(() => SmallStudy.Open(Path.Combine(file, "results"), _plan)).Problem);
        Assert.Equal(StoreProblem.NotWritable, Assert.Throws<StoreException>(() => SmallStudy.Open(file, _plan)).Problem);
    }

    [Fact]
    public void What_a_killed_session_left_half_written_is_removed()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Open(folder.Path, _plan).Dispose();
        folder.Write("shards/.tmp-s=00001-abc/runs.parquet", "half");
        folder.Write("runs.csv.abc.tmp", "half");
        SmallStudy.Run(folder.Path, _plan);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder.Path, "shards"), ".tmp-*"));
    }

    [Fact]
    public void The_table_gives_columns_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var table = RunTable.Read(folder.Path);
        Assert.Equal(SmallStudy.Runs, table.Count);
        Assert.Equal(["policy", "channels.remote"], table.Factors);
        Assert.Equal(Enumerable.Range(0, SmallStudy.Runs).Select(k => _plan[k].RunId), table.Texts("runId"));
        Assert.Equal([0.2, 0.6, 1, 0.2], table.Numbers("channels.remote").Take(4));
        Assert.Equal("0.2", table.Texts("channels.remote")[0]);
        Assert.Equal("shared, \"widely\"", table.Texts("policy")[3]);
        Assert.Equal(StoreProblem.ColumnMissing, Assert.Throws<StoreException>(() => table.Numbers("nothing")).Problem);
    }

    [Fact]
    public void The_csv_quotes_what_needs_quotes_and_leaves_out_what_does_not_exist()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var lines = File.ReadAllLines(Path.Combine(folder.Path, "runs.csv"));
        Assert.Equal(SmallStudy.Runs + 1, lines.Length);
        Assert.StartsWith("runId,runIndex,pointIndex,replicate,policy,channels.remote,endTick,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",\"shared, \"\"widely\"\"\",0.2,", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void The_csv_has_the_numbers_of_the_table_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var table = RunTable.Read(folder.Path);

        List<CsvRow> rows = [.. CsvRows.Read(File.ReadAllText(Path.Combine(folder.Path, "runs.csv")))];
        foreach (var name in OutputCatalog.All.Select(o => o.Name))
        {
            var column = rows[0].Fields.ToList().IndexOf(name);
            Assert.Equal(table.Numbers(name), rows.Skip(1).Select(r => NumberIn(r.Fields[column])));
        }
    }

    private static double NumberIn(string cell) => cell switch
    {
        "" => double.NaN,
        "true" => 1,
        "false" => 0,
        _ => double.Parse(cell, CultureInfo.InvariantCulture),
    };

    [Fact]
    public async Task Booleans_and_lists_are_one_type_in_both_tables_and_columns_say_what_they_hold()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        List<CsvRow> rows = [.. CsvRows.Read(File.ReadAllText(Path.Combine(folder.Path, "runs.csv")))];
        var table = RunTable.Read(folder.Path);
        foreach (var name in new[] { "failed", "foundingExit", "coreExitTicks" })
        {
            var column = rows[0].Fields.ToList().IndexOf(name);
            Assert.Equal(table.Texts(name), rows.Skip(1).Select(r => r.Fields[column]));
        }

        Assert.All(table.Texts("coreExitTicks"), ticks => Assert.Equal(ticks, TickList.Of(System.Text.Json.JsonSerializer.Deserialize<int[]>(ticks)!)));
        await using var reader = await ParquetReader.CreateAsync(Path.Combine(folder.Path, "runs.parquet"));
        var described = Column.Of(reader.CustomMetadata).ToDictionary(c => c.Name);
        Assert.Equal((ColumnType.Boolean, ColumnType.Integers), (described["failed"].Type, described["coreExitTicks"].Type));
        Assert.Equal(("tick", "Last tick of the run"), (described["endTick"].Unit, described["endTick"].Meaning));
        Assert.Equal("probability", described["channels.remote"].Unit);
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "columns.json")));
        var runs = document.RootElement.GetProperty("tables").GetProperty("runs").EnumerateArray();
        Assert.Equal(table.Columns.Select(c => c.Name), runs.Select(c => c.GetProperty("name").GetString()));
    }

    // As those of versions that did not have these properties yet.
    [Fact]
    public void A_manifest_without_a_property_has_its_default()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var file = Path.Combine(folder.Path, RunManifest.FileName);
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        foreach (var name in new[] { "overrides", "packages", "sessions", "hashes", "statements", "sha256OfTheAbove" })
        {
            manifest.Remove(name);
        }

        File.WriteAllText(file, manifest.ToJsonString());
        var read = RunManifest.Read(folder.Path)!;

        Assert.Empty(read.Overrides);
        Assert.Empty(read.Sessions);
        Assert.Empty(read.Hashes);
        Assert.NotEmpty(read.Packages);
    }

    [Fact]
    public void A_changed_bit_of_the_table_is_noticed_on_reading_and_the_run_command_named()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan, new SweepOptions { Arguments = ["run", "a b.yaml"] });
        var file = Path.Combine(folder.Path, "runs.parquet");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 3] ^= 4;
        File.WriteAllBytes(file, bytes);
        foreach (var read in new Action[] { () => RunTable.Read(folder.Path), () => ResultFiles.Of(folder.Path) })
        {
            var error = Assert.Throws<StoreException>(read);
            Assert.Contains("does not have the hash that manifest.json states", error.Message, StringComparison.Ordinal);

            // The command wrote into results/, and this folder is another one.
            var again = ShellText.Command("run", Path.Combine(folder.Path, ResultFiles.Resolved), "--output", "repaired", "--reuse", folder.Path);
            Assert.EndsWith(again, error.Message, StringComparison.Ordinal);
        }

        SmallStudy.Run(folder.Path, _plan);
        Assert.Equal(SmallStudy.Runs, RunTable.Read(folder.Path).Count);
    }

    [Fact]
    public void Tables_do_not_depend_on_the_size_of_shards()
    {
        using var folder = new TemporaryFolder();
        var (small, large) = (Path.Combine(folder.Path, "small"), Path.Combine(folder.Path, "large"));
        SmallStudy.Run(small, _plan);
        using (var store = RunStore.Open(large, _plan, SmallStudy.Manifest(_plan) with { ShardSize = 1000 }, new Dictionary<string, string>()))
        {
            Sweep.Run(_plan, store, new SweepOptions(), CancellationToken.None);
        }

        Assert.Equal(SmallStudy.Tables(small), SmallStudy.Tables(large));
    }

    [Theory]
    [InlineData("nothing", "there is no folder")]
    [InlineData("", "is not a results folder")]
    public void What_is_no_results_folder_is_named(string name, string message)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<StoreException>(() => RunTable.Read(Path.Combine(folder.Path, name)));
        Assert.Equal(StoreProblem.NotReadable, error.Problem);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_manifest_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", "{");
        Assert.Contains("manifest.json cannot be read", Assert.Throws<StoreException>(() => RunTable.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_of_a_later_format_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var file = Path.Combine(folder.Path, "manifest.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"formatVersion\": 2", "\"formatVersion\": 3", StringComparison.Ordinal));
        var error = Assert.Throws<StoreException>(() => SmallStudy.Open(folder.Path, _plan));
        Assert.Contains("has format version 3; this version of the program writes 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_states_the_hash_of_every_table_and_document()
    {
        using var folder = new TemporaryFolder();
        SmallStudy.Run(folder.Path, _plan);
        var hashes = RunTable.ManifestOf(folder.Path).Hashes;
        Assert.Equal(["columns.json", "experiment.resolved.json", "points.parquet", "runs.csv", "runs.parquet"], hashes.Keys.Order(StringComparer.Ordinal));
        Assert.All(hashes, h => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, h.Key)))), h.Value));
    }

    [Fact]
    public async Task The_points_and_their_factors_are_a_table_of_their_own_in_native_types()
    {
        using var folder = new TemporaryFolder();
        DesignPoint[] points =
        [
            .. new[] { (true, 3L, 0.5, "a"), (false, 4L, 1.0, "b") }.Select((v, k) => new DesignPoint(
                k, $"id{k}", [new("flag", v.Item1), new("whole", v.Item2), new("real", v.Item3), new("mixed", k == 0 ? 1L : 0.25),
                    new("policy", v.Item4)], new Scenario())),
        ];
        var file = Path.Combine(folder.Path, "points.parquet");
        await using (var stream = File.Create(file))
        {
            new PointColumns(points).Write(stream);
        }

        await using var reader = await ParquetReader.CreateAsync(file);
        Assert.Equal(
            ["pointIndex Int32", "pointId text", "flag Boolean", "whole Int64", "real Double", "mixed Double", "policy text"],
            reader.Schema.DataFields.Select(f => $"{f.Name} {(ColumnReader.IsNumeric(f) ? f.ClrType.Name : "text")}"));
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(new double[] { 1, 0 }, await ColumnReader.NumbersAsync(group, reader.Schema.DataFields[2], 2));
        Assert.Equal(new[] { 1, 0.25 }, await ColumnReader.NumbersAsync(group, reader.Schema.DataFields[5], 2));
        Assert.Equal(["a", "b"], await ColumnReader.TextsAsync(group, reader.Schema.DataFields[6], 2));
    }
}
