using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Golden;

public class SmallPictureTests
{
    private static readonly IFigure Drawn = SampleFigures.Survival(3, 1, 1);

    [Fact]
    public void A_word_that_moves_by_three_units_is_seen() =>
        Assert.NotNull(Differing(m => m is TextMark { Text: "hoarding" } text ? text with { At = new(text.At.X + 3, text.At.Y) } : m));

    [Fact]
    public void A_number_that_changes_is_seen() =>
        Assert.NotNull(Differing(m => m is AxesMark { Across: { } across } axes
            ? axes with { Across = across with { Ticks = [.. across.Ticks.Select(t => t.Value == 0 ? (t.Value, "80") : t)] } } : m));

    [Fact]
    public void One_digit_of_a_label_that_changes_is_seen_in_the_words()
    {
        var changed = new ChangedFigure(m => m is AxesMark { Across: { } across } axes
            ? axes with { Across = across with { Ticks = [.. across.Ticks.Select(t => t.Value == 260 ? (t.Value, "269") : t)] } } : m);

        Assert.Contains("269", SvgWords.Difference(SvgWords.Of(FigureSvg.Inline(Drawn)), SvgWords.Of(FigureSvg.Inline(changed))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_that_is_missing_is_seen() =>
        Assert.NotNull(Differing(m => m is LineMark { Points.Count: > 20 } line && line.Stroke.Colour == ArmLooks.Table["equal"].Colour ? null : m));

    [Fact]
    public void A_colour_that_changes_is_seen() =>
        Assert.NotNull(Differing(m => m is LineMark { Points.Count: > 20 } line ? line with { Stroke = line.Stroke with { Colour = SKColors.Black } } : m));

    [Fact]
    public void Rounding_by_another_processor_is_not_seen()
    {
        var picture = SmallPicture.Of(FigureFiles.Bytes(Drawn, "png"));
        var rounded = picture with { Colours = [.. picture.Colours.Select((c, k) => new SKColor((byte)Math.Max(0, c.Red - (k % 4)), c.Green, c.Blue))] };

        Assert.Null(picture.Difference(rounded));
    }

    private static string? Differing(Func<Mark, Mark?> change) =>
        SmallPicture.Of(FigureFiles.Bytes(Drawn, "png")).Difference(SmallPicture.Of(FigureFiles.Bytes(new ChangedFigure(change), "png")));

    private sealed record ChangedFigure(Func<Mark, Mark?> Change) : IFigure
    {
        public string Name => Drawn.Name;

        public SKSize Size => Drawn.Size;

        public string Caption => Drawn.Caption;

        public string AltText => Drawn.AltText;

        public CsvTable Data => Drawn.Data;

        public IFigure At(float pageWidth) => this;

        public void Draw(Sheet sheet) => sheet.Add(Sheet.Of(Drawn).Marks.Select(Change).OfType<Mark>());
    }
}
