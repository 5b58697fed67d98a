// Writes RESULTS.md from the summaries of the study: dotnet run -c Release experiments/study/results.cs -- experiments/study [FILE]
using System.Globalization;
using System.Text;

var study = args is [var first, ..] ? first : "experiments/study";
var page = new StringBuilder();
var environments = Table("01-environments-environments").ToDictionary(r => r["policy"]);
var programs = Table("01-environments-programs").ToDictionary(r => r["arm"]);
var alive = Table("01-environments-states").Where(r => r["tick"] == "520").ToDictionary(r => r["arm"]);
var pairs = Table("01-environments-pairs").ToDictionary(r => r["rival"]);
var otherSeed = Table("07-other-seed-pairs").ToDictionary(r => r["rival"]);
var robustness = Table("07-robustness-pairs");
string[] rivals = ["hoarding", "hierarchy", "succession", "elected", "council"];

Line("# Results: can distributed leadership be of valuable use?");
Line("Written by `experiments/study/make.sh` from `summaries/`; do not edit. [README.md](README.md) says how the study was made, and what it cannot say. The mobile learning");
Line("program is a scenario, not data: all of this is about a model of organizations. Ticks are weeks, the horizon ten years. *Need unmet* counts the ticks in which a program is needed and no longer alive,");
Line("over all programs; ± and brackets are 95 % intervals, environments as clusters.");
Line();
Line("## In five sentences");
Line($"1. **Yes, against leadership that is held by few and replaced late or never**: over {pairs["hierarchy"]["environments"]} environments, distributed authority leaves {Ticks(pairs["hoarding"], "gain")} ticks less need unmet than hoarding and {Ticks(pairs["hierarchy"], "gain")} less than a hierarchy.");
Line($"2. **No, against a council**: five who co-opt their successors leave {Ticks(pairs["council"], "gain", -1)} ticks less need unmet than distributed authority, and are worse in {Percent(pairs["council"]["better"])} of environments; against succession ({Ticks(pairs["succession"], "gain")}) and elections ({Ticks(pairs["elected"], "gain")}) the mean differs little, and it is the load that decides: {Third("succession", 1)} ticks against succession in the least loaded third of environments, {Third("succession", 3)} in the most loaded.");
Line($"3. **It is seldom the best choice, and rarely a bad one**: distributed authority is best in {Percent(environments["distributed"]["bestShare"])} of environments, council in {Percent(environments["council"]["bestShare"])}, adaptive in {Percent(environments["adaptive"]["bestShare"])}, succession in {Percent(environments["succession"]["bestShare"])}; choosing it costs {Number(environments["distributed"]["regret"])} ticks against the best of each environment, hierarchy {Number(environments["hierarchy"]["regret"])}, council {Number(environments["council"]["regret"])}; a hierarchy that distributes once vitality has fallen below .65 leaves {Unmet("04-switching", "in trouble")} ticks unmet, one that always does {Unmet("04-switching", "always")}, one that never does {Unmet("04-switching", "never")}.");
Line($"4. **What helps is replacing leaders at once, not giving authority away while they are there**: with the same founding, replacement and lag for all, distributed leaves {Unmet("09-fairness", "distributed after a lag")} ticks unmet and hierarchy {Unmet("09-fairness", "hierarchy after a lag")}; without the lag {Unmet("09-fairness", "distributed at once")} and {Unmet("09-fairness", "hierarchy at once")}; and giving away nothing ({Unmet("02-share-rate", "0")}) does as well as the default tenth per tick ({Unmet("02-share-rate", "0.1")}). This refutes what was expected.");
Line($"5. **How robust**: of {Variants().Length} sets of assumptions, each changing one of them, distributed authority leaves clearly less need unmet than hoarding in {Clear("hoarding", 1)} and clearly more in {Clear("hoarding", -1)}; than hierarchy {Clear("hierarchy", 1)} and {Clear("hierarchy", -1)}; than council {Clear("council", 1)} and {Clear("council", -1)}.");
Line();
Line("## All programs, over environments");
Line("Each of the environments runs under each policy in the same ten worlds. *Best*: share of environments in which the policy leaves the least need unmet; *regret*: ticks more than the best policy of the environment, the");
Line("best chosen by one half of the worlds and measured by the other.");
Line();
Line("| policy | need unmet | lived after leadership left | alive or no longer needed at the end | best | mean regret | regret, worst twentieth |");
Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
foreach (var row in Table("01-environments-environments"))
{
    var (policy, state) = (row["policy"], alive[row["policy"]]);
    Row(
        policy,
        $"{Number(row["unmet"])} ± {Number(row["unmetError"], 1)}",
        Interval(programs[policy], "outlivedTicks"),
        Percent(Value(state["led"]) + Value(state["outliving"]) + Value(state["needEnded"])),
        Percent(row["bestShare"]),
        $"{Number(row["regret"])} ± {Number(row["regretError"], 1)}",
        Number(row["regret95"]));
}

