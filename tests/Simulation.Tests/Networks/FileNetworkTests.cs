using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Networks;

/// <summary>A real organization: seats, levels, founders and ties as its files say, and by the model where they say nothing.</summary>
public sealed class FileNetworkTests
{
    // Ann trusts Bob by .9 and is trusted by .2; Cem and Ann have a tie in one direction, stated at .7; Bob and Cem one without any trust.
    private static OrganizationData Three(double[]? authority = null) => new()
    {
        Ids = ["ann", "bob", "cem"],
        Site = [1, 0, 1],
        Level = [2, 0, 1],
        Authority = authority,
        Experience = [0.6, null, null],
        Founder = [true, null, null],
        Ties = [new(0, 1, 0.9), new(1, 0, 0.2), new(2, 0, 0.7), new(1, 2, null)],
        Sources = new Dictionary<string, string>(),
    };

    private static RunState Founded(OrganizationData data)
    {
        var scenario = new Scenario
        {
            Organization = new() { Seats = data.Seats, Sites = data.Sites },
            Network = new FileNetwork { Data = data },
            Policy = new LaissezFaire(),
        };
        var run = new RunState();
        TickSchedule.Found(run, scenario, new RunSeed(1, 0), new Observation(null));
        return run;
    }

    [Fact]
    public void Sites_are_as_many_as_the_last_one_says() => Assert.Equal((3, 2), (Three().Seats, Three().Sites));

    [Fact]
    public void Stated_trust_holds_in_its_direction_or_both_ways_where_one_is_stated()
    {
        var ties = Founded(Three()).Ties;
        Assert.Equal(6, ties.DirectedTies);
        Assert.Equal(0.9, ties.TrustBetween(0, 1), 1e-12);
        Assert.Equal(0.2, ties.TrustBetween(1, 0), 1e-12);
        Assert.Equal(0.7, ties.TrustBetween(2, 0), 1e-12);
        Assert.Equal(0.7, ties.TrustBetween(0, 2), 1e-12);
        Assert.Equal(0.3, ties.TrustBetween(1, 2), 1e-12);
        Assert.Equal(0.3, ties.TrustBetween(2, 1), 1e-12);
    }

    [Fact]
    public void Seats_sites_and_levels_are_as_stated()
    {
        var organization = Founded(Three()).Organization;
        Assert.Equal([1, 0, 1], organization.Site[..3]);
        Assert.Equal([2, 0, 1], organization.Level[..3]);
        Assert.Equal([1, 2], organization.SeatsAtSite);
    }

    // Ann is a member and stated a founder; Bob and Cem are founders by their levels, with a founder's experience.
    [Fact]
    public void Experience_and_founders_are_as_stated_or_by_level()
    {
        var organization = Founded(Three()).Organization;
        Assert.Equal([true, true, true], Enumerable.Range(0, 3).Select(organization.IsFounder));
        Assert.Equal([0.6, 0.7, 0.7], organization.Experience[..3]);
    }

    [Fact]
    public void Authority_is_as_stated_or_the_directors()
    {
        Assert.Equal([0.5, 0.2, 0.3], Founded(Three([0.5, 0.2, 0.3])).Organization.Authority[..3]);
        Assert.Equal([0, 1, 0], Founded(Three()).Organization.Authority[..3]);
    }

    [Fact]
    public void Seats_are_called_by_their_names_or_else_by_their_ids()
    {
        Assert.Equal(["ann", "bob", "cem"], Founded(Three()).View().Names!);
        Assert.Null(new RunState().View().Names);
    }

    [Fact]
    public void Files_that_have_not_been_read_lay_nothing()
    {
        var random = new RandomStream(1);
        Assert.Throws<InvalidOperationException>(() => new FileNetwork().Lay(new TieBuilder(), ref random));
    }

    [Fact]
    public void No_network_is_laid_without_a_builder()
    {
        INetworkModel[] networks = [new CompleteNetwork(), new FileNetwork { Data = Three() }, new SitesNetwork(), new SmallWorldNetwork()];
        Assert.All(networks, network => Assert.Throws<ArgumentNullException>(() =>
        {
            var random = new RandomStream(1);
            network.Lay(null!, ref random);
        }));
    }

    [Fact]
    public void What_a_file_calls_its_data_is_renamed_and_the_rest_keeps_the_models_name()
    {
        Assert.Equal(
            new Dictionary<string, string> { ["city"] = "site", ["w"] = "trust" },
            NetworkColumns.Renamed(new() { Site = "city", Trust = "w" }));
        Assert.Empty(NetworkColumns.Renamed(new()));
        Assert.Throws<ArgumentNullException>(() => NetworkColumns.Renamed(null!));
    }
}
