using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>Hand-overs are the whole of what changes hands, where a policy moves authority from agent to agent.</summary>
public sealed class HandOverTests
{
    // These share authority out, from several to several: nobody hands it over to anybody.
    private static readonly Type[] Allotting = [typeof(Equal), typeof(Elected), typeof(Hierarchy), typeof(SelfAppraisal), typeof(Adaptive)];

    public static TheoryData<string> Kinds =>
        [.. PolicyCatalog.All.Where(p => !Allotting.Contains(p.Default.GetType())).Select(p => p.Kind)];

    // What is held or vacant at a seat after a tick is what was there before, and what came in, less what went out.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_at_a_seat_is_what_was_there_with_what_came_and_without_what_went(string kind) => CatalogProperty.Holds(kind, 40, (scenario, key) =>
    {
        var observer = new Account();
        new TickEngine().Run(scenario, new RunSeed(key, 0), observer);
    });

    [Theory]
    [InlineData("distributed", true)]
    [InlineData("claimGrant", true)]
    [InlineData("hierarchy", false)]
    public void Policies_that_move_authority_between_agents_name_them_and_others_name_nobody(string kind, bool named)
    {
        var observer = new Reader();
        new TickEngine().Run(ScenarioOf(kind), new RunSeed(7, 0), observer);
        Assert.Equal(named, observer.Found > 0);
    }

    [Fact]
    public void Nobody_who_did_not_ask_is_shown_any_and_no_bit_of_the_run_changes()
    {
        var (silent, reader, engine) = (new Silent(), new Reader(), new TickEngine());
        var asked = engine.Run(ScenarioOf("distributed"), new RunSeed(7, 0), reader);
        var unasked = engine.Run(ScenarioOf("distributed"), new RunSeed(7, 0), silent);
        Assert.True(reader.Found > 0);
        Assert.Equal(0, silent.Found);
        Assert.Equal(unasked.StateDigest, asked.StateDigest);
    }

    // Where one leaves and all others take up its share, or all give to one who arrives, it is known who gave how much to whom.
    [Fact]
    public void An_allocation_names_giver_and_taker_where_one_of_them_is_alone()
    {
        var record = new InteractionRecord();
        record.Reset(isOn: false, 3);
        record.Watch(true);
        record.Flow([0.5, 0.25, 0.25], [0, 0.5, 0.5]);
        Assert.Equal([new(0, 1, 0.25), new(0, 2, 0.25)], record.HandOvers.ToArray());
        record.BeginTick();
        record.Flow([0.5, 0.5, 0], [0.25, 0.25, 0.5]);
        Assert.Equal([new(0, 2, 0.25), new(1, 2, 0.25)], record.HandOvers.ToArray());
        record.BeginTick();
        record.Flow([0.5, 0.5, 0, 0], [0, 0, 0.5, 0.5]);
        Assert.Empty(record.HandOvers.ToArray());
    }

    private static Scenario ScenarioOf(string kind) => new()
    {
        HorizonTicks = 40,
        Turnover = new() { HazardPerTick = 0 },
        Policy = PolicyCatalog.All.First(p => p.Kind == kind).Default,
    };

    private sealed class Silent : ITickObserver
    {
        public int Found { get; private set; }

        public void Observe(in TickView view) => Found += view.HandOvers.Length;
    }

    private sealed class Reader : ITickObserver
    {
        public int Found { get; private set; }

        public bool ReadsHandOvers => true;

        public void Observe(in TickView view) => Found += view.HandOvers.Length;
    }

    private sealed class Account : ITickObserver
    {
        // Shares that are scaled to sum to 1 move by a rounding.
        private const double Rounding = 1e-9;

        private double[] _held = [];

        public bool ReadsHandOvers => true;

        public void Observe(in TickView view)
        {
            var organization = view.Organization;
            var held = new double[organization.Seats];
            for (var seat = 0; seat < held.Length; seat++)
            {
                held[seat] = organization.Authority[seat] + organization.Vacant[seat];
            }

            foreach (var (from, to, amount) in view.HandOvers)
            {
                Assert.True(from != to && amount > 0, "an agent hands nothing over to itself");
                _held[from] -= amount;
                _held[to] += amount;
            }

            for (var seat = 0; seat < _held.Length; seat++)
            {
                Assert.Equal(_held[seat], held[seat], Rounding);
            }

            _held = held;
        }
    }
}
