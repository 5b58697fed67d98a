using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Tests.Expressions;

/// <summary>Expressions on the state of a run.</summary>
public sealed class MetricExpressionTests
{
    private const int Ticks = 60;

    private delegate double PlainLoop(in TickView view);

    // What an expression says, written out as a loop over occupied seats.
    private static readonly (string Text, PlainLoop Loop)[] Cases =
    [
        (
            "sum(power where founder) / sum(power)",
            (in view) => Over(view, (in v, k) => v.Organization.Power[k], (in v, k) => v.Organization.IsFounder(k)).Sum()
                / Over(view, (in v, k) => v.Organization.Power[k]).Sum()),
        ("count(authority < 0.001)", (in view) => Over(view, (in v, k) => v.Organization.Authority[k]).Count(a => a < 0.001)),
        (
            "share(strain > 0.05 or experience >= 0.5)",
            (in view) => Over(view, (in v, k) => v.Organization.Strain[k] > 0.05 || v.Organization.Experience[k] >= 0.5 ? 1 : 0).Average()),
        (
            "mean(experience where site == 2)",
            (in view) => Mean(Over(view, (in v, k) => v.Organization.Experience[k], (in v, k) => v.Organization.Site[k] == 2))),
        (
            "max(authority) - min(authority)",
            (in view) => Over(view, (in v, k) => v.Organization.Authority[k]).Max() - Over(view, (in v, k) => v.Organization.Authority[k]).Min()),
        ("effective(authority)", (in view) => Effective(Over(view, (in v, k) => v.Organization.Authority[k]))),
        ("sum(abs(authority - power)) / 2", (in view) => Over(view, (in v, k) => Math.Abs(v.Organization.Authority[k] - v.Organization.Power[k])).Sum() / 2),
        ("sum(authority * strain)", (in view) => Over(view, (in v, k) => v.Organization.Authority[k] * v.Organization.Strain[k]).Sum()),
        ("vitality < 0.6 and not (vacantAuthority > 0)", (in view) => view.Vitality < 0.6 && !(view.Organization.VacantAuthority > 0) ? 1 : 0),
        (
            "decisionsSucceeded / max(decisionsResolved + decisionsFailed, 1)",
            (in view) => view.DecisionsSucceeded / Math.Max((double)view.DecisionsResolved + view.DecisionsFailed, 1)),
        ("-2^2 + 3 * 4 - 6 / 2", (in _) => 5),
        ("tick / 2", (in view) => view.Tick / 2.0),
        ("mean(tenure)", (in view) => Mean(Over(view, (in v, k) => v.Tick - v.Organization.HireTick[k]))),
        ("sum(responsibility)", (in view) => Over(view, (in v, k) => v.Responsibility(k)).Sum()),
        ("gini(authority)", (in view) => view.Organization.AuthorityGini),
        ("log(exp(sqrt(vitality)))", (in view) => Math.Log(Math.Exp(Math.Sqrt(view.Vitality)))),
        ("count(authority > vitality / 10)", (in view) => CountAbove(view, view.Vitality / 10)),
        (
            "share(founder where level <= 1)",
            (in view) => Mean(Over(view, (in v, k) => v.Organization.IsFounder(k) ? 1 : 0, (in v, k) => v.Organization.Level[k] <= 1))),
    ];

    private delegate double SeatNumber(in TickView view, int seat);

    private delegate bool SeatCondition(in TickView view, int seat);

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void An_expression_says_what_a_plain_loop_says_at_every_tick(int index)
    {
        var (text, loop) = Cases[index];
        var expression = MetricExpression.Parse(text, SeriesCatalog.All);
        var compared = 0;
        Watch((in view) =>
        {
            var (found, expected) = (expression.Of(view), loop(view));
            var isSame = double.IsNaN(expected) ? double.IsNaN(found) : Math.Abs(found - expected) <= 1e-12 * (1 + Math.Abs(expected));
            Assert.True(isSame, $"{text} at tick {view.Tick}: {found}, not {expected}");
            compared++;
        });
        Assert.Equal(Ticks + 1, compared);
    }

    [Fact]
    public void Watching_expressions_changes_no_bit_of_a_run()
    {
        var expressions = Cases.Select(c => MetricExpression.Parse(c.Text, SeriesCatalog.All)).ToArray();
        var sum = 0.0;
        var watched = new TickEngine().Run(Scenario, new RunSeed(7, 0), new Observer((in view) =>
        {
            foreach (var expression in expressions)
            {
                sum += expression.Of(view);
            }
        }));
        Assert.NotEqual(0, sum);
        Assert.Equal(new TickEngine().Run(Scenario, new RunSeed(7, 0)).StateDigest, watched.StateDigest);
    }

