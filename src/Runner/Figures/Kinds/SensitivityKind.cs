using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>The figures of <c>sensitivity</c>.</summary>
internal sealed class SensitivityKind : IFigureKind
{
    /// <inheritdoc/>
    public string Name => "sensitivity";

    /// <inheritdoc/>
    public IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked) => SensitivityFigures.Of(source.Sensitivity.Value);
}
