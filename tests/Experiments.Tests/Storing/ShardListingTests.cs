using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Tests.Storing;

public sealed class ShardListingTests
{
    [Fact]
    public void Parts_and_whole_shards_are_found_by_their_number()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["s=00002", "part=00002-b", "part=00002-a", "s=123456", ".tmp-s=00003-x", "s=x"])
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, name));
        }

        var listing = ShardListing.Of(folder.Path);
        Assert.Equal([2, 123456], listing.Shards);
        Assert.Equal(["part=00002-a", "part=00002-b", "s=00002"], listing.Of(2).Select(Path.GetFileName));
        Assert.Empty(listing.Of(3));
        Assert.Empty(ShardListing.Of(Path.Combine(folder.Path, "absent")).Shards);
    }
}