    [Fact]
    public void A_tick_allocates_nothing_for_expressions()
    {
        var expressions = Cases.Select(c => MetricExpression.Parse(c.Text, SeriesCatalog.All)).ToArray();
        var (allocated, sum) = (0L, 0.0);
        Watch((in view) =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var expression in expressions)
            {
                sum += expression.Of(view);
            }

            // The first tick makes the arrays.
            allocated += view.Tick < 2 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0, allocated);
        Assert.NotEqual(0, sum);
    }

    [Theory]
    [InlineData("sum(power) / sum(power)", "1")]
    [InlineData("sum(authority) + vacantAuthority", "share")]
    [InlineData("decisionsFailed / tick", "decisions/tick")]
    [InlineData("decisionsFailed ^ 2", "decisions^2")]
    [InlineData("2 * decisionsFailed", "decisions")]
    [InlineData("1 / tick", "1/tick")]
    [InlineData("count(founder)", "agents")]
    [InlineData("vitality < 0.5", "0 or 1")]
    [InlineData("decisionsFailed / decisionsResolved", "1")]
    public void Units_follow_from_what_is_named(string text, string unit) =>
        Assert.Equal(unit, MetricExpression.Parse(text, SeriesCatalog.All).Unit);

    [Theory]
    [InlineData("authorty", 0, "\"authorty\" is not a quantity", "authority")]
    [InlineData("summ(authority)", 0, "\"summ\" is not a function", "sum")]
    [InlineData("sum(authority", 13, "is the end; allowed is \")\"", null)]
    [InlineData("sum(authority) + tick", 15, "a value in share and a value in tick", null)]
    [InlineData("authority", 0, "has a value for every seat", null)]
    [InlineData("sum(vitality)", 0, "needs a quantity of seats", null)]
    [InlineData("count(authority)", 0, "needs a condition", null)]
    [InlineData("sum(authority > 0.1)", 0, "needs numbers and finds a condition", null)]
    [InlineData("vitality = 0.5", 9, "\"=\"; allowed are", "==")]
    [InlineData("vitality <", 10, "is the end", null)]
    [InlineData("", 0, "is the end", null)]
    [InlineData("1 2", 2, "\"2\"; allowed is an operator or the end", null)]
    [InlineData("1.2.3", 0, "is not a number", null)]
    [InlineData("log(tick)", 0, "numbers without a unit", null)]
    [InlineData("decisionsFailed ^ 0.5", 16, "not a whole number", null)]
    [InlineData("not vitality", 0, "needs a condition", null)]
    [InlineData("sum", 0, "is a function", "sum(authority)")]
    public void Mistakes_are_named_with_their_place(string text, int at, string says, string? suggestion)
    {
        var error = Assert.Throws<ExpressionException>(() => MetricExpression.Parse(text, SeriesCatalog.All));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal((at, suggestion), (error.At, error.Suggestion));
    }

    [Fact]
    public void Parentheses_may_not_be_nested_without_end() =>
        Assert.Contains(
            "64 parentheses",
            Assert.Throws<ExpressionException>(() => MetricExpression.Parse(new string('(', 100_000) + "1", SeriesCatalog.All)).Message,
            StringComparison.Ordinal);

    private static Scenario Scenario => new() { HorizonTicks = Ticks, Policy = new Distributed(), Viability = new() { Rule = ViabilityRule.None } };

    private static void Watch(SeeTick see) => new TickEngine().Run(Scenario, new RunSeed(7, 0), new Observer(see));

    private static List<double> Over(in TickView view, SeatNumber number, SeatCondition? where = null)
    {
        List<double> values = [];
        for (var seat = 0; seat < view.Organization.Seats; seat++)
        {
            if (view.Organization.IsOccupied(seat) && (where is null || where(view, seat)))
            {
                values.Add(number(view, seat));
            }
        }

        return values;
    }

    private static double Mean(List<double> values) => values.Count == 0 ? double.NaN : values.Average();

    private static double CountAbove(in TickView view, double limit) => Over(view, (in v, k) => v.Organization.Authority[k]).Count(a => a > limit);

    private static double Effective(List<double> values) => values.Sum(v => v * v) is > 0 and var squares ? values.Sum() * values.Sum() / squares : 0;

    private delegate void SeeTick(in TickView view);

    private sealed class Observer(SeeTick see) : ITickObserver
    {
        public void Observe(in TickView view) => see(view);
    }
}
