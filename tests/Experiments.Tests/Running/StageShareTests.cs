using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Experiments.Tests.Running;

public sealed class StageShareTests : IDisposable
{
    private const int Parts = 7;
    private const int Stage = 2;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_parts_of_all_shares_are_those_of_one_process_to_the_last_bit()
    {
        foreach (var k in (int[])[2, 3, 1])
        {
            Assert.Equal(Parts, Assert.Throws<PartsMissingException>(() => Do(ShareOf(k, 3), Value)).Parts);
        }

        var gathered = StageShare.Gather(Folders(3), "id", Stage, Parts);

        var expected = StageThreads.On(1)(Parts, Value, CancellationToken.None);
        Assert.Equal(expected.SelectMany(p => p.SelectMany(v => v)), gathered.SelectMany(p => p.SelectMany(v => v)));
    }

    [Fact]
    public void What_an_interrupted_share_has_done_is_kept_and_not_done_again()
    {
        using var source = new CancellationTokenSource();
        var done = new List<int>();
        Assert.ThrowsAny<OperationCanceledException>(() => Do(ShareOf(1, 1), part =>
        {
            done.Add(part);
            if (done.Count == 3)
            {
                source.Cancel();
            }

            return Value(part);
        }, source.Token));
        Assert.Equal(3, Assert.Throws<PartsMissingException>(() => StageShare.Gather(Folders(1), "id", Stage, Parts)).Done);

        Assert.Throws<PartsMissingException>(() => Do(ShareOf(1, 1), part =>
        {
            done.Add(part);
            return Value(part);
        }));

        Assert.Equal(Enumerable.Range(0, Parts), done.Order());
        Assert.Equal(Parts, StageShare.Gather(Folders(1), "id", Stage, Parts).Count);
    }

    [Theory]
    [InlineData("id", Stage + 1)]
    [InlineData("other", Stage)]
    public void Parts_of_another_stage_or_of_something_else_are_not_taken(string id, int stage)
    {
        Assert.Throws<PartsMissingException>(() => Do(ShareOf(1, 1), Value));
        Assert.Equal(0, Assert.Throws<PartsMissingException>(() => StageShare.Gather(Folders(1), id, stage, Parts)).Done);
    }

    [Fact]
    public void A_file_that_was_changed_is_done_again()
    {
        Assert.Throws<PartsMissingException>(() => Do(ShareOf(1, 1), Value));
        var file = Directory.GetFiles(ShareOf(1, 1).Folder, "stage-*").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("0.3", "0.4", StringComparison.Ordinal));
        Assert.Equal(0, Assert.Throws<PartsMissingException>(() => StageShare.Gather(Folders(1), "id", Stage, Parts)).Done);

        Assert.Throws<PartsMissingException>(() => Do(ShareOf(1, 1), Value));
        Assert.Equal(Parts, StageShare.Gather(Folders(1), "id", Stage, Parts).Count);
    }

    private static double[][] Value(int part) => [[0.1 * part, double.NaN], [double.PositiveInfinity, Math.PI / (part + 1)]];

    private static void Do(StageShare share, Func<int, double[][]> part, CancellationToken cancellation = default) =>
        share.Do(Stage, 1, Parts, part, cancellation);

    private StageShare ShareOf(int k, int of) => new(Path.Combine(_folder.Path, $"{k}-of-{of}"), "id", new RunShare(k, of));

    private IEnumerable<string> Folders(int of) => Enumerable.Range(1, of).Select(k => ShareOf(k, of).Folder);
}
