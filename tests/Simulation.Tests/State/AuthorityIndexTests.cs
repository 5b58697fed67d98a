using LeadershipSim.Simulation.Tests.Processes;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>A holder is drawn in proportion to authority, of all or of one site: a uniform number falls on the seats of one site after another.</summary>
public sealed class AuthorityIndexTests
{
    // Seats 0, 2, 4 are at site 0 and 1, 3 at site 1: in this order they hold .1, .2, 0, .3, .4.
    private static Stage Five() => new Stage(Stage.Of(5, sites: 2)).WithAuthority(0.1, 0.3, 0.2, 0.4, 0);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0999, 0)]
    [InlineData(0.1001, 2)]
    [InlineData(0.2999, 2)]
    [InlineData(0.3001, 1)]
    [InlineData(0.5999, 1)]
    [InlineData(0.6001, 3)]
    [InlineData(0.9999999, 3)]
    public void Of_all_holders_each_has_its_share(double uniform, int expected) =>
        Assert.Equal(expected, Five().Run.AuthorityIndex.HolderAt(uniform));

    // Who was drawn last is looked at first.
    [Fact]
    public void A_draw_does_not_depend_on_the_one_before()
    {
        var index = Five().Run.AuthorityIndex;
        foreach (var before in (double[])[0, 0.2, 0.5, 0.8])
        {
            int[] drawn = [.. ((double[])[0.05, 0.2, 0.5, 0.8, 1]).Select(uniform => (index.HolderAt(before), index.HolderAt(uniform)).Item2)];
            Assert.Equal([0, 2, 1, 3, 3], drawn);
        }
    }

    // A third of site 0's .3 is seat 0's; three sevenths of site 1's .7 are seat 1's.
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0.333, 0)]
    [InlineData(0, 0.334, 2)]
    [InlineData(0, 0.9999999, 2)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 0.428, 1)]
    [InlineData(1, 0.429, 3)]
    [InlineData(1, 0.9999999, 3)]
    public void Of_the_holders_at_a_site_each_has_its_share(int site, double uniform, int expected) =>
        Assert.Equal(expected, Five().Run.AuthorityIndex.HolderAt(site, uniform));

    [Fact]
    public void What_is_held_is_added_up_by_site()
    {
        var index = Five().Run.AuthorityIndex;
        Assert.Equal(1, index.Held, 1e-12);
        Assert.Equal(0.3, index.HeldAt(0), 1e-12);
        Assert.Equal(0.7, index.HeldAt(1), 1e-12);
    }

    /// <summary>A draw may be rounded to the end of its range: it falls on the last holder, never on a seat without authority or past the range.</summary>
    [Fact]
    public void The_end_of_a_range_is_its_last_holders()
    {
        var index = Five().Run.AuthorityIndex;
        Assert.Equal((3, 2, 3), (index.HolderAt(1), index.HolderAt(0, 1), index.HolderAt(1, 1)));
        var last = new Stage(Stage.Of(3)).WithAuthority(1, 0, 0).Run.AuthorityIndex;
        Assert.Equal((0, 0), (last.HolderAt(1), last.HolderAt(0, 1)));
    }

    [Fact]
    public void It_follows_authority_when_that_has_moved()
    {
        var stage = Five();
        stage.Run.Transfers.Allocate(includeVacant: true)[4] = 1;
        stage.Agents.Apply(stage.Run.Transfers, 1, stage.Run.Interactions);
        stage.Run.AuthorityIndex.Update(stage.Agents);
        Assert.Equal((4, 4), (stage.Run.AuthorityIndex.HolderAt(0), stage.Run.AuthorityIndex.HolderAt(0.99)));
        Assert.Equal((1, 0), (stage.Run.AuthorityIndex.HeldAt(0), stage.Run.AuthorityIndex.HeldAt(1)));
    }

    // The same index serves organizations of other sizes.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(5, 5)]
    public void It_can_be_laid_out_again(int seats, int sites)
    {
        var index = Five().Run.AuthorityIndex;
        var agents = new Stage(Stage.Of(seats, sites)).WithAuthority([.. Enumerable.Repeat(1.0 / seats, seats)]).Agents;
        index.Reset(agents);
        index.Update(agents);
        int[] bySite = [.. Enumerable.Range(0, seats).OrderBy(seat => seat % sites).ThenBy(seat => seat)];
        Assert.Equal(bySite, Enumerable.Range(0, seats).Select(k => index.HolderAt((k + 0.5) / seats)));
        Assert.Equal(Enumerable.Range(0, sites), Enumerable.Range(0, sites).Select(site => index.HolderAt(site, 0)));
    }
}