Line();
Line("## Distributed authority against each rival");
Line("Ticks of need met more by distributed authority; *better* and *worse*: shares of environments in which an interval over ten worlds excludes 0 and the difference is at least 26 ticks. The last column has other environments");
Line("of the same ranges and other random numbers.");
Line();
Line("| rival | gain | better in | worse in | gain, other seed |");
Line("| --- | ---: | ---: | ---: | ---: |");
foreach (var row in Table("01-environments-pairs"))
{
    var other = otherSeed[row["rival"]];
    Row(
        row["rival"],
        $"{Signed(row["gain"])} ± {Number(row["gainError"], 1)}",
        Percent(row["better"]),
        Percent(row["worse"]),
        $"{Signed(other["gain"])} ± {Number(other["gainError"], 1)}");
}

Line();
Line("## When");
Line("The gain in ticks in the lowest, middle and highest third of each condition. Where it grows from left to right, more of the condition favours sharing.");
Line();
Line($"| condition | {string.Join(" | ", rivals.Select(r => $"against {r}"))} |");
Line($"| --- |{string.Concat(rivals.Select(_ => " ---: |"))}");
foreach (var condition in Table("01-environments-when").GroupBy(r => r["condition"]))
{
    var cells = rivals.Select(rival => string.Join(" / ", condition.Where(r => r["rival"] == rival).OrderBy(r => r["third"]).Select(r => Signed(r["gain"]))));
    Line($"| `{condition.Key}` | {string.Join(" | ", cells)} |");
}

Line();
Line("## How many, how much, how willing");
Line("Need unmet by dose, over 120 environments (60 for willingness).");
Line();
Line($"- **Members of a council**: {Doses("02-council-size")}.");
Line($"- **Share that a holder gives per tick** (distributed): {Doses("02-share-rate")}.");
foreach (var policy in Table("02-willingness-programs").GroupBy(r => r["arm"]))
{
    Line($"- **{policy.Key}**, over all degrees of willingness: {Number(policy.First()["unmetTicks"])}.");
}

Line();
Line("## Losing leaders");
Line("The share alive 156 ticks after a removal, minus the same world without it, among programs alive at the removal. Free of who would have left when; not free of which programs are alive.");
Line();
(string File, string Name)[] removals =
[
    ("03-remove-core", "founding core, tick 104"), ("03-remove-director", "director, tick 104"), ("03-remove-top-5", "top five, tick 104"),
    ("03-remove-director-late", "director, tick 260"),
];
Line($"| policy | {string.Join(" | ", removals.Select(r => r.Name))} |");
Line("| --- | ---: | ---: | ---: | ---: |");
foreach (var policy in Table("03-remove-core-intervention").Select(r => r["arm"]))
{
    Line($"| {policy} | {string.Join(" | ", removals.Select(r => Effect(r.File, policy)))} |");
}

