using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>What is recorded of authority that changes hands.</summary>
public sealed class HandOverRecordTests
{
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
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_allocation_names_giver_and_taker_where_one_of_them_is_alone(bool isOn)
    {
        var record = Watched(isOn, 3);
        record.Flow([0.5, 0.25, 0.25], [0, 0.5, 0.5]);
        Assert.Equal([new(0, 1, 0.25), new(0, 2, 0.25)], record.HandOvers.ToArray());
        record.BeginTick();
        record.Flow([0.5, 0.5, 0], [0.25, 0.375, 0.375]);
        Assert.Equal([new(0, 2, 0.25), new(1, 2, 0.125)], record.HandOvers.ToArray());
        record.BeginTick();
        record.Flow([0.5, 0.25, 0.25], [0.25, 0.5, 0.25]);
        Assert.Equal([new(0, 1, 0.25)], record.HandOvers.ToArray());
    }

    // Two lose and two gain: the network of authority flow has all four ties, and no hand-over is known.
    [Fact]
    public void Between_several_and_several_nobody_hands_over_but_authority_flows()
    {
        var record = Watched(isOn: true, 5);
        record.Flow([0.4, 0.4, 0, 0, 0.2], [0.1, 0.1, 0.3, 0.3, 0.2]);
        Assert.Empty(record.HandOvers.ToArray());
        Assert.Equal(4 / 10.0, record.Measure()!.Value.Authority.Density!.Value, 1e-12);
    }

    [Fact]
    public void An_amount_that_is_not_known_is_no_hand_over()
    {
        var record = Watched(isOn: false, 2);
        record.Flow(0, 1, 0);
        Assert.Empty(record.HandOvers.ToArray());
        record.Flow(0, 1, 0.5);
        Assert.Equal([new(0, 1, 0.5)], record.HandOvers.ToArray());
    }

    [Fact]
    public void A_new_run_is_not_watched_and_has_no_hand_overs()
    {
        var record = Watched(isOn: false, 2);
        record.Flow(0, 1, 0.5);
        record.Reset(isOn: false, 2);
        Assert.Empty(record.HandOvers.ToArray());
        record.Flow(0, 1, 0.5);
        record.Flow([0.5, 0.5], [0, 1]);
        Assert.Empty(record.HandOvers.ToArray());
        Assert.False(record.IsAsked);
    }

    private static InteractionRecord Watched(bool isOn, int seats)
    {
        var record = new InteractionRecord();
        record.Reset(isOn, seats);
        record.Watch(true);
        return record;
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
}
