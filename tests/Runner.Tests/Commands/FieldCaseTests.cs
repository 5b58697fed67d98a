using System.Text.RegularExpressions;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>
/// Files as people have them, each with the command that once went wrong (tests/Runner.Tests/FieldCases/README.md): what the program has
/// to say, and its exit code. A text that starts with ¬ must not be said. A comment says where a case is tested that takes more than one call.
/// </summary>
public sealed partial class FieldCaseTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests/Runner.Tests/FieldCases");

    [Theory]
    // survival --json has what the text has: SurvivalJsonTests
    [InlineData("tables", "survival s38_latin1_merge.csv --time time --event status --group group", ExitCode.Invalid, "s38_latin1_merge.csv:2:6: byte 0xFC is not UTF-8", "--encoding latin1")]
    [InlineData("tables", "survival s38_latin1_merge.csv --time time --event status --group group --encoding latin1", 0, "χ² = 23.449 on 2 degrees", "Müller", "Möller")]
    [InlineData("tables", "survival s38_utf8.csv --time time --event status --group group", 0, "χ² = 23.449 on 2 degrees")]
    [InlineData("tables", "survival s38_utf8.csv --time time --event status --encoding latin-9000", ExitCode.Invalid, "--encoding is \"latin-9000\", which is not known")]
    [InlineData("tables", "network l5_net.csv", ExitCode.Invalid, "l5_net.csv:2:2: byte 0xFC")]
    [InlineData("tables", "inequality l1_ineq.csv --value v --group g", ExitCode.Invalid, "l1_ineq.csv:2:4: byte 0xFC")]
    [InlineData("tables", "inequality l1_ineq.csv --value v --group g --encoding latin1", 0, "Müller", "Möller")]
    [InlineData("tables", "sensitivity l1_ineq.csv --factors g --output v", ExitCode.Invalid, "l1_ineq.csv:2:4: byte 0xFC")]
    [InlineData("tables", "survival s44_therneau_ties.csv --time years --event status --group x --cox x", 0, "χ² = 0 on 1 degree", "-0.017037", "0.35382", "rounding only and are taken as tied")]
    [InlineData("tables", "survival s45_lung12.csv --time time --event status", ExitCode.Invalid, "where 1 means censored and 2 the event", "--event-value 2", "¬--competing")]
    [InlineData("tables", "survival s45_lung12.csv --time time --event status --event-value 2", 0, "669 [", "¬No row is censored")]
    [InlineData("tables", "survival s45_lung12.csv --time time --event status --competing", 0, "No row is censored")]
    [InlineData("tables", "survival s03_strings.csv --time time --event status", ExitCode.Invalid, "--event-value dead")]
    [InlineData("tables", "survival s03_strings.csv --time time --event status --competing", ExitCode.Invalid, "--event-value dead --censored alive")]
    [InlineData("tables", "survival s03_strings.csv --time time --event status --event-value dead --censored alive", 0, "all    12  9")]
    [InlineData("tables", "survival s17_allcensored_group.csv --time time --event status --group group", 0, "9 (–)", "error of its mean is unknown", "χ² = 1.9259")]
    [InlineData("tables", "network n03b_NA.csv", ExitCode.Invalid, "n03b_NA.csv:4: ", "a missing value")]
    [InlineData("tables", "network n09_NAnode.csv", ExitCode.Invalid, "n09_NAnode.csv:2: ", "a missing value", "in quotes")]
    [InlineData("tables", "network n01_selfloop.csv", ExitCode.Invalid, "n01_selfloop.csv:3", "--drop-loops")]
    [InlineData("tables", "network n01_selfloop.csv --drop-loops", 0, "1 tie of a node to itself is left out")]
    [InlineData("tables", "network n05_sci.csv", 0, "1e+05", "the same number")]
    [InlineData("tables", "network n03b_NA.csv --nodes n11_nodes_dup.csv", ExitCode.Invalid, "n11_nodes_dup.csv:3", "\"A\" stands twice")]
    [InlineData("tables", "network n12_quotedNA.csv", 0, "nodes                           3")]
    [InlineData("tables", "network n17.graphml", 0, "nodes                           2")]
    [InlineData("tables", "survival s11.csv.gz --time time --event status", 0, "all    12  9")]
    [InlineData("tables", "survival s31_comment.csv --time time --event status", ExitCode.Invalid, "--comment \"#\"")]
    [InlineData("tables", "survival s31_comment.csv --time time --event status --comment #", 0, "all    12  9")]
    [InlineData("tables", "survival s32_cr_only.csv --time time --event status", 0, "all    12  9")]
    [InlineData("tables", "survival s07_decimalcomma_semicolon.csv --time time --event status", ExitCode.Invalid, "say --decimal ,")]
    [InlineData("tables", "survival s07_decimalcomma_semicolon.csv --time time --event status --decimal ,", 0, "6.5 [2.5")]
    [InlineData("tables", "survival s07_decimalcomma_semicolon.csv --time time --event status --decimal , --separator ,", ExitCode.Invalid, "a character can mean only one of them")]
    [InlineData("tables", "sensitivity e10_morris_dup.csv --factors x1,x2 --output Y --design morris", 0, "the same trajectory")]
    [InlineData("tables", "sensitivity e12_morris_onetraj.csv --factors x1,x2 --output Y --design morris", 0, "one trajectory")]
    [InlineData("tables", "sensitivity e07_inert.csv --factors x1,Y --output Y", ExitCode.Invalid, "an output cannot explain itself")]
    [InlineData("tables", "survival p03_timestamp.parquet --time time --event status", ExitCode.Invalid, "column \"time\" holds dates")]
    [InlineData("tables", "survival p04_date.parquet --time time --event status", ExitCode.Invalid, "column \"time\" holds dates")]
    [InlineData("tables", "inequality i03_na.csv --value v", ExitCode.Invalid, "1 of 3 values are missing", "¬Give holders")]
    // a bit of runs.parquet: DamagedResultsTests, for every verb that reads it; over all files: ChangedByteTests; what was accepted reads back: FuzzTests
    // query stopped at once: InterruptionTests.A_signal_stops_a_query_at_once; /dev/zero, large files, many keys, deep nesting: LargeInputTests
    // zips: DamagedResultsTests, ChangedArchiveTests; runsPlanned and shardSize: ShareResultsTests; read-only places: UnwritableResultsTests
    // temporary files of killed commands: ScratchFolderTests, LeftoversTests; kills at every call that changes files: tests/Kills/run.sh
    // a report allows browsers nothing: DamagedResultsTests.The_report_tells_browsers_to_run_nothing
    [InlineData("break", "inequality hang-1119-bytes.parquet --value vitality", ExitCode.Invalid, "its footer does not end where")]
    // name35, name50, phase, saltelli512: FieldCaseRunTests (saltelli with fewer points); widths: UglyInputTests
    // environments, 13 policies in 300 of them: BoundedAnalysisTests.Thousands_of_points_are_analyzed_within_48_megabytes
    [InlineData("figures", "validate odd-names.yaml", ExitCode.Invalid, "odd-names.yaml:10:35: the name of a level of policy is \"=1+1\", which a spreadsheet takes for a formula")]
    [InlineData("break", "validate ty2.yaml", ExitCode.Invalid, "ty2.yaml:5:52: the name of a level of policy is a list")]
    [InlineData("break", "validate ty3.yaml", ExitCode.Invalid, "ty3.yaml:1:7: name is a list")]
    [InlineData("break", "validate xss.yaml", ExitCode.Invalid, "takes for a formula")]
    [InlineData("break", "network dup.graphml", ExitCode.Invalid, "dup.graphml:1:", "the key \"d0\" stands twice")]
    [InlineData("break", "network noid.graphml", ExitCode.Invalid, "noid.graphml:1:11: a key for nodes has no id")]
    // ids and names in traces, events, figures: NamedPeopleTests
    [InlineData("graphml", "validate h01.yaml", 0, "is valid", "note: Ties are directed: the source trusts the target. 2 of 2 are stated one way only")]
    [InlineData("graphml", "validate g03_nested.yaml", ExitCode.Invalid, "g03_nested.graphml:9:2: the node \"G1\" is a group")]
    [InlineData("graphml", "validate g19_latin1.yaml", ExitCode.Invalid, "nobody has authority", "¬UTF-8")]
    [InlineData("graphml", "network g19_latin1.graphml", 0, "Müller", "Möller")]
    [InlineData("graphml", "validate g21_hyper_connected.yaml", ExitCode.Invalid, "g21_hyper_connected.graphml:3:248: a hyperedge is not supported")]
    [InlineData("graphml", "network g21_hyper_connected.graphml", ExitCode.Invalid, "a hyperedge is not supported")]
    [InlineData("graphml", "validate g23_weight_ignored.yaml", ExitCode.Invalid, "g23_weight_ignored.graphml:3:238: the ties have data \"weight\", which nothing reads", "columns: {trust: weight}")]
    // float-step found by query: FieldCaseRunTests.A_level_as_it_is_written_is_found_in_the_table_of_runs
    // extend20 to extend50, -added-level, -swapped; sobol8 to sobol16: FieldCaseRunTests.Only_what_is_new_runs_…, ReuseTests (every byte)
    // extend20-question: FieldCaseRunTests.A_changed_expectation_is_kept_…, ProtocolCommandTests
    // all-fail: FieldCaseRunTests.Policies_under_which_all_fails_are_not_ranked, AnswerByDesignTests.Arms_that_all_fail_are_not_ranked
    // a finished experiment again: DamagedResultsTests.A_finished_experiment_says_that_nothing_is_left_to_run, ReuseTests
    [InlineData("sweeps", "plan float-step.yaml", 0, "135 design points × 1 replicate = 135 runs", "0.3 ", "0.225 ", "0.01 ", "¬0000000", "¬1 replicates")]
    [InlineData("sweeps", "plan one.yaml", 0, "1 design point × 1 replicate = 1 run;", "¬1 runs")]
    [InlineData("sweeps", "validate seats-steps.yaml", ExitCode.Invalid, "seats-steps.yaml:6:31: ", "there are 3 whole numbers: ask for fewer steps, at most 3")]
    [InlineData("sweeps", "validate huge8e6.yaml", ExitCode.Invalid, "8000000 design points, and at most 1000000 are allowed, whatever execution.maxRuns is", "latinHypercube")]
    [InlineData("sweeps", "validate huge8e6.yaml --set execution.maxRuns=900000000", ExitCode.Invalid, "8000000 design points, and at most 1000000 are allowed, whatever execution.maxRuns is", "latinHypercube")]
    [InlineData("sweeps", "validate extend20.yaml --set execution.maxRuns=100", ExitCode.Invalid, "6 design points × 20 replicates = 120 runs, and at most 100 are allowed", "--set execution.maxRuns=120")]
    [InlineData("sweeps", "validate extend20.yaml --set replicates=2", 0, "next: leadersim run", "--set replicates=2")]
    [InlineData("sweeps", "validate extend20.yaml --set channels.remote=0.5", 0, "3 design points × 20 replicates = 60 runs", "--set channels.remote=0.5")]
    [InlineData("sweeps", "validate extend20.yaml --set 'factors.channels.remote={levels: [0.5]}'", 0, "3 design points", "--set 'factors.channels.remote={levels: [0.5]}'")]
    [InlineData("sweeps", "validate filedesign/no-factors.yaml", 0, "2 design points × 1 replicate = 2 runs")]
    [InlineData("sweeps", "validate filedesign/range-factor.yaml", 0, "2 design points × 1 replicate = 2 runs")]
    [InlineData("sweeps", "validate filedesign/semicolon.yaml", 0, "2 design points × 1 replicate = 2 runs")]
    [InlineData("sweeps", "validate filedesign/tab.yaml", 0, "2 design points × 1 replicate = 2 runs")]
    [InlineData("sweeps", "validate filedesign/outside.yaml", ExitCode.Invalid, "outside.csv:2:1: channels.remote is 1.3; its range goes from 0 to 1", "outside.csv:3:1: ", "\"high\"", "¬already")]
    [InlineData("sweeps", "validate yaml-levels.yaml", ExitCode.Invalid, "yaml-levels.yaml:5:30: channels.remote is \"0.5\" in quotes, which makes it a text; write 0.5", ":6:28: levels of channels.local are an empty list", ":7:33: organization.seats is \"010\" with a leading zero, which some programs read as octal; write 10", ":9:13: replicates is \"010\" with a leading zero", ":10:7: seed is \"0123\" with a leading zero")]
    [InlineData("sweeps", "validate yaml-types.yaml", ExitCode.Invalid, ":7:13: replicates is \"1,000\" with separators; write 1000", ":8:7: seed is \"0123\" with a leading zero")]
    [InlineData("sweeps", "validate yaml-tabs.yaml", ExitCode.Invalid, "yaml-tabs.yaml:5:1: this is not YAML: the line is indented with a tab")]
    [InlineData("sweeps", "validate merge-keys.yaml", ExitCode.Invalid, "merge-keys.yaml:5:3: merge keys (<<) are not supported", "extends")]
    [InlineData("sweeps", "sweep --help", ExitCode.Invalid, "unknown verb sweep", "see: leadersim --help")]
    public async Task A_file_as_people_have_it_is_read_or_refused_as_stated(string folder, string call, int exit, params string[] said)
    {
        var words = Words().Matches(call).Select(m => m.Value.Trim('\''))
            .Select(w => File.Exists(Path.Combine(Folder, folder, w)) ? Path.Combine(Folder, folder, w) : w).ToArray();
        var run = await CommandLine.RunAsync(words);
        var all = run.Output + run.Error;
        Assert.True(run.ExitCode == exit, all);
        Assert.All(said, text => Assert.True((text[0] != '¬') == all.Contains(text.TrimStart('¬'), StringComparison.Ordinal), $"{text}, in: {all}"));
    }

    [Fact]
    public async Task Levels_of_a_range_are_the_levels_that_one_would_write()
    {
        var (spread, written) = (await PlanAsync("float-step.yaml"), await PlanAsync("float-levels.yaml"));
        Assert.Equal(written, spread);
        Assert.Contains("0.3", spread.Select(p => p.Split(' ')[0]));
    }

    private static async Task<string[]> PlanAsync(string file)
    {
        var plan = await CommandLine.DocumentAsync("plan", Path.Combine(Folder, "sweeps", file), "--json");
        return [.. plan.GetProperty("points").EnumerateArray()
            .Select(p => $"{p.GetProperty("values").GetProperty("channels.remote").GetRawText()} {p.GetProperty("id").GetString()}")];
    }

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Words();
}
