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
var assumptions = robustness.Select(r => r["variant"]).Distinct().Count();
string[] rivals = ["hoarding", "hierarchy", "succession", "elected", "council"];

Line("# Results: can distributed leadership be of valuable use?");
Line("Written by `experiments/study/make.sh` from `summaries/`; do not edit. [README.md](README.md) says how the study was made, and what it cannot say. The mobile learning");
Line("program is a scenario, not data: all of this is about a model of organizations. Ticks are weeks, the horizon ten years. *Need unmet* counts the ticks in which a program is needed and no longer alive,");
Line("over all programs; ± and brackets are 95 % intervals, environments as clusters.");
Section("In five sentences");
Line($"1. **It helps where leadership is held by few and replaced late or never.** Over {pairs["hierarchy"]["environments"]} environments, distributed authority leaves {Ticks(pairs["hoarding"], "gain")} ticks less need unmet than hoarding and {Ticks(pairs["hierarchy"], "gain")} less than a hierarchy; its gain over them grows with turnover and load, and shrinks with turbulence.");
Line($"2. **It does less than planned renewal.** A council of five who co-opt their successors leaves {Ticks(pairs["council"], "gain", -1)} ticks less unmet than distributed authority and is worse in {Percent(pairs["council"]["better"])} of environments; against a named heir ({Ticks(pairs["succession"], "gain")}) and elections ({Ticks(pairs["elected"], "gain")}) load decides, from {Third("succession", 1)} ticks against the heir in the least loaded third to {Third("succession", 3)} in the most loaded.");
Line($"3. **It is seldom the best choice.** Council is best in {Percent(environments["council"]["bestShare"])} of environments, adaptive in {Percent(environments["adaptive"]["bestShare"])}, succession in {Percent(environments["succession"]["bestShare"])}, distributed in {Percent(environments["distributed"]["bestShare"])}; choosing it costs {Number(environments["distributed"]["regret"])} ticks against the best of each environment, choosing hierarchy {Number(environments["hierarchy"]["regret"])}, council {Number(environments["council"]["regret"])}.");
Line($"4. **Replacing leaders at once is what helps, not giving authority away before.** With the same founding, replacement and lag for all, distributed leaves {Unmet("09-fairness", "distributed after a lag")} ticks unmet and hierarchy {Unmet("09-fairness", "hierarchy after a lag")}; without the lag {Unmet("09-fairness", "distributed at once")} and {Unmet("09-fairness", "hierarchy at once")}. Giving away nothing ({Unmet("02-share-rate", "0")}) does as well as the default tenth per tick ({Unmet("02-share-rate", "0.1")}). Both refute what was expected.");
Line($"5. **Chance is large, and one assumption turns the answer.** {ChanceRange()} of the variance of a program's life is chance. Of {assumptions} sets of assumptions, distributed authority is clearly better than hoarding in {Clear("hoarding", 1)} and clearly worse in {Clear("hoarding", -1)}, than hierarchy in {Clear("hierarchy", 1)} and {Clear("hierarchy", -1)}, than council in {Clear("council", 1)} and {Clear("council", -1)}; where everybody is tied to everybody, hierarchy does better than distributed authority ({Network("complete", "hierarchy")}).");
Figure("policies", "What has become of programs by week under six policies: led by founders, alive without them, failed, no longer needed", "All programs over 2,000 environments, 20,000 runs a policy: green outlived its founding leadership, pale failed while it was needed, white was no longer needed.");
Section("All programs, over environments");
Line("Each of the environments runs under each policy in the same ten worlds. *Best*: share of environments in which the policy leaves the least need unmet; *regret*: ticks more than the best policy of the environment, the");
Line("best chosen by one half of the worlds and measured by the other.");
Head("policy | need unmet | lived after leadership left | alive or no longer needed at the end | best | mean regret | regret, worst twentieth");
foreach (var row in Table("01-environments-environments"))
{
    var (policy, state) = (row["policy"], alive[row["policy"]]);
    Row(
        policy,
        PlusMinus(row, "unmet", 1),
        Interval(programs[policy], "outlivedTicks"),
        Percent(Value(state["led"]) + Value(state["outliving"]) + Value(state["needEnded"])),
        Percent(row["bestShare"]),
        PlusMinus(row, "regret", 1),
        Number(row["regret95"]));
}

