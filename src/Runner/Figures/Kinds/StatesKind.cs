using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>The figures of <c>states</c>.</summary>
internal sealed class StatesKind : IFigureKind
{
    /// <inheritdoc/>
    public string Name => "states";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked) => new StudyFigures(source.Study, source.Words, source.Looks).Occupation();
}
