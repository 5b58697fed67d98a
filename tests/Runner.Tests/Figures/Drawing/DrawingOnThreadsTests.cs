using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

public class DrawingOnThreadsTests
{
    private const int Threads = 4;
    private const int Rounds = 200;

    // The plotting library shares fonts between threads, which once ended the process.
    [Fact]
    public void Figures_drawn_on_four_threads_at_once_have_the_bytes_of_figures_drawn_one_by_one()
    {
        IFigure[] figures =
        [
            SampleFigures.Survival(3, 1, 1).At(322), SampleFigures.Survival(2, 4, 2).At(322), SampleFigures.Occupation(2, 2, wrapped: false).At(322),
            SampleFigures.Occupation(3, 1, wrapped: true).At(322),
        ];
        string[] formats = ["svg", "pdf"];
        var alone = figures.Select(f => formats.Select(format => FigureFiles.Bytes(f, format)).ToArray()).ToArray();
        var wrong = 0;

        var threads = Enumerable.Range(0, Threads).Select(t => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var (f, k) = ((t + round) % figures.Length, round / figures.Length % formats.Length);
                if (!FigureFiles.Bytes(figures[f], formats[k]).AsSpan().SequenceEqual(alone[f][k]))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Rasters_drawn_at_once_have_the_bytes_of_one_drawn_alone()
    {
        var figure = SampleFigures.Survival(2, 1, 1).At(322);
        var alone = FigureFiles.Bytes(figure, "png");

        var together = Enumerable.Range(0, 40).AsParallel().WithDegreeOfParallelism(Threads).Select(_ => FigureFiles.Bytes(figure, "png")).ToArray();

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }
}
