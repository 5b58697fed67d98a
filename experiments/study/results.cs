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
Line($"1. **It helps where leadership is held by few and replaced late or never.** Over {pairs["hierarchy"]["environments"]} environments, distributed authority leaves {Ticks(pairs["hoarding"], "gain")} ticks less need unmet than hoarding and {Ticks(pairs["hierarchy"], "gain")} less than a hierarchy; its gain over them grows with turnover and load, and shrinks with turbulence.");
Line($"2. **It does less than planned renewal.** A council of five who co-opt their successors leaves {Ticks(pairs["council"], "gain", -1)} ticks less unmet than distributed authority and is worse in {Percent(pairs["council"]["better"])} of environments; against a named heir ({Ticks(pairs["succession"], "gain")}) and elections ({Ticks(pairs["elected"], "gain")}) load decides, from {Third("succession", 1)} ticks against the heir in the least loaded third to {Third("succession", 3)} in the most loaded.");
Line($"3. **It is seldom the best choice.** Council is best in {Percent(environments["council"]["bestShare"])} of environments, adaptive in {Percent(environments["adaptive"]["bestShare"])}, succession in {Percent(environments["succession"]["bestShare"])}, distributed in {Percent(environments["distributed"]["bestShare"])}; choosing it costs {Number(environments["distributed"]["regret"])} ticks against the best of each environment, choosing hierarchy {Number(environments["hierarchy"]["regret"])}, council {Number(environments["council"]["regret"])}.");
Line($"4. **Replacing leaders at once is what helps, not giving authority away before.** With the same founding, replacement and lag for all, distributed leaves {Unmet("09-fairness", "distributed after a lag")} ticks unmet and hierarchy {Unmet("09-fairness", "hierarchy after a lag")}; without the lag {Unmet("09-fairness", "distributed at once")} and {Unmet("09-fairness", "hierarchy at once")}. Giving away nothing ({Unmet("02-share-rate", "0")}) does as well as the default tenth per tick ({Unmet("02-share-rate", "0.1")}). Both refute what was expected.");
Line($"5. **Chance is large, and one assumption turns the answer.** {ChanceRange()} of the variance of a program's life is chance. Of {Variants().Length} sets of assumptions, distributed authority is clearly better than hoarding in {Clear("hoarding", 1)} and clearly worse in {Clear("hoarding", -1)}, than hierarchy in {Clear("hierarchy", 1)} and {Clear("hierarchy", -1)}, than council in {Clear("council", 1)} and {Clear("council", -1)}; where everybody is tied to everybody, hierarchy does better than distributed authority ({Network("complete", "hierarchy")}).");
Line();
Figure("policies", "What has become of programs by week under six policies: led by founders, alive without them, failed, no longer needed", "All programs over 2,000 environments, 20,000 runs a policy: green outlived its founding leadership, pale failed while it was needed, white was no longer needed.");
Line("## All programs, over environments");
Line("Each of the environments runs under each policy in the same ten worlds. *Best*: share of environments in which the policy leaves the least need unmet; *regret*: ticks more than the best policy of the environment, the");
Line("best chosen by one half of the worlds and measured by the other.");
Line();
Line("| policy | need unmet | lived after leadership left | alive or no longer needed at the end | best | mean regret | regret, worst twentieth |");
Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
foreach (var row in Table("01-environments-environments"))
{
    var (policy, state) = (row["policy"], alive[row["policy"]]);
    Line($"| {policy} | {Number(row["unmet"])} ± {Number(row["unmetError"], 1)} | {Number(programs[policy]["outlivedTicks"])} [{Number(programs[policy]["outlivedTicksLower95"])}, {Number(programs[policy]["outlivedTicksUpper95"])}] | {Percent(Value(state["led"]) + Value(state["outliving"]) + Value(state["needEnded"]))} | {Percent(row["bestShare"])} | {Number(row["regret"])} ± {Number(row["regretError"], 1)} | {Number(row["regret95"])} |");
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
    Line($"| {row["rival"]} | {Signed(row["gain"])} ± {Number(row["gainError"], 1)} | {Percent(row["better"])} | {Percent(row["worse"])} | {Signed(otherSeed[row["rival"]]["gain"])} ± {Number(otherSeed[row["rival"]]["gainError"], 1)} |");
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
Figure("tree-when-distributed", "A tree of environments in which distributed authority does better than hierarchy", "Where distributed authority does better than hierarchy, by ticks lived after leadership left: strong bars are the ends of the tree.");
Line("## Which policy is best, over turnover and load");
Figure("flip", "A map of the best of seven policies over turnover and load", "The policy that leaves the least need unmet, all else at its default, 40 worlds a cell; hatched: the interval of its difference from the second best contains 0.");
Line("## How many, how much, how willing");
Line("Need unmet by dose, over 120 environments (60 for willingness).");
Line();
Line($"- **Members of a council**: {Doses("02-council-size")}.");
Line($"- **Share that a holder gives per tick** (distributed): {Doses("02-share-rate")}.");
Line();
Line("Need unmet by policy and mean willingness to share:");
Line();
var willing = Table("02-willingness-willing");
var degrees = willing.Select(r => r["willingness"]).Distinct().ToArray();
Line($"| policy | {string.Join(" | ", degrees)} |");
Line($"| --- |{string.Concat(degrees.Select(_ => " ---: |"))}");
foreach (var policy in willing.GroupBy(r => r["policy"]))
{
    Line($"| {policy.Key} | {string.Join(" | ", policy.Select(r => $"{Number(r["unmet"])} ± {Number(r["error"])}"))} |");
}

Line();
Line("Under hoarding willingness changes nothing: the director holds all authority from the founding on, and nobody else has any to claim. Hierarchy, succession and council do not ask who is willing.");
Line();
Line("## Losing leaders");
Line("The share alive 156 ticks after a removal, minus the same world without it, among programs alive at the removal. Free of who would have left when; not free of which programs are alive.");
Line();
(string File, string Name)[] removals = [("03-remove-core", "founding core, tick 104"), ("03-remove-director", "director, tick 104"), ("03-remove-top-5", "top five, tick 104"), ("03-remove-director-late", "director, tick 260")];
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
    Line($"| {row["arm"]} | {Number(row["unmetTicks"])} [{Number(row["unmetTicksLower95"])}, {Number(row["unmetTicksUpper95"])}] | {Number(row["outlivedTicks"])} |");
}

