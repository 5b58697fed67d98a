using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Report;

/// <summary>Everything the report says. It holds no clock and no path: the same results give the same bytes.</summary>
internal sealed record ReportModel
{
    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>The question, as the experiment file asks it.</summary>
    public required string Question { get; init; }

    /// <summary>What was expected before results existed.</summary>
    public required string Expectation { get; init; }

    /// <summary>Question and expectation as they were recorded, then every later change; empty where the results do not say.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>The answer, first its shortest form.</summary>
    public required IReadOnlyList<string> Answer { get; init; }

    /// <summary>Planned, done, failed, entered into the analysis.</summary>
    public required IReadOnlyList<(string Name, string Value)> Accounting { get; init; }

    /// <summary>Commands that give the same results again.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>What identifies the results: ids, seed, versions.</summary>
    public required IReadOnlyList<(string Name, string Value)> Identity { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<IFigure> Figures { get; init; }

    /// <summary>The tables.</summary>
    public required IReadOnlyList<ResultTable> Tables { get; init; }

    /// <summary>Reasons to doubt the results, each beside what it is about.</summary>
    public required ReportCautions Cautions { get; init; }

    /// <summary>Reasons to doubt what is said about single design points.</summary>
    public required IReadOnlyList<string> PointCautions { get; init; }

    /// <summary>The resolved experiment: every parameter, defaults included.</summary>
    public required string ResolvedExperiment { get; init; }

    /// <summary>Machine and software.</summary>
    public required IReadOnlyList<(string Name, string Value)> Environment { get; init; }
}
