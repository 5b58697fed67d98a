using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Outliving;

public sealed class WhenTreeTests
{
    private const int Horizon = 520;

    // 60 environments along load, .005 to .595, with a noise factor that decides nothing. b lives 100 ticks longer than a where load is below .3,
    // 60 shorter elsewhere; a twentieth of the horizon, 26 ticks, matters.
    [Fact]
    public void The_tree_finds_where_an_arm_is_better_and_says_how_sure_it_is()
    {
        var study = Study(60, (load, _) => (200, load < 0.3 ? 300 : 140));
        var tree = study.When.Single(t => t.Arm?.Level == "b");

        Assert.Equal("a", tree.Rival!.Level);
        Assert.Equal(0.3, tree.Tree.Root.Split!.Below!.Value, 1e-12);
        Assert.Equal(["load < 0.3", "load ≥ 0.3"], tree.Leaves.Select(l => l.Rule));
        Assert.Equal(["better", "worse"], tree.Leaves.Select(l => l.Says));
        Assert.Equal([30, 30], tree.Leaves.Select(l => l.Environments));
        Assert.Equal([1.0, 0, 0], tree.Leaves[0].Shares);
        Assert.Equal([100.0, -60], tree.Leaves.Select(l => l.Ticks!.Estimate));

        // Half of the environments are of either class: left out, all but those at the threshold are foretold, and every resample splits on load.
        Assert.Equal((0.5, 1), (tree.Tree.MajorityAccuracy, tree.Tree.SameFirstSplit));
        Assert.True(tree.Tree.Accuracy > 0.96, $"{tree.Tree.Accuracy}");
        Assert.True(tree.Tree.Explained > 0.9, $"{tree.Tree.Explained}");
        Assert.True(tree.Tree.Agreement > 0.95, $"{tree.Tree.Agreement}");
    }

    [Fact]
    public void The_tree_of_the_best_arm_gives_what_choosing_it_costs()
    {
        var tree = Study(60, (load, _) => (200, load < 0.3 ? 300 : 140)).When.Single(t => t.Arm is null);

        Assert.Equal(["a", "b", WhenTrees.NoneAhead], tree.Classes);
        Assert.Equal(["b", "a"], tree.Leaves.Select(l => l.Says));
        Assert.Equal([0.0, 0], tree.Leaves.Select(l => l.Ticks!.Estimate));
    }

    [Fact]
    public void Trees_take_new_names_of_arms()
    {
        var study = Study(60, (load, _) => (200, load < 0.3 ? 300 : 140)).Renamed(name => name == "b" ? "many" : name);
        var (pair, best) = (study.When.Single(t => t.Arm is not null), study.When.Single(t => t.Arm is null));

        Assert.Equal("many compared with a", pair.About);
        Assert.Equal(["better", "worse"], pair.Leaves.Select(l => l.Says));
        Assert.Equal(["a", "many", WhenTrees.NoneAhead], best.Classes);
        Assert.Equal(["many", "a"], best.Leaves.Select(l => l.Says));
        Assert.Equal(["many in 30 of 30", "a in 30 of 30"], best.Tree.Root.Leaves.Select(n => n.Says));
    }

    // Programs are needed to the horizon: what they live longer they leave less need unmet.
    [Fact]
    public void Of_need_unmet_less_is_better()
    {
        var study = Study(60, (load, _) => (200, load < 0.3 ? 300 : 140));
        var tree = study.WhenUnmet.Single(t => t.Arm?.Level == "b");
        var best = study.WhenUnmet.Single(t => t.Arm is null);

        Assert.Equal(["load < 0.3", "load ≥ 0.3"], tree.Leaves.Select(l => l.Rule));
        Assert.Equal(["better", "worse"], tree.Leaves.Select(l => l.Says));
        Assert.Equal([-100.0, 60], tree.Leaves.Select(l => l.Ticks!.Estimate));
        Assert.Equal(["b", "a"], best.Leaves.Select(l => l.Says));
        Assert.Equal([0.0, 0], best.Leaves.Select(l => l.Ticks!.Estimate));
        string[] tables = [.. StudyTables.Of(study).Select(t => t.Name)];
        Assert.All(["when", "when-unmet", "when-best", "when-best-unmet", "when-checks"], name => Assert.Contains(name, tables));
    }

