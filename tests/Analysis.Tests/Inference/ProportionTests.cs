using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Tests.Inference;

public class ProportionTests
{
    // R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int is Wilson's interval; 81/263, 15/148, 0/20 and 1/29 are the worked examples of
    // Newcombe (1998), https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_the_published_one(int successes, int trials, double lower, double upper)
    {
        var share = new Proportion(successes, trials);

        Assert.Equal(lower, share.Lower!.Value, 1e-4);
        Assert.Equal(upper, share.Upper!.Value, 1e-4);
    }

    [Fact]
    public void Without_trials_there_is_no_share()
    {
        var share = new Proportion(0, 0);

        Assert.Null(share.Estimate);
        Assert.Null(share.Lower);
        Assert.Null(share.Upper);
    }

    [Fact]
    public void Clusters_of_one_change_nothing() =>
        Assert.Equal(new Proportion(3, 10), Proportion.OfClusters(Enumerable.Range(0, 10).Select(i => (i, i < 3))));

    [Fact]
    public void Copies_of_a_trial_say_no_more_than_the_trial()
    {
        // Ten trials, each six times over: the variance of the share is that of ten trials.
        var copied = Proportion.OfClusters(Enumerable.Range(0, 60).Select(i => (i / 6, i / 6 < 3)));
        var once = new Proportion(3, 10);

        Assert.Equal(10, copied.EffectiveTrials, 1e-9);
        Assert.Equal(once.Lower!.Value, copied.Lower!.Value, 1e-9);
        Assert.Equal(once.Upper!.Value, copied.Upper!.Value, 1e-9);
    }
}
