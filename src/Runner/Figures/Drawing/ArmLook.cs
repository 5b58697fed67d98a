using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>How an arm is drawn, in every figure of every experiment.</summary>
/// <param name="Colour">Colour.</param>
/// <param name="Dash">Lengths of dashes and gaps of its lines; empty: none.</param>
/// <param name="Marker">Shape of its points.</param>
/// <param name="IsHollow">Whether points are white inside.</param>
internal sealed record ArmLook(SKColor Colour, float[] Dash, MarkerShape Marker, bool IsHollow)
{
    /// <summary>Its line.</summary>
    public Stroke Line(float width) => new(Colour, width, Dash);
}
