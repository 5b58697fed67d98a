using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>A kind of figure of finished experiments.</summary>
internal interface IFigureKind
{
    /// <summary>Its name in experiment files and on the command line.</summary>
    string Name { get; }

    /// <summary>Draws what a file or a command asks for.</summary>
    /// <exception cref="FigureRefusal">The experiment lacks what the kind needs.</exception>
    IEnumerable<IFigure> Of(FigureSource source, FigureSpec asked);
}