Section("Distributed authority against each rival");
Line("Ticks of need met more by distributed authority; *better* and *worse*: shares of environments in which an interval over ten worlds excludes 0 and the difference is at least 26 ticks. The last column has other environments");
Line("of the same ranges and other random numbers.");
Head("rival | gain | better in | worse in | gain, other seed");
foreach (var row in Table("01-environments-pairs"))
{
    Row(row["rival"], Gain(row, 1), Percent(row["better"]), Percent(row["worse"]), Gain(otherSeed[row["rival"]], 1));
}

Section("When");
Line("The gain in ticks in the lowest, middle and highest third of each condition. Where it grows from left to right, more of the condition favours sharing.");
Head($"condition | {string.Join(" | ", rivals.Select(r => $"against {r}"))}");
foreach (var condition in Table("01-environments-when").GroupBy(r => r["condition"]))
{
    var cells = rivals.Select(rival => string.Join(" / ", condition.Where(r => r["rival"] == rival).OrderBy(r => r["third"]).Select(r => Signed(r["gain"]))));
    Row([$"`{condition.Key}`", .. cells]);
}

Section("Where it beats each rival");
Line("Classification trees of the 2,000 environments, at most four splits deep, by both measures: ticks of need met, and ticks lived after leadership left. *Better*, *worse*: shares of environments in which distributed authority is");
Line("ahead or behind by at least 26 ticks in the mean of ten worlds; so few worlds make both too large. Then the ends of each tree that favour it most and least, with the mean gain in their environments (± is a 95 % interval");
Line("that does not know that these environments chose the splits). *Foretold*: share of environments left out whose class the tree tells, beside that of telling the most frequent class always.");
Head("rival | by | most in favour | least in favour | better in | worse in | foretold", words: 4);
foreach (var rival in rivals)
{
    // The trees are about the rival: what is better for it is worse for distributed authority. Of need unmet less is better.
    foreach (var (words, table, quantity, sign) in new[] { ("need met", "trees-unmet", "unmetTicks", 1), ("life after", "trees", "outlivedTicks", -1) })
    {
        var ends = Table("01-environments-" + table).Where(r => r["arm"] == rival).OrderByDescending(r => sign * Value(r["difference"])).ToArray();
        var check = Table("01-environments-trees-checks").Single(r => r["tree"].StartsWith(rival + " ", StringComparison.Ordinal) && r["quantity"] == quantity);
        var all = ends.Sum(r => Value(r["environments"]));
        string In(string column) => Percent(ends.Sum(r => Value(r[column]) * Value(r["environments"])) / all);
        var foretold = $"{Percent(check["accuracy"])} ({Percent(check["majorityAccuracy"])})";
        Row(rival, words, End(ends[0], sign), End(ends[^1], sign), In("worse"), In("better"), foretold);
    }
}

Figure("tree-when-distributed-unmet", "A tree of environments in which distributed authority leaves less need unmet than hierarchy", "Where distributed authority leaves less need unmet than hierarchy (negative: less): strong bars are the ends of the tree.");
Figure("tree-when-distributed", "A tree of environments in which distributed authority does better than hierarchy", "Where distributed authority does better than hierarchy, by ticks lived after leadership left: strong bars are the ends of the tree.");
Section("Which policy is best, over turnover and load");
Figure("flip", "A map of the best of seven policies over turnover and load", "The policy that leaves the least need unmet, all else at its default, 40 worlds a cell; hatched: the interval of its difference from the second best contains 0.");
Section("How many, how much, how willing");
Line("Need unmet by dose, over 120 environments (60 for willingness).");
Line();
Line($"- **Members of a council**: {Doses("02-council-size")}.");
Line($"- **Share that a holder gives per tick** (distributed): {Doses("02-share-rate")}.");
Line();
Line("Need unmet by policy and mean willingness to share:");
var willing = Table("02-willingness-willing");
var degrees = willing.Select(r => r["willingness"]).Distinct().ToArray();
Head($"policy | {string.Join(" | ", degrees)}");
foreach (var policy in willing.GroupBy(r => r["policy"]))
{
    Row([policy.Key, .. policy.Select(r => $"{Number(r["unmet"])} ± {Number(r["error"])}")]);
}