    // A difference of 20 ticks is smaller than the 26 that matter: no arm is ahead, and there is nothing to split.
    [Fact]
    public void Differences_that_do_not_matter_make_no_rule()
    {
        foreach (var tree in Study(60, (load, _) => (200, load < 0.3 ? 220 : 200)).When)
        {
            Assert.Null(tree.Tree.Root.Split);
            Assert.Equal("all environments", Assert.Single(tree.Leaves).Rule);
            Assert.Equal(tree.Arm is null ? WhenTrees.NoneAhead : WhenTrees.NoDifference, tree.Leaves[0].Says);
        }
    }

    // A coin decides where b is better or worse: no factor tells, and cross-validation keeps no split.
    [Fact]
    public void Chance_is_cut_back_to_a_single_leaf()
    {
        var coin = new RandomStream(7);
        int[] ticks = new int[200];
        for (var i = 0; i < ticks.Length; i++)
        {
            ticks[i] = coin.NextIndex(2) == 0 ? 300 : 100;
        }

        var tree = Study(ticks.Length, (_, world) => (200, ticks[world])).When.Single(t => t.Arm is not null);

        Assert.Null(tree.Tree.Root.Split);
        Assert.Equal(0, tree.Tree.Explained);
    }

    [Fact]
    public void Labels_are_split_into_sets()
    {
        string[] kinds = ["ring", "star", "tree", "grid"];
        var points = Enumerable.Range(0, 80).SelectMany(world =>
        {
            var kind = kinds[world % 4];
            return new[]
            {
                (Group("a", [("kind", kind)], 200), 1.0),
                (Group("b", [("kind", kind)], kind is "star" or "grid" ? 300 : 100), 1.0),
            };
        }).Select((x, i) => (new RunGroup(x.Item1.Arm, [.. x.Item1.Conditions, ("world", $"{(i / 2) + 1000}")], x.Item1.Runs), x.Item2)).ToArray();
        var tree = Of(points, ["kind", "world"]).When.Single(t => t.Arm is not null);

        Assert.Equal(2, tree.Leaves.Count);
        Assert.Equal(["grid", "star"], (tree.Leaves[0].Says == "better" ? tree.Tree.Root.Split!.Labels : kinds.Except(tree.Tree.Root.Split!.Labels)).Order());
    }

    [Fact]
    public void Too_few_environments_grow_no_tree() => Assert.Empty(Study(WhenTrees.FewestEnvironments - 1, (load, _) => (200, load < 0.3 ? 300 : 140)).When);

    private static OutlivingStudy Study(int environments, Func<double, int, (int A, int B)> ticks) => Of(
        [
            .. Enumerable.Range(0, environments).SelectMany(world =>
            {
                var load = ((world + 0.5) / environments) * 0.6;
                var (a, b) = ticks(load, world);
                (string, string)[] conditions =
                [
                    ("load", FormattableString.Invariant($"{load:R}")), ("noise", FormattableString.Invariant($"{(world * 37) % environments}")),
                ];
                return new[] { (Group("a", conditions, a), 1.0), (Group("b", conditions, b), 1.0) };
            }),
        ],
        ["load", "noise"]);

    private static OutlivingStudy Of(IReadOnlyList<(RunGroup Group, double Weight)> points, IReadOnlyList<string> paths) => OutlivingStudy.Of(
        StudyPoints.Of(points, isSample: true),
        new OutlivingStudy { ComparedPath = "policy", OtherPaths = paths, HorizonTicks = Horizon }).ComparedWith("a");

    // The leadership leaves at tick 21, and the program fails so many ticks later: two replicates, one tick apart.
    private static RunGroup Group(string arm, (string, string)[] conditions, int ticks) =>
        new(new("policy", arm), conditions, [.. Enumerable.Range(0, 2).Select(r => new ProgramRun(r, 20 + ticks + r, true, 21, null, Horizon))]);
}
