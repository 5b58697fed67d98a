using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// The organization of runs at chosen ticks: sites apart, seats around the middle of their site. The area of a disc is authority, its ring power, its colour
/// strain, stripes mark strain above one half; the width of a line is trust; a vacancy is hollow.
/// </summary>
internal sealed record NetworkFigure : IFigure
{
    private const double HighStrain = 0.5;
    private const int MostTies = 600;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public string AltText => "Networks of seats. " + string.Join(" ", Rows.SelectMany(r => r.Snapshots.Select(s => Invariant(
        $"{r.Heading}, tick {s.Tick}: {s.Seats.Count(x => x.IsOccupied)} of {s.Seats.Count} seats occupied, the largest holder has {s.Seats.Max(x => x.IsOccupied ? x.Authority : 0):0.00} of authority."))));

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>Runs, with their snapshots from left to right.</summary>
    public required IReadOnlyList<(string Heading, IReadOnlyList<NetworkSnapshot> Snapshots)> Rows { get; init; }

    /// <inheritdoc/>
    public SKSize Size => Layout.Size;

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("panel", "tick", "seat", "site", "occupied", "authority", "power", "strain", "openDecisions");
            foreach (var (heading, snapshot) in from r in Rows from s in r.Snapshots select (r.Heading, s))
            {
                for (var seat = 0; seat < snapshot.Seats.Count; seat++)
                {
                    var s = snapshot.Seats[seat];
                    table.Add(heading, snapshot.Tick, seat + 1, s.Site + 1, s.IsOccupied ? 1 : 0, s.Authority, s.Power, s.Strain, s.Responsibility);
                }
            }

