using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

public class FigureFilesTests
{
    private static readonly Dictionary<string, IFigure> Samples = new()
    {
        ["survival, two groups"] = SampleFigures.Survival(2, 1, 1),
        ["survival, thirteen groups"] = SampleFigures.Survival(13, 1, 1),
        ["survival, six groups, four panels"] = SampleFigures.Survival(6, 4, 2),
        ["survival, thirteen groups, nine panels"] = SampleFigures.Survival(13, 9, 3),
        ["occupation, six groups"] = SampleFigures.Occupation(6, 3, wrapped: true),
        ["occupation, six groups by four columns"] = SampleFigures.Occupation(6, 4, wrapped: false),
    };

    public static TheoryData<string> SampleNames => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(SampleNames))]
    [Trait("Speed", "Slow")]
    public void A_figure_is_written_in_all_formats_under_one_name_and_fits_a_page(string sample)
    {
        var figure = Samples[sample];

        var paths = FigureFiles.Write(figure, Path.Combine(AppContext.BaseDirectory, "figures"));

        Assert.Equal([$"{figure.Name}.png", $"{figure.Name}.svg", $"{figure.Name}.pdf", $"{figure.Name}.csv"], paths.Select(Path.GetFileName));
        Assert.StartsWith(string.Join(',', figure.Data.Columns), File.ReadAllText(paths[3]), StringComparison.Ordinal);
        using var image = SKBitmap.Decode(paths[0]);
        Assert.Equal((int)MathF.Round(figure.Size.Width / 96 * 300), image.Width);
        Assert.InRange(figure.Size.Height, 100, 926);
    }
}
