using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>Paired contrasts with the reference.</summary>
internal sealed class ForestKind : IFigureKind
{
    private const int MostArms = 40;

    /// <inheritdoc/>
    public string Name => "forest";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked) => source.Study.Contrasts.Count == 0
        ? throw new FigureRefusal($"nothing is compared replicate by replicate: that needs a factor with two to fifty levels under which leadership leaves, and either points that share their random numbers (add to the file: seeding: common) or sampled environments that every arm is run in (add to the design crossedWith: [{source.Study.ComparedPath}])")
        : [
            new ForestFigure
            {
                Contrasts = [.. source.Study.Contrasts.Take(MostArms)],
                Looks = source.Looks,
                LandmarkTicks = source.Study.ByArm[0].LandmarkTicks,
                RestrictedMeanTicks = source.Study.ByArm[0].RestrictedMeanTicks,
            },
        ];
}