Line();
Line("## What carries the effect");
Line("Ticks of need met more by distributed authority than by a rival with a mechanism of the model on and off, over all combinations of the others, and what the mechanism carries: the difference of the two.");
Line();
Line("| mechanism | rival | on | off | carried |");
Line("| --- | --- | ---: | ---: | ---: |");
foreach (var row in Table("08-knock-outs-mechanisms"))
{
    Line($"| {row["mechanism"]} | {row["rival"]} | {Signed(row["with"])} | {Signed(row["without"])} | {Signed(row["carried"])} ± {Number(row["error"])} |");
}

Line();
Line("## What decides, and how much is chance");
Line("Share of the variance of a program's life that is chance, by policy, and the four factors with the largest total indices (Sobol): the share of the variance between environments that would be left if");
Line("all but this factor were known. Each row of the design has two runs with chance of its own, which is deducted: (S (1 − c / 2) − c / 2) / (1 − c), S being the index with chance in it and c the share of chance.");
Line();
foreach (var policy in Table("05-variance-sobol").Where(r => r["output"].StartsWith("endTick", StringComparison.Ordinal)).GroupBy(r => r["output"]))
{
    var chance = Value(policy.Single(r => r["index"] == "noiseShare")["value"]);
    string Without(string index) => (((Value(index) * (1 - (chance / 2))) - (chance / 2)) / (1 - chance)).ToString("0.00;−0.00", CultureInfo.InvariantCulture);
    var factors = policy.Where(r => r["index"] == "total").OrderByDescending(r => Value(r["value"])).Take(4)
        .Select(r => $"`{r["factor"]}` {Without(r["value"])} [{Without(r["valueLower95"])}, {Without(r["valueUpper95"])}]");
    Line($"- **{policy.Key["endTick under ".Length..]}**: chance {chance.ToString("0.00", CultureInfo.InvariantCulture)}; {string.Join(", ", factors)}");
}

