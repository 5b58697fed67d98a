using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>The figures of <c>survival</c>.</summary>
internal sealed class SurvivalKind : IFigureKind
{
    /// <inheritdoc/>
    public string Name => "survival";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked) => new StudyFigures(source.Study, source.Words, source.Looks).Survival();
}
