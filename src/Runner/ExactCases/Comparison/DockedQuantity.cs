using System.Text.Json.Serialization;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A quantity of an exact case: one value or a curve of them.</summary>
/// <param name="Name">What it is, with the settings under which.</param>
/// <param name="Source">Where the expected values come from: a derivation or a source.</param>
/// <param name="Points">The values.</param>
/// <param name="Margin">Difference that would still be the same for all purposes, null when exactness is claimed.</param>
internal sealed record DockedQuantity(string Name, string Source, IReadOnlyList<DockedPoint> Points, double? Margin = null)
{
    /// <summary>A quantity of one value.</summary>
    public DockedQuantity(string name, string source, DockedPoint point, double? margin = null)
        : this(name, source, [point], margin)
    {
    }

    /// <summary>Whether all its values agree.</summary>
    public bool Agrees => Points.All(p => p.Agrees);

    /// <summary>Whether all its values are shown to be within the margin; null without one.</summary>
    public bool? IsShownWithinMargin => Margin is { } margin ? Points.All(p => p.IsShownWithin(margin)) : null;

    /// <summary>The value furthest off, in units of its tolerance.</summary>
    [JsonIgnore]
    public DockedPoint Worst => Points.MaxBy(p => p.Deviation)!;
}