Line();
Line("Under hoarding willingness changes nothing: the director holds all authority from the founding on, and nobody else has any to claim. Hierarchy, succession and council do not ask who is willing.");
Section("Losing leaders");
Line("The share alive 156 ticks after a removal, minus the same world without it, among programs alive at the removal. Free of who would have left when; not free of which programs are alive.");
(string File, string Name)[] removals =
[
    ("03-remove-core", "founding core, tick 104"),
    ("03-remove-director", "director, tick 104"),
    ("03-remove-top-5", "top five, tick 104"),
    ("03-remove-director-late", "director, tick 260"),
];
Head($"policy | {string.Join(" | ", removals.Select(r => r.Name))}");
foreach (var policy in Table("03-remove-core-intervention").Select(r => r["arm"]))
{
    Row([policy, .. removals.Select(r => Effect(r.File, policy))]);
}

Section("A hierarchy that distributes");
Head("when it distributes | need unmet | lived after leadership left");
foreach (var row in Table("04-switching-programs"))
{
    Row(row["arm"], Interval(row), Number(row["outlivedTicks"]));
}

Section("What carries the effect");
Line("Ticks of need met more by distributed authority than by a rival with a mechanism of the model on and off, over all combinations of the others, and what the mechanism carries: the difference of the two.");
Head("mechanism | rival | on | off | carried", words: 2);
foreach (var row in Table("08-knock-outs-mechanisms"))
{
    Row(row["mechanism"], row["rival"], Signed(row["with"]), Signed(row["without"]), Gain(row, name: "carried"));
}

Line();
Line($"What people learn by deciding favours those who let few decide: without experience from deciding, council leads by {Mechanism("experience from deciding", "council", "without")} ticks instead of {Mechanism("experience from deciding", "council", "with")};");
Line($"without beliefs that decisions teach, a named heir leads by {Mechanism("beliefs that decisions teach", "succession", "without")} instead of {Mechanism("beliefs that decisions teach", "succession", "with")}.");
Section("What decides, and how much is chance");
Line("Share of the variance of a program's life that is chance, by policy, and the four factors with the largest total indices (Sobol): the share of the variance between environments that would be left if");
Line("all but this factor were known. Each row of the design has two runs with chance of its own, which is deducted: (S (1 − c / 2) − c / 2) / (1 − c), S being the index with chance in it and c the share of chance.");
Line();
foreach (var policy in Table("05-variance-sobol").Where(r => r["output"].StartsWith("endTick", StringComparison.Ordinal)).GroupBy(r => r["output"]))
{
    var chance = Value(policy.Single(r => r["index"] == "noiseShare")["value"]);
    string Without(string index) => Share(((Value(index) * (1 - (chance / 2))) - (chance / 2)) / (1 - chance));
    var factors = policy.Where(r => r["index"] == "total").OrderByDescending(r => Value(r["value"])).Take(4)
        .Select(r => $"`{r["factor"]}` {Without(r["value"])} [{Without(r["valueLower95"])}, {Without(r["valueUpper95"])}]");
    Line($"- **{policy.Key["endTick under ".Length..]}**: chance {Share(chance)}; {string.Join(", ", factors)}");
}

Section("The mobile learning program");
Line("Ticks of need met more by distributed authority than by each rival in the scenario of the case, by quality of channels between sites and load; at the scenario's rate of filling seats.");
Head($"channels | load | need unmet, distributed | {string.Join(" | ", rivals.Select(r => $"against {r}"))}");
foreach (var cell in Table("06-mobile-learning-pairs").Where(r => r["filling"] == "0.08").GroupBy(r => (r["channels"], r["load"])))
{
    var gains = rivals.Select(rival => Gain(cell.Single(r => r["rival"] == rival)));
    Row([cell.Key.Item1, cell.Key.Item2, Number(cell.First()["distributed"]), .. gains]);
}

Figure("mobile-learning", "Need unmet by load in the mobile learning program under six policies", "Need unmet by load in the scenario of the case, over the three qualities of channels, at its rate of filling seats.");

