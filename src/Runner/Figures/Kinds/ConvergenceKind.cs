using LeadershipSim.Analysis.Replication;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>How the share of failed programs settles as replicates are added.</summary>
internal sealed class ConvergenceKind : IFigureKind
{
    private const int MostArms = 13;

    // Bands of more arms cover each other and the lines.
    private const int MostBands = 6;

    /// <inheritdoc/>
    public string Name => "convergence";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var arms = Arms.Of(source, MostArms);
        var courses = source.Study.ByArm.Take(MostArms).Select(s => ReplicationCourse.Of(s.Group)).ToArray();
        if (courses.All(c => c.Count < 2))
        {
            throw new FigureRefusal("one replicate cannot settle; replicates: 20 in the experiment, or --set replicates=20, makes more");
        }

        var hasBands = arms.Count <= MostBands;
        yield return new CurvesFigure
        {
            Name = Name,
            Panels =
            [
                new("", [.. arms.Zip(courses, (arm, course) => new Curve(
                    arm,
                    source.Looks[arm].Line(1.6f),
                    [
                        .. course.Select(c => new CurvePoint(
                            c.Replicates, c.Failed.Estimate ?? double.NaN, hasBands ? c.Failed.Lower : null, hasBands ? c.Failed.Upper : null)),
                    ])
                    { Band = source.Looks[arm].Colour.WithAlpha(arms.Count <= 4 ? (byte)40 : (byte)18) })]),
            ],
            Legend = Arms.Legend(source, arms, withLine: true, withPoint: false),
            Across = "Replicates",
            Up = "Share of programs that failed",
            UpEnds = (0, 1),
            Caption = $"Share of programs that failed, of the first replicates only, by {Arms.Compared(source)}{(hasBands ? "; bands: 95 % intervals (Wilson, clusters of replicates)" : "")}. Lines that have levelled out{(hasBands ? " and narrow bands" : "")} say that more replicates would change little.{Arms.LeftOut(source, MostArms)}",
            AltText = "Running shares of failed programs. " + string.Join(
                " ", arms.Zip(courses, (arm, c) => Invariant($"{arm}: {c[^1].Failed.Estimate:0.00} after {Counted.Of(c[^1].Replicates, "replicate")}."))),
        };
    }
}