Line();
Line("## A hierarchy that distributes");
Line();
Line("| when it distributes | need unmet | lived after leadership left |");
Line("| --- | ---: | ---: |");
foreach (var row in Table("04-switching-programs"))
{
    Row(row["arm"], Interval(row), Number(row["outlivedTicks"]));
}

Line();
Line("## What decides, and how much is chance");
Line("Share of the variance of a program's life that is chance, by policy, and the factors with the largest total indices (Sobol; 128 base points, so the intervals are wide).");
Line();
foreach (var policy in Table("05-variance-sobol").Where(r => r["output"].StartsWith("endTick", StringComparison.Ordinal)).GroupBy(r => r["output"]))
{
    var factors = policy.Where(r => r["index"] == "total").OrderByDescending(r => Value(r["value"])).Take(4)
        .Select(r => $"`{r["factor"]}` {Share(r["value"])} [{Share(r["valueLower95"])}, {Share(r["valueUpper95"])}]");
    var chance = Share(policy.Single(r => r["index"] == "noiseShare")["value"]);
    Line($"- **{policy.Key["endTick under ".Length..]}**: chance {chance}; {string.Join(", ", factors)}");
}

Line();
Line("## The mobile learning program");
Line("Ticks of need met more by distributed authority than by each rival in the scenario of the case, by quality of channels between sites and load; at the scenario's rate of filling seats.");
Line();
Line($"| channels | load | need unmet, distributed | {string.Join(" | ", rivals.Select(r => $"against {r}"))} |");
Line($"| ---: | ---: | ---: |{string.Concat(rivals.Select(_ => " ---: |"))}");
foreach (var cell in Table("06-mobile-learning-pairs").Where(r => r["filling"] == "0.08").GroupBy(r => (r["channels"], r["load"])))
{
    var gains = rivals.Select(rival => cell.Single(r => r["rival"] == rival)).Select(r => $"{Signed(r["gain"])} ± {Number(r["error"])}");
    Row([cell.Key.Item1, cell.Key.Item2, Number(cell.First()["distributed"]), .. gains]);
}

Line();
Line("## Which assumptions turn a conclusion");
Line("One assumption changed at a time from the defaults ([07-robustness.csv](07-robustness.csv)). *Clear*: the interval of the difference excludes 0 and it is at least 26 ticks.");
Line();
Line("| rival | gain at the defaults | clearly better | clearly worse | neither |");
Line("| --- | ---: | ---: | ---: | ---: |");
foreach (var rival in robustness.Select(r => r["rival"]).Distinct())
{
    var start = robustness.Single(r => r["rival"] == rival && r["variant"] == "0");
    var (better, worse) = (Clear(rival, 1), Clear(rival, -1));
    Line($"| {rival} | {Signed(start["gain"])} ± {Number(start["error"])} | {better} | {worse} | {Variants().Length - better - worse} |");
}

Line();
var (header, rows) = Robustness();
foreach (var rival in new[] { "hierarchy", "hoarding", "council" })
{
    foreach (var sign in new[] { 1, -1 })
    {
        var which = robustness.Where(r => r["rival"] == rival && IsClear(r, sign))
            .Select(r => Variant(int.Parse(r["variant"], CultureInfo.InvariantCulture))).ToArray();
        if (which.Length is > 0 and < 40)
        {
            Line($"- Clearly {(sign > 0 ? "better" : "worse")} than {rival}: {string.Join(", ", which)}.");
        }
    }
}

Line();
Line("## Sharing rules alone");
Line("The same founding, the same replacement rule and the same lag for all: only the sharing rule differs. Need unmet over 100 environments.");
Line();
Line("| sharing rule of | replaced after twelve ticks | replaced at once |");
Line("| --- | ---: | ---: |");
var alone = Table("09-fairness-programs").ToDictionary(r => r["arm"]);
foreach (var rule in alone.Keys.Where(k => k.EndsWith(" at once", StringComparison.Ordinal)).Select(k => k[..^" at once".Length]))
{
    Line($"| {rule} | {Interval(alone[rule + " after a lag"])} | {Interval(alone[rule + " at once"])} |");
}