Section("Other networks");
Line("Ticks of need met more by distributed authority, by who is tied to whom, 200 worlds each.");
var networks = Table("07-network-pairs");
string[] kinds = ["sites", "smallWorld", "complete"];
Head($"rival | {string.Join(" | ", kinds)}");
foreach (var rival in networks.Select(r => r["rival"]).Distinct())
{
    Row([rival, .. kinds.Select(k => Network(k, rival))]);
}

Section("Other definitions of leadership");
Line("The verdict on distributed authority against each rival, in ticks lived after leadership left over all programs, by what counts as the end of leadership.");
var definitions = Table("01-environments-robustness").Where(r => r["first"] == "distributed" || r["second"] == "distributed").ToArray();
var events = definitions[0].Keys.Skip(2).ToArray();
Head($"rival | {string.Join(" | ", events)}", words: events.Length + 1);
foreach (var row in definitions)
{
    var rival = row["first"] == "distributed" ? row["second"] : row["first"];
    Row([rival, .. events.Select(e => row["first"] == "distributed" ? row[e] : Turned(row[e]))]);
}

Section("Which assumptions turn a conclusion");
Line("One assumption changed at a time from the defaults ([07-robustness.csv](07-robustness.csv)). *Clear*: the interval of the difference excludes 0 and it is at least 26 ticks.");
Head("rival | gain at the defaults | clearly better | clearly worse | neither");
foreach (var rival in robustness.Select(r => r["rival"]).Distinct())
{
    var start = robustness.Single(r => r["rival"] == rival && r["variant"] == "0");
    var (better, worse) = (Clear(rival, 1), Clear(rival, -1));
    Row(rival, Gain(start), $"{better}", $"{worse}", $"{assumptions - better - worse}");
}

Line();
string[][] variants = [.. File.ReadAllLines(Path.Combine(study, "07-robustness.csv")).Select(l => l.Split(','))];
foreach (var rival in new[] { "hierarchy", "hoarding", "council" })
{
    foreach (var sign in new[] { 1, -1 })
    {
        var which = robustness.Where(r => r["rival"] == rival && IsClear(r, sign)).Select(r => Variant((int)Value(r["variant"]))).ToArray();
        if (which.Length is > 0 and < 40)
        {
            Line($"- Clearly {(sign > 0 ? "better" : "worse")} than {rival}: {string.Join(", ", which)}.");
        }
    }
}

Section("Sharing rules alone");
Line("The same founding, the same replacement rule and the same lag for all: only the sharing rule differs. Need unmet over 100 environments.");
Head("sharing rule of | replaced after twelve ticks | replaced at once");
var alone = Table("09-fairness-programs").ToDictionary(r => r["arm"]);
foreach (var rule in alone.Keys.Where(k => k.EndsWith(" at once", StringComparison.Ordinal)).Select(k => k[..^" at once".Length]))
{
    Row(rule, Interval(alone[rule + " after a lag"]), Interval(alone[rule + " at once"]));
}

Section("Limits, and what would change the answer");
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

void Section(string title) => Line($"\n## {title}");

// The head of a table, after a blank line: columns apart by bars; those after the first are numbers unless they are words.
void Head(string columns, int words = 1)
{
    var names = columns.Split(" | ");
    Line($"\n| {columns} |");
    Line($"|{string.Concat(names.Select((_, k) => k < words ? " --- |" : " ---: |"))}");
}