Line();
Line("## The mobile learning program");
Line("Ticks of need met more by distributed authority than by each rival in the scenario of the case, by quality of channels between sites and load; at the scenario's rate of filling seats.");
Line();
Line($"| channels | load | need unmet, distributed | {string.Join(" | ", rivals.Select(r => $"against {r}"))} |");
Line($"| ---: | ---: | ---: |{string.Concat(rivals.Select(_ => " ---: |"))}");
foreach (var cell in Table("06-mobile-learning-pairs").Where(r => r["filling"] == "0.08").GroupBy(r => (r["channels"], r["load"])))
{
    Line($"| {cell.Key.Item1} | {cell.Key.Item2} | {Number(cell.First()["distributed"])} | {string.Join(" | ", rivals.Select(rival => cell.Single(r => r["rival"] == rival)).Select(r => $"{Signed(r["gain"])} ± {Number(r["error"])}"))} |");
}

Line();
Line("## Other networks");
Line("Ticks of need met more by distributed authority, by who is tied to whom, 200 worlds each.");
Line();
var networks = Table("07-network-pairs");
string[] kinds = ["sites", "smallWorld", "complete"];
Line($"| rival | {string.Join(" | ", kinds)} |");
Line("| --- | ---: | ---: | ---: |");
foreach (var rival in networks.Select(r => r["rival"]).Distinct())
{
    Line($"| {rival} | {string.Join(" | ", kinds.Select(k => Network(k, rival)))} |");
}