File.WriteAllText(args is [_, var target] ? target : Path.Combine(study, "RESULTS.md"), page.ToString());
return;

void Line(string text = "") => page.Append(text).Append('\n');

void Row(params string[] cells) => Line($"| {string.Join(" | ", cells)} |");

Dictionary<string, string>[] Table(string name)
{
    var lines = File.ReadAllLines(Path.Combine(study, "summaries", name + ".csv"));
    var names = lines[0].Split(',');
    return [.. lines.Skip(1).Select(l => names.Zip(Cells(l)).ToDictionary(c => c.First, c => c.Second))];
}

// Cells are quoted where they hold a comma.
static List<string> Cells(string line)
{
    var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
    foreach (var letter in line)
    {
        if (letter == '"')
        {
            isQuoted = !isQuoted;
        }
        else if (letter == ',' && !isQuoted)
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
        else
        {
            cell.Append(letter);
        }
    }

    cells.Add(cell.ToString());
    return cells;
}

static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

static string Number(object value, int digits = 0) =>
    (value is string text ? Value(text) : (double)value).ToString(digits == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);

static string Signed(string text) => Value(text).ToString("+0;−0;0", CultureInfo.InvariantCulture);

static string Share(string text) => text.Length == 0 ? "?" : Value(text).ToString("0.00", CultureInfo.InvariantCulture);

static string Percent(object value) => ((value is string text ? Value(text) : (double)value) * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

static string Ticks(Dictionary<string, string> row, string name, int sign = 1) =>
    FormattableString.Invariant($"{sign * Value(row[name]):0;−0} ± {Value(row[name + "Error"]):0.0}");

static string Interval(Dictionary<string, string> row, string name = "unmetTicks") =>
    $"{Number(row[name])} [{Number(row[name + "Lower95"])}, {Number(row[name + "Upper95"])}]";

string Third(string rival, int third) =>
    Signed(Table("01-environments-when")
        .Single(r => r["rival"] == rival && r["condition"] == "demand.decisionsPerSeat" && r["third"] == third.ToString(CultureInfo.InvariantCulture))["gain"]);

string Unmet(string experiment, string arm) => Number(Table(experiment + "-programs").Single(r => r["arm"] == arm)["unmetTicks"]);

string Doses(string experiment) =>
    string.Join(", ", Table(experiment + "-programs").Select(r => $"{r["arm"]}: {Interval(r)}"));

string Effect(string file, string policy)
{
    var row = Table(file + "-intervention").SingleOrDefault(r => r["arm"] == policy);
    return row is null || row["alive"].Length == 0
        ? "nobody to compare" : FormattableString.Invariant($"{Value(row["alive"]):+0.00;−0.00;0.00} ({row["pairs"]})");
}

string[] Variants() => [.. robustness.Select(r => r["variant"]).Distinct()];

bool IsClear(Dictionary<string, string> row, int sign) => sign * Value(row["gain"]) >= 26 && sign * Value(row["gain"]) > Value(row["error"]);

int Clear(string rival, int sign) => robustness.Count(r => r["rival"] == rival && IsClear(r, sign));

(string[] Header, string[][] Rows) Robustness()
{
    var lines = File.ReadAllLines(Path.Combine(study, "07-robustness.csv"));
    return (lines[0].Split(','), [.. lines.Skip(1).Select(l => l.Split(','))]);
}

// What a variant changes.
string Variant(int index)
{
    var changed = Enumerable.Range(0, header.Length).Where(k => rows[index][k] != rows[0][k]).Select(k => $"`{header[k]}` {rows[index][k]}").ToArray();
    return changed.Length == 0 ? "the defaults" : string.Join(" and ", changed);
}