void Row(params IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");

void Figure(string name, string alternative, string caption) => Line($"\n![{alternative}](figures/{name}.svg)\n\n*{caption}*");

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

// No cell of the summaries that are read here holds a comma.
Dictionary<string, string>[] Table(string name)
{
    var lines = File.ReadAllLines(Path.Combine(study, "summaries", name + ".csv"));
    var names = lines[0].Split(',');
    return [.. lines.Skip(1).Select(l => names.Zip(l.Split(',')).ToDictionary(c => c.First, c => c.Second))];
}

static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

static string Number(object value, int digits = 0) =>
    (value is string text ? Value(text) : (double)value).ToString(digits == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);

static string Share(double value) => value.ToString("0.00;−0.00", CultureInfo.InvariantCulture);

static string Signed(string text) => Value(text).ToString("+0;−0;0", CultureInfo.InvariantCulture);

static string Percent(object value) => ((value is string text ? Value(text) : (double)value) * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

static string Ticks(Dictionary<string, string> row, string name, int sign = 1) =>
    FormattableString.Invariant($"{sign * Value(row[name]):0;−0} ± {Value(row[name + "Error"]):0.0}");

static string Interval(Dictionary<string, string> row, string name = "unmetTicks") =>
    $"{Number(row[name])} [{Number(row[name + "Lower95"])}, {Number(row[name + "Upper95"])}]";

static string PlusMinus(Dictionary<string, string> row, string name, int digits) => $"{Number(row[name])} ± {Number(row[name + "Error"], digits)}";

// A gain has the error of its own name, or the only one of its row.
static string Gain(Dictionary<string, string> row, int digits = 0, string name = "gain") =>
    $"{Signed(row[name])} ± {Number(row.GetValueOrDefault(name + "Error") ?? row["error"], digits)}";

// An end of a tree: what its environments have in common, how many they are, and the gain in them.
static string End(Dictionary<string, string> leaf, int sign)
{
    // Of two splits on one side of one factor the later is the narrower.
    var conditions = leaf["rule"].Split(" and ").Select(c => c.Split(' ')).GroupBy(c => (Factor: c[0], Sign: c[1]), c => Value(c[2]))
        .Select(c => $"`{c.Key.Factor}` {c.Key.Sign} {c.Last().ToString(c.Last() < 1 ? "G2" : "G3", CultureInfo.InvariantCulture)}");
    var gain = (sign * Value(leaf["difference"])).ToString("+0;−0;0", CultureInfo.InvariantCulture);
    var reach = (Value(leaf["differenceUpper95"]) - Value(leaf["differenceLower95"])) / 2;
    return $"{gain} ± {Number(reach)} in {leaf["environments"]}: {string.Join(", ", conditions)}";
}

string Third(string rival, int third) =>
    Signed(Table("01-environments-when").Single(r => (r["rival"], r["condition"], r["third"]) == (rival, "demand.decisionsPerSeat", $"{third}"))["gain"]);

string Unmet(string experiment, string arm) => Number(Table(experiment + "-programs").Single(r => r["arm"] == arm)["unmetTicks"]);

string Doses(string experiment) =>
    string.Join(", ", Table(experiment + "-programs").Select(r => $"{r["arm"]}: {Interval(r)}"));

string Effect(string file, string policy)
{
    var row = Table(file + "-intervention").SingleOrDefault(r => r["arm"] == policy);
    var isEmpty = row is null || row["alive"].Length == 0;
    return isEmpty ? "nobody to compare" : FormattableString.Invariant($"{Value(row!["alive"]):+0.00;−0.00;0.00} ({row["pairs"]})");
}

string Network(string kind, string rival) => Gain(Table("07-network-pairs").Single(r => r["network"] == kind && r["rival"] == rival));

string ChanceRange()
{
    var rows = Table("05-variance-sobol").Where(r => r["index"] == "noiseShare" && r["output"].StartsWith("endTick", StringComparison.Ordinal));
    var shares = rows.Select(r => Value(r["value"])).ToArray();
    return $"Between {Percent(shares.Min())} and {Percent(shares.Max())}";
}

string Mechanism(string mechanism, string rival, string column) =>
    Number(-Value(Table("08-knock-outs-mechanisms").Single(r => r["mechanism"] == mechanism && r["rival"] == rival)[column]));

static string Turned(string verdict) => verdict switch { "better" => "worse", "worse" => "better", _ => verdict };

bool IsClear(Dictionary<string, string> row, int sign) => sign * Value(row["gain"]) >= 26 && sign * Value(row["gain"]) > Value(row["error"]);

int Clear(string rival, int sign) => robustness.Count(r => r["rival"] == rival && IsClear(r, sign));

// What a variant changes.
string Variant(int index)
{
    var (paths, defaults, variant) = (variants[0], variants[1], variants[index + 1]);
    string[] changed = [.. paths.Select((path, k) => variant[k] == defaults[k] ? "" : $"`{path}` {variant[k]}").Where(c => c.Length > 0)];
    return string.Join(" and ", changed);
}
