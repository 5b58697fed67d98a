using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>All kinds of figures of finished experiments.</summary>
internal static class FigureKinds
{
    /// <summary>The kinds, in the order of a report: all programs first, those that saw their leadership leave later.</summary>
    public static IReadOnlyList<IFigureKind> All { get; } =
    [
        new StatesKind(), new ForestKind(), new WhenKind(), new SensitivityKind(), new SurvivalKind(), new IncidenceKind(), new PhaseKind(), new FlipKind(),
        new DoseKind(), new SeriesKind(), new RiverKind(), new NetworkKind(), new LorenzKind(), new TwinsKind(), new ConvergenceKind(),
    ];

    /// <summary>Draws a figure that was asked for by name.</summary>
    /// <exception cref="FigureRefusal">The experiment lacks what the kind needs.</exception>
    public static IReadOnlyList<IFigure> Of(FigureSource source, FigureSpec asked)
    {
        var kind = All.FirstOrDefault(k => k.Name == asked.Kind)
            ?? throw new FigureRefusal($"there is no figure {asked.Kind}; allowed are {string.Join(", ", All.Select(k => k.Name))}");
        var figures = kind.Of(source.For(asked), asked).ToArray();
        return figures.Length == 0
            ? throw new FigureRefusal($"{asked.Kind} has nothing to draw of these runs")
            : [.. figures.Select(f => Finished(f, asked, figures.Length))];
    }

    /// <summary>Draws what an experiment asks for. A kind that it names without more is left out where it lacks something, and the reason is given.</summary>
    public static IReadOnlyList<IFigure> OfExperiment(FigureSource source, Action<string>? leftOut = null)
    {
        var figures = new List<IFigure>();
        foreach (var asked in source.Spec.Figures.Where(f => All.Any(k => k.Name == f.Kind)).OrderBy(f => PlaceOf(f.Kind, source.Spec.Design)))
        {
            try
            {
                figures.AddRange(Of(source, asked));
            }
            catch (FigureRefusal refusal)
            {
                leftOut?.Invoke($"no figure {asked.Kind}: {refusal.Message}");
            }
        }

        return [.. figures.Index().Select(f => Numbered(f.Item, figures.Take(f.Index).Count(other => other.Name == f.Item.Name)))];
    }

    /// <summary>Whether a design asks which factors decide, and not how arms compare under the same conditions.</summary>
    public static bool AsksWhatDecides(IExperimentDesign design) =>
        design.CrossedWith.Count == 0 && design.Shape is (DesignShape.Saltelli or DesignShape.Trajectories or DesignShape.Cloud);

    private static int PlaceOf(string kind, IExperimentDesign design) =>
        kind == "sensitivity" && AsksWhatDecides(design) ? -1 : All.ToList().FindIndex(k => k.Name == kind);

    // Two figures of one name would be one file.
    private static IFigure Numbered(IFigure figure, int before) =>
        before == 0 ? figure : new TitledFigure(figure, Invariant($"{figure.Name}-{before + 1}"), "");

    private static string WithoutKind(string name, string kind) => name.StartsWith($"{kind}-", StringComparison.Ordinal) ? name[(kind.Length + 1)..] : name;

    // The style of a file: page width, title and name.
    private static IFigure Finished(IFigure figure, FigureSpec asked, int count)
    {
        var sized = asked.Size is { } size ? FigureSize.Parse(size).Of(figure) : figure;
        var name = asked.Name is not { } own ? sized.Name : count == 1 ? own : $"{own}-{WithoutKind(sized.Name, asked.Kind)}";
        return asked.Title is null && name == sized.Name ? sized : new TitledFigure(sized, name, asked.Title ?? "");
    }
}
