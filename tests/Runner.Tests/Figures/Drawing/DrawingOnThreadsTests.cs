using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

public class DrawingOnThreadsTests
{
    private const int Threads = 4;
    private const int Rounds = 200;

    // The plotting library shares fonts between threads, which once ended the process.
    [Fact]
    public void Figures_drawn_on_four_threads_at_once_have_the_bytes_of_figures_drawn_one_by_one()
    {
        IFigure[] figures = [.. Enumerable.Range(1, 8).Select(k => new SmallFigure(k))];
        string[] formats = ["svg", "png"];
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

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    [InlineData("pdf")]
    public void Figures_of_every_format_drawn_at_once_have_the_bytes_of_one_drawn_alone(string format)
    {
        var figure = SampleFigures.Survival(2, 1, 1).At(322);
        var alone = FigureFiles.Bytes(figure, format);

        var together = Enumerable.Range(0, 12).AsParallel().WithDegreeOfParallelism(Threads).Select(_ => FigureFiles.Bytes(figure, format)).ToArray();

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    // Of everything a little: axes, words that are turned, dashes, areas, circles.
    private sealed record SmallFigure(int Number) : IFigure
    {
        public string Name => "small";

        public SKSize Size => new(120, 80);

        public string Caption => "";

        public string AltText => "";

        public CsvTable Data => new("x");

        public IFigure At(float pageWidth) => this;

        public void Draw(Sheet sheet)
        {
            var area = new SKRect(30, 8, 112, 60);
            sheet.Axes(area, new(0, Number, [(0, "0"), (Number, $"{Number}")]), new(0, 1, [(0, "low"), (1, "high")]));
            sheet.Line([new(30, 60), new(70, 60 - (6 * Number)), new(112, 10)], new Stroke(SKColors.Blue, 1.5f, [3, Number]));
            sheet.Area([new(40, 60), new(60, 20), new(80, 60)], SKColors.Red.WithAlpha(80));
            sheet.Circle(new(70, 30), Number, SKColors.White, new Stroke(SKColors.Green, 1));
            sheet.Text($"number {Number}", new(10, 40), 8, SKTextAlign.Center, SKColors.Black, -90);
            sheet.Frame(area);
        }
    }
}