            return table;
        }
    }

    private LegendRow Legend => new(
        [
            ("authority (area)", (sheet, box) => sheet.Circle(new(box.MidX, box.MidY), 5, Strained(0), new Stroke(FigurePalette.Frame, 0.6f))),
            ("power (ring)", (sheet, box) => sheet.Circle(new(box.MidX, box.MidY), 5, SKColors.Transparent, new Stroke(Ring, 2))),
            ("no strain", LegendRow.AreaSample(Hex(Strained(0)))),
            ("full strain", FullStrain),
            ("trust (width)", (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, new Stroke(TieColour, 2))),
            ("vacant", (sheet, box) => sheet.Circle(new(box.MidX, box.MidY), 4.5f, SKColors.White, new Stroke(FigurePalette.Frame, 1))),
        ],
        PageWidth - (2 * PanelLayout.Margin));

    private static SKColor Ring => SKColor.Parse("#0072B2");

    private static SKColor TieColour => SKColor.Parse("#9A9A9A").WithAlpha(150);

    private PanelLayout Layout => new PanelLayout
    {
        PageWidth = PageWidth,
        Columns = Rows.Max(r => r.Snapshots.Count),
        Rows = Rows.Count,
        PanelHeight = 0,
        Left = 2,
        Right = 2,
        Gap = 12,
        Above = Legend.Height + 6,
        Head = 32,
        Foot = 2,
        RowGap = 4,
    }.Fitting((PageWidth / Rows.Max(r => r.Snapshots.Count)) - 30, least: 60);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var layout = Layout;
        Legend.Draw(sheet, PanelLayout.Margin, PanelLayout.Margin);
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Rows[row].Snapshots.Count; column++)
            {
                var (area, snapshot) = (layout.Area(row, column), Rows[row].Snapshots[column]);
                if (column == 0)
                {
                    TextStyle.Draw(sheet, TextStyle.Fitting(Rows[row].Heading, PageWidth - 20), area.Left, area.Top - 18, TextStyle.Small);
                }

                TextStyle.Draw(
                    sheet, Invariant($"tick {snapshot.Tick}"), area.Left, area.Top - 4, TextStyle.Small, colour: FigurePalette.Frame);
                sheet.Box(area, SKColors.Transparent, new Stroke(FigurePalette.Grid, 1));
                DrawSnapshot(sheet, area, snapshot);
            }
        }
    }

    private static void DrawSnapshot(Sheet sheet, SKRect area, NetworkSnapshot snapshot)
    {
        var places = Places(area, snapshot);
        foreach (var (from, to, trust) in snapshot.Ties.OrderByDescending(t => t.Trust).Take(MostTies).Reverse())
        {
            sheet.Line(places[from].X, places[from].Y, places[to].X, places[to].Y, new Stroke(TieColour, (float)(0.2 + (1.8 * trust))));
        }

        // All areas of a panel add up to a fixed share of it, so that authority compares between seats and ticks.
        var unit = 0.22f * Math.Min(area.Width, area.Height);
        var order = Enumerable.Range(0, places.Length).OrderByDescending(k => snapshot.Seats[k].Authority);
        foreach (var seat in order)
        {
            DrawSeat(sheet, places[seat], snapshot.Seats[seat], unit, least: Math.Clamp(40f / places.Length, 1, 2.5f));
        }
    }

    private static void DrawSeat(Sheet sheet, SKPoint at, SeatState seat, float unit, float least)
    {
        var radius = Math.Max(least, unit * (float)Math.Sqrt(seat.Authority) / 1.6f);
        if (!seat.IsOccupied)
        {
            sheet.Circle(at, radius, SKColors.White, new Stroke(FigurePalette.Frame, 0.9f));
            return;
        }

        var ring = Math.Max(0, unit * (float)Math.Sqrt(seat.Power) / 1.6f);
        sheet.Circle(at, radius, Strained(seat.Strain), new Stroke(FigurePalette.Frame, 0.6f));
        if (seat.Strain > HighStrain && radius > 3)
        {
            var half = radius * 0.7f;
            sheet.Hatch(SKRect.Create(at.X - half, at.Y - half, 2 * half, 2 * half), new Stroke(SKColors.White, 0.8f), 3);
        }

        if (ring > least)
        {
            sheet.Circle(at, ring, SKColors.Transparent, new Stroke(Ring, 1.3f));
        }
    }

    // Sites on a circle; seats of a site around its middle, in circles that hold as many as have room.
    private static SKPoint[] Places(SKRect area, NetworkSnapshot snapshot)
    {
        var places = new SKPoint[snapshot.Seats.Count];
        var sites = snapshot.Seats.Select((s, k) => (s.Site, k)).GroupBy(s => s.Site).OrderBy(g => g.Key).ToArray();
        var whole = Math.Min(area.Width, area.Height) / 2;
        var (around, wide) = sites.Length == 1 ? (0f, 0f) : (whole * 0.56f, Math.Min(area.Width * 0.34f, whole * 1.1f));
        var reach = sites.Length == 1 ? whole * 0.78f : Math.Min(whole * 0.4f, around * (float)Math.Sin(Math.PI / sites.Length) * 0.86f);
        for (var s = 0; s < sites.Length; s++)
        {
            var angle = (2 * Math.PI * s / sites.Length) - (Math.PI / 2);
            var centre = new SKPoint(area.MidX + (wide * (float)Math.Cos(angle)), area.MidY + (around * (float)Math.Sin(angle)));
            int[] seats = [.. sites[s].Select(x => x.k)];
            for (var k = 0; k < seats.Length; k++)
            {
                // The golden angle spreads points evenly over a disc (Vogel 1979, doi:10.1016/0025-5564(79)90080-4).
                var (turn, far) = (k * Math.PI * (3 - Math.Sqrt(5)), reach * Math.Sqrt((k + (seats.Length == 1 ? 0 : 0.5)) / seats.Length));
                places[seats[k]] = new(centre.X + (float)(far * Math.Cos(turn)), centre.Y + (float)(far * Math.Sin(turn)));
            }
        }

        return places;
    }

    // Pale to dark, so that strain also shows in grey.
    private static SKColor Strained(double strain)
    {
        var part = Math.Clamp(strain, 0, 1);
        return new((byte)(253 - (part * 76)), (byte)(231 - (part * 200)), (byte)(206 - (part * 170)));
    }

    private static void FullStrain(Sheet sheet, SKRect box)
    {
        sheet.Box(box, Strained(1), new Stroke(FigurePalette.Frame, 0.6f));
        sheet.Hatch(box, new Stroke(SKColors.White, 0.8f), 4);
    }

    private static string Hex(SKColor colour) => Invariant($"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");
}