Line();
Line("## Other definitions of leadership");
Line("The verdict on distributed authority against each rival, in ticks lived after leadership left over all programs, by what counts as the end of leadership.");
Line();
var definitions = Table("01-environments-robustness").Where(r => r["first"] == "distributed" || r["second"] == "distributed").ToArray();
var events = definitions[0].Keys.Skip(2).ToArray();
Line($"| rival | {string.Join(" | ", events)} |");
Line($"| --- |{string.Concat(events.Select(_ => " --- |"))}");
foreach (var row in definitions)
{
    var rival = row["first"] == "distributed" ? row["second"] : row["first"];
    Line($"| {rival} | {string.Join(" | ", events.Select(e => row["first"] == "distributed" ? row[e] : Turned(row[e])))} |");
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
        var which = robustness.Where(r => r["rival"] == rival && IsClear(r, sign)).Select(r => Variant(int.Parse(r["variant"], CultureInfo.InvariantCulture))).ToArray();
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

Line();
Line("## Limits, and what would change the answer");
Line("- The model's people differ in experience, trust and knowledge, not in interests; there is no conflict, no money and no outside authority. A program that needs one voice more than many is not in it.");
Line("- Environments are drawn from ranges that the authors hold plausible, all ranges weighing alike. Observed programs would weigh them otherwise; the table *When* says how the answer would move.");
Line("- Most defaults are assumed ([the table of parameters](../../src/Simulation/ODD.md) has the source and the sensitivity of each). The table above says which of them turn a conclusion.");
Line("- Evidence that would change the answer: lives of programs whose leaders left, with who held authority before and after. [The patterns](../patterns/PATTERNS.md) compare the model with what has been published so far.");

WriteSensitivities();
File.WriteAllText(
    Path.Combine(study, "summaries", "answer.md"),
    $"In a study of {pairs["hierarchy"]["environments"]} environments, distributed authority leaves {Ticks(pairs["hierarchy"], "gain")} weeks less need unmet in ten years than a hierarchy and {Ticks(pairs["hoarding"], "gain")} less than hoarding;\n"
    + $"a council that co-opts its successors leaves {Ticks(pairs["council"], "gain", -1)} less again. Replacing leaders at once is what helps, more than sharing before they leave.\n");
File.WriteAllText(args is [_, var target] ? target : Path.Combine(study, "RESULTS.md"), page.ToString());
return;

void Line(string text = "") => page.Append(text).Append('\n');

void Figure(string name, string alternative, string caption)
{
    Line($"![{alternative}](figures/{name}.svg)");
    Line();
    Line($"*{caption}*");
    Line();
}

// The elementary effects that the model description quotes: mean over policies, the greatest, and its policy.
void WriteSensitivities()
{
    var effects = Table("05-screening-morris").Where(r => r["index"] == "meanAbsolute" && r["output"].StartsWith("endTick under ", StringComparison.Ordinal));
    var lines = effects.GroupBy(r => r["factor"]).Select(factor =>
    {
        var greatest = factor.MaxBy(r => Value(r["value"]))!;
        return $"{factor.Key},{Number(factor.Average(r => Value(r["value"])))},{Number(greatest["value"])},{greatest["output"]["endTick under ".Length..]}\n";
    });
    File.WriteAllText(Path.Combine(study, "summaries", "sensitivity.csv"), "parameter,mean,greatest,policy\n" + string.Concat(lines));
}

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

static string Number(object value, int digits = 0) => (value is string text ? Value(text) : (double)value).ToString(digits == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);

static string Signed(string text) => Value(text).ToString("+0;−0;0", CultureInfo.InvariantCulture);

static string Percent(object value) => ((value is string text ? Value(text) : (double)value) * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

static string Ticks(Dictionary<string, string> row, string name, int sign = 1) =>
    FormattableString.Invariant($"{sign * Value(row[name]):0;−0} ± {Value(row[name + "Error"]):0.0}");

static string Interval(Dictionary<string, string> row) => $"{Number(row["unmetTicks"])} [{Number(row["unmetTicksLower95"])}, {Number(row["unmetTicksUpper95"])}]";

string Third(string rival, int third) =>
    Signed(Table("01-environments-when").Single(r => r["rival"] == rival && r["condition"] == "demand.decisionsPerSeat" && r["third"] == third.ToString(CultureInfo.InvariantCulture))["gain"]);

string Unmet(string experiment, string arm) => Number(Table(experiment + "-programs").Single(r => r["arm"] == arm)["unmetTicks"]);

string Doses(string experiment) =>
    string.Join(", ", Table(experiment + "-programs").Select(r => $"{r["arm"]}: {Number(r["unmetTicks"])} [{Number(r["unmetTicksLower95"])}, {Number(r["unmetTicksUpper95"])}]"));

string Effect(string file, string policy)
{
    var row = Table(file + "-intervention").SingleOrDefault(r => r["arm"] == policy);
    return row is null || row["alive"].Length == 0 ? "nobody to compare" : FormattableString.Invariant($"{Value(row["alive"]):+0.00;−0.00;0.00} ({row["pairs"]})");
}

string Network(string kind, string rival)
{
    var row = Table("07-network-pairs").Single(r => r["network"] == kind && r["rival"] == rival);
    return $"{Signed(row["gain"])} ± {Number(row["error"])}";
}

string ChanceRange()
{
    var shares = Table("05-variance-sobol").Where(r => r["index"] == "noiseShare" && r["output"].StartsWith("endTick", StringComparison.Ordinal)).Select(r => Value(r["value"])).ToArray();
    return $"Between {Percent(shares.Min())} and {Percent(shares.Max())}";
}

static string Turned(string verdict) => verdict switch { "better" => "worse", "worse" => "better", _ => verdict };

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
