using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>A point of a curve.</summary>
/// <param name="X">Place along the horizontal axis; of a category its number.</param>
/// <param name="Y">Value.</param>
/// <param name="Low">Lower end of its band; null: none.</param>
/// <param name="High">Upper end of its band; null: none.</param>
/// <param name="Count">Number of runs behind it.</param>
internal readonly record struct CurvePoint(double X, double Y, double? Low = null, double? High = null, int Count = int.MaxValue);

/// <summary>A curve.</summary>
/// <param name="Group">What it is of.</param>
/// <param name="Stroke">Its line; null: points only, as categories are not joined.</param>
/// <param name="Points">Its points, in order.</param>
internal sealed record Curve(string Group, Stroke? Stroke, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>Marker of its points; null: none.</summary>
    public ArmLook? Marked { get; init; }

    /// <summary>Whether values hold until the next point.</summary>
    public bool IsStepped { get; init; }

    /// <summary>Colour of its band; null: whiskers at the points.</summary>
    public SKColor? Band { get; init; }
}
