using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Report;
using LeadershipSim.Runner.Results;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.Describing;

/// <summary>Tables of what was run, for the methods of a paper: parameters, design, accounting of runs, software and machine.</summary>
internal static class RecordTables
{
    /// <summary>The tables.</summary>
    public static IReadOnlyList<ResultTable> Of(ResultsFolder results, OutlivingStudy study) =>
    [
        Parameters(results.Spec),
        Design(results.Spec),
        Named("accounting", "Runs planned, done and analyzed", StudyReport.Accounting(results.Spec, results.Plan, study, results.Table.Manifest.RunsFailed)),
        Named("software", "Software, machine and random numbers",
            [.. ReportEnvironment.Of(results.Table.Manifest), .. StudyReport.Identity(results.Spec, results.Plan)]),
    ];

    // What varies first, then what the file sets, then what is left at its default.
    private static ResultTable Parameters(ExperimentSpec spec)
    {
        var varied = spec.Factors.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var rows = ParameterCatalog.Of(spec.Baseline).Select(p => RowOf(p, varied.GetValueOrDefault(p.Path))).ToArray();
        return ResultTable.Of(
            "parameters",
            "Parameters",
            "Value: of every run, or the levels or the distribution of a factor. Chosen by: a factor, the experiment file, or the default of the model, whose source is named.",
            [.. rows.Where(r => r.SetBy == Factor), .. rows.Where(r => r.SetBy == File), .. rows.Where(r => r.SetBy == Default)],
            [
                new(TableColumn.Label("path", "parameter"), r => r.Parameter.Path),
                new(TableColumn.Words("meaning", "meaning"), r => r.Parameter.Declaration.Meaning),
                new(TableColumn.Words("symbol", "symbol").InFiles(), r => r.Parameter.Declaration.Symbol),
                new(TableColumn.Words("value", "value"), r => r.Value),
                new(TableColumn.Words("unit", "unit"), r => r.Parameter.Declaration.Unit),
                new(TableColumn.Words("setBy", "chosen by"), r => r.SetBy),
                new(TableColumn.Words("source", "source"), r => r.SetBy == Default ? r.Parameter.Declaration.Source : "this experiment"),
            ]);
    }

    private const string Factor = "factor";
    private const string File = "file";
    private const string Default = "default";

    private static (Parameter Parameter, string Value, string SetBy) RowOf(Parameter parameter, Factor? factor) => factor is null
        ? (parameter, ParameterRow.ValueText(parameter.Value), Equals(parameter.Value, DefaultOf(parameter)) ? Default : File)
        : (parameter, ProtocolPage.Values(factor), Factor);

    // Each record declares its defaults as initial values.
    private static object? DefaultOf(Parameter parameter) =>
        parameter.Property.ReflectedType?.GetConstructor(Type.EmptyTypes) is { } make ? parameter.Property.GetValue(make.Invoke(null)) : null;

    private static ResultTable Design(ExperimentSpec spec)
    {
        var words = FactorWords.Of(spec);
        var declared = ParameterCatalog.Of(spec.Baseline).ToDictionary(p => p.Path, StringComparer.Ordinal);
        return ResultTable.Of(
            "design",
            $"Factors of the design ({spec.Design.Kind})",
            "",
            spec.Factors,
            [
                new(TableColumn.Label("path", "factor"), f => f.Path),
                new(TableColumn.Words("meaning", "meaning"), f => words.Of(f.Path)),
                new(TableColumn.Words("unit", "unit"), f => declared.TryGetValue(f.Path, out var p) ? p.Declaration.Unit : ""),
                new(TableColumn.Words("levels", "levels or distribution"), ProtocolPage.Values),
                new(TableColumn.Count("count", "number of levels", ""), f => f.Levels.Count == 0 ? null : f.Levels.Count),
            ]);
    }

    private static ResultTable Named(string name, string title, IReadOnlyList<(string Name, string Value)> rows) => ResultTable.Of(name, title, "", rows,
    [
        new(TableColumn.Label("item", "item"), r => r.Name),
        new(TableColumn.Words("value", "value"), r => r.Value),
    ]);
}
